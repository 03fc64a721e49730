import { toAmount } from '../planted/amount';
import type { Random } from '../planted/random';
import { type Column, type Damage, type Delta, KEY_JOINT, type Row, type Source, type Value } from './model';
import type { Traits } from './traits';

/** The exported files as abstract rows: the first brings most keys, the later ones new keys and new rows of old ones. */
export function drawSource(traits: Traits, names: readonly string[], random: Random): Source {
  const columns = columnsOf(traits);
  const keys = random.shuffle(Array.from({ length: traits.size }, (_, n) => drawKey(traits, n)));
  const currencyOf = new Map(keys.map((key) => [key, random.pick(traits.currencies)]));
  const taken = new Set<string>();
  const draft: Draft = { traits, columns, random, taken, currencyOf };
  const share = 0.25 + random.next() * 0.2;
  let known = Math.round(keys.length * (0.65 + random.next() * 0.2));
  const deltas = names.map((name, file): Delta => {
    const fresh =
      file === 0
        ? keys.slice(0, known)
        : keys.slice(known, known + Math.ceil((keys.length - known) / (names.length - file)));
    const updated = file === 0 ? [] : keys.slice(0, known).filter(() => random.chance(share));
    if (file > 0) known += fresh.length;
    const rows = random.shuffle([...fresh, ...updated]).flatMap((key) => drawRow(draft, key, file) ?? []);
    return { name, rows };
  });
  const source = { keyNames: traits.keyNames, columns, deltas };
  return traits.ties === null ? source : withTies(source, draft);
}

interface Draft {
  readonly traits: Traits;
  readonly columns: readonly Column[];
  readonly random: Random;
  /** "key version" of every row so far. */
  readonly taken: Set<string>;
  readonly currencyOf: ReadonlyMap<string, string>;
}

function columnsOf(traits: Traits): Column[] {
  const types = { items: 'number', tier: 'text', active: 'flag', currency: 'text' } as const;
  return [
    { name: traits.measure, role: 'measure', type: 'number' },
    ...traits.attributes.map((name): Column => ({ name, role: 'attribute', type: types[name] })),
    ...(traits.version ? [{ name: traits.version.name, role: 'version', type: 'version' } as const] : []),
  ];
}

function drawKey({ keyShape }: Traits, n: number): string {
  const mixed = ((n + 17) * 2654435761) % 4294967296;
  switch (keyShape) {
    case 'int':
      return String(1001 + n);
    case 'padded':
      return String(77 + n * 3).padStart(7, '0');
    case 'uuid':
      return `${mixed.toString(16).padStart(8, '0')}-4c1e-4${String(n % 1000).padStart(3, '0')}-9f00-${(mixed * 3).toString(16).padStart(12, '0')}`;
    case 'email':
      return `${['ann', 'bo', 'carl', 'dee'][n % 4] ?? ''}.${n}@${n % 3 === 0 ? 'mail.example' : 'example.com'}`;
    case 'code': {
      // Every other code differs from its neighbour in nothing but case.
      const base = `k${Math.floor(n / 2)
        .toString(36)
        .padStart(4, 'q')}`;
      return n % 2 === 0 ? base : base.toUpperCase();
    }
    case 'lines':
      return [String(50_010 + Math.floor(n / 3) * 7), String((n % 3) + 1)].join(KEY_JOINT);
  }
}

/** Null when no free version was found for the key. */
function drawRow(draft: Draft, key: string, file: number): Row | null {
  const { traits, random, taken } = draft;
  const form = traits.version?.form;
  for (let attempt = 0; attempt < 6; attempt++) {
    const behind = traits.misread || (traits.late && file > 0 && random.chance(0.2));
    const from = behind ? random.whole(0, traits.misread ? traits.files - 1 : file - 1) : file;
    const tick = form ? from * form.window + random.whole(0, form.window - 1) : null;
    if (tick !== null && taken.has(`${key} ${tick}`)) continue;
    if (tick !== null) taken.add(`${key} ${tick}`);
    const version = form && tick !== null ? form.count(tick) : null;
    const { deletes } = traits;
    const deleted = deletes !== null && file > 0 && random.chance(0.12);
    const bare = deleted && deletes.bare;
    const values = draft.columns.map((column): Value => {
      if (column.role === 'version') return version;
      return bare ? null : drawValue(draft, column, key);
    });
    return { key, values, version, deleted, damage: null, offset: form ? random.pick(form.offsets) : 0 };
  }
  return null;
}

function drawValue({ traits, random, currencyOf }: Draft, column: Column, key: string): Value {
  const name = column.role === 'measure' ? 'measure' : column.name;
  if (traits.empty.some((empty) => empty === name) && random.chance(0.12)) return null;
  switch (column.type) {
    case 'flag':
      return random.chance(0.5) ? '1' : '0';
    case 'text':
      return name === 'currency' ? (currencyOf.get(key) ?? '') : random.pick(['bronze', 'gold', 'iron', 'silver']);
    default:
      if (random.chance(0.04)) return 0n;
      return name === 'items' ? toAmount(String(random.whole(1, 60))) : drawAmount(traits, random);
  }
}

/** Cents from some up to some ten thousand, or whole amounts, a tenth of them negative. */
function drawAmount({ ambiguous }: Traits, random: Random): bigint {
  const cents = random.chance(0.08)
    ? random.whole(1, 99)
    : random.whole(100, random.pick([90_000, 2_500_000, 25_000_000]));
  const amount = ambiguous ? BigInt(Math.ceil(cents / 100)) * 1_000_000_000n : BigInt(cents) * 10_000_000n;
  return random.chance(0.1) ? -amount : amount;
}

/** For some keys a second row of the newest version, in the same file or a later one, with other contents. */
function withTies(source: Source, { traits, random }: Draft): Source {
  const added = new Map<number, Row[]>();
  const seen = new Set<string>();
  for (let f = source.deltas.length - 1; f >= 0; f--)
    for (const row of source.deltas[f]?.rows ?? []) {
      const newest = source.deltas.every(({ rows }) =>
        rows.every((other) => other.key !== row.key || (other.version ?? 0n) <= (row.version ?? 0n)),
      );
      if (!newest || row.deleted || seen.has(row.key) || !random.chance(0.1)) continue;
      seen.add(row.key);
      const twin = row.values.map((value, c) => (c === 0 ? drawAmount(traits, random) : value));
      const file = random.whole(f, source.deltas.length - 1);
      added.set(file, [...(added.get(file) ?? []), { ...row, values: twin }]);
    }
  return {
    ...source,
    deltas: source.deltas.map((delta, f) => ({ ...delta, rows: [...delta.rows, ...(added.get(f) ?? [])] })),
  };
}

/** Some rows whose lines cannot be read: few, so that the files stay readable. */
export function withDamage(source: Source, datable: boolean, random: Random): Source {
  const kinds: readonly Damage[] = random.pick([
    ['measure'],
    ['measure'],
    ['short'],
    datable ? ['version'] : ['measure'],
    ['measure', 'short'],
  ]);
  const all = source.deltas.flatMap(({ rows }) => rows);
  const hit = new Set(random.shuffle(all).slice(0, random.whole(2, 6)));
  const damaged = (row: Row): Row => (hit.has(row) ? { ...row, damage: random.pick(kinds) } : row);
  return { ...source, deltas: source.deltas.map((delta) => ({ ...delta, rows: delta.rows.map(damaged) })) };
}
