import type { PlainCase, PlainColumn, PlainFile, PlainRow } from './plain-case';
import type { Random } from './random';
import { NOTES, REGIONS, type Shape, TIERS } from './shape';

/** The exported files of a case, drawn from its shape. (key, version) is unique but for repeated rows. */
export function drawFiles(shape: Shape, random: Random): PlainCase {
  const columns = drawColumns(shape, random);
  const keys = drawKeys(shape, random);
  const versionsOf = drawVersions(shape, random);
  const draft: Draft = { shape, columns, random, taken: new Set(), wealth: new Map() };
  const deltas: PlainFile[] = [];
  let known = Math.round(keys.length * (shape.newKeys ? 0.6 + random.next() * 0.3 : 1));
  const share = 0.08 + random.next() * 0.3;
  for (let f = 0; f < shape.files; f++) {
    const fresh =
      f === 0 ? keys.slice(0, known) : keys.slice(known, known + Math.ceil((keys.length - known) / (shape.files - f)));
    const updated = f === 0 ? [] : keys.slice(0, known).filter(() => random.chance(share));
    if (f > 0) known += fresh.length;
    const regions = shape.regions && f > 0 ? random.shuffle(REGIONS).slice(0, random.whole(1, 4)) : null;
    const wanted = [...fresh, ...updated].filter((key) => regions?.includes(regionOf(key)) ?? true);
    if (shape.repeats) wanted.push(...wanted.filter(() => random.chance(0.03)));
    const rows = random.shuffle(wanted).flatMap((key) => drawRow(draft, key, f, versionsOf) ?? []);
    if (shape.ties && f > 0)
      rows.push(...(deltas[random.whole(0, f - 1)]?.rows ?? []).filter(() => random.chance(0.04)));
    if (shape.conflicts > 0 && f > 0)
      rows.push(...drawConflicts(deltas[random.whole(0, f - 1)]?.rows ?? [], shape.conflicts, random));
    deltas.push({ name: fileName(shape, f), rows });
  }
  const key = KEY_NAMES[shape.keys];
  const composite = shape.lines === null ? {} : { keyColumns: [key, 'line_no', 'shop'].slice(0, shape.lines) };
  const written = shape.dateOrder === null ? {} : { dateOrder: shape.dateOrder };
  const amounts = shape.amounts === null ? {} : { amounts: shape.amounts };
  return { key, ...composite, ...written, ...amounts, columns, deltas };
}

const KEY_NAMES = {
  int: 'user_id',
  padded: 'customer_no',
  email: 'email',
  long: 'account',
  spaced: 'member_id',
  coded: 'contract',
  accented: 'login',
} as const;

interface Draft {
  readonly shape: Shape;
  readonly columns: readonly PlainColumn[];
  readonly random: Random;
  /** "key version" of every row so far. */
  readonly taken: Set<string>;
  /** The last measure of each key: totals mostly grow. */
  readonly wealth: Map<string, number>;
}

function fileName(shape: Shape, f: number): string {
  return shape.files > 10 && !shape.unpadded ? `export-${String(f + 1).padStart(2, '0')}.csv` : `delta${f}.csv`;
}

function drawColumns(shape: Shape, random: Random): PlainColumn[] {
  const attributes: PlainColumn[] = [
    { name: 'items', role: 'attribute', type: 'number' },
    { name: 'credits', role: 'attribute', type: 'number' },
    { name: 'visits', role: 'attribute', type: 'number' },
  ];
  return [
    { name: 'spend', role: 'measure', type: 'number' },
    ...attributes.slice(0, random.whole(1, 3)),
    ...(shape.tier
      ? [{ name: 'tier', role: shape.tierInDeltas ? 'condition' : 'attribute', type: 'text' } as const]
      : []),
    ...(shape.regions ? [{ name: 'region', role: 'attribute', type: 'text' } as const] : []),
    ...(shape.notes ? [{ name: 'note', role: 'attribute', type: 'text' } as const] : []),
    {
      name: shape.versions === 'batch' ? 'batch_id' : 'exported_on',
      role: 'version',
      type: shape.versions === 'batch' ? 'number' : 'date',
    },
  ];
}

function drawKeys(shape: Shape, random: Random): string[] {
  const base = random.whole(1, 400);
  if (shape.lines === null)
    return random.shuffle(Array.from({ length: shape.size }, (_, n) => drawKey(shape, base + n, random)));
  const { lines } = shape;
  const keys = Array.from({ length: Math.ceil(shape.size / 2) }, (_, n) => {
    const key = drawKey(shape, base + n, random);
    const under = Array.from({ length: random.whole(1, 4) }, (_, line) => `${key} · ${line + 1}`);
    return lines === 2
      ? under
      : under.flatMap((line) => SHOPS.filter(() => random.chance(0.5)).map((shop) => `${line} · ${shop}`));
  });
  return random.shuffle(keys.flat());
}

function drawKey(shape: Shape, n: number, random: Random): string {
  switch (shape.keys) {
    case 'int':
    case 'spaced':
      return String(n);
    case 'coded':
      return `${random.pick(['AB', 'C', 'XYZ'])}-${random.pick(['1.', '2/', ''])}${String(n).padStart(4, '0')}/${random.pick(['a', 'b'])}`;
    case 'accented': {
      const name = `${random.pick(['Ren\u00e9', 'Zo\u00eb', 'J\u00fcrgen', 'Ann'])}${n}`;
      return random.chance(0.5) ? name.normalize('NFD') : name;
    }
    case 'padded':
      return String(n).padStart(6, '0');
    case 'email':
      return `${random.pick(['ann', 'Bo', 'carl', 'Dee', 'Eve'])}.${random.pick(['Lee', 'kim', 'Roy'])}${n}@${random.pick(['example.com', 'Mail.example'])}`;
    case 'long': {
      // Neighbours share their first fifteen digits; a double keeps about sixteen.
      return (81234567890100000000n + BigInt(Math.floor(n / 2)) * 1000000n + (n % 2 === 0 ? 0n : 37n)).toString();
    }
  }
}

/** The key as one row writes it: now and then otherwise than the others. */
function spell(shape: Shape, key: string, random: Random): string {
  if (!shape.variants || !random.chance(0.12)) return key;
  switch (shape.keys) {
    case 'padded':
      return key.replace(/^0+/, '');
    case 'email':
      return random.chance(0.5) ? key.toLowerCase() : key.toUpperCase();
    case 'spaced':
      return random.chance(0.5) ? ` ${key}` : `${key} `;
    case 'coded':
      return key.replaceAll('-', '');
    case 'accented':
      return random.chance(0.5)
        ? key.normalize(key === key.normalize('NFC') ? 'NFD' : 'NFC')
        : key.normalize('NFD').replace(/\p{Mn}/gu, '');
    case 'int':
    case 'long':
      return key;
  }
}

const SHOPS = ['east', 'north', 'web'];

type VersionsOf = (file: number, random: Random) => string;

function drawVersions(shape: Shape, random: Random): VersionsOf {
  const start = random.pick([0, 7, 80, 850]);
  const width = Math.ceil(random.pick([2500, 9000, 14000]) / shape.files);
  const days = random.whole(5, 30);
  return (file, chance) => {
    const behind = shape.late && file > 0 && chance.chance(0.2);
    const from = behind ? chance.whole(0, file - 1) : file;
    if (shape.versions === 'batch') return String(start + from * width + chance.whole(0, width - 1));
    if (shape.versions === 'instant')
      return new Date(Date.UTC(2024, 0, 1, 10) + from * 1500 + chance.whole(0, 2999)).toISOString();
    return new Date(Date.UTC(2024, 0, 1 + from * days + chance.whole(0, days - 1))).toISOString().slice(0, 10);
  };
}

/** Null when no free version was found for the key: it then stays out of the file. */
function drawRow(draft: Draft, key: string, file: number, versionsOf: VersionsOf): PlainRow | null {
  const { shape, columns, random, taken } = draft;
  for (let attempt = 0; attempt < 5; attempt++) {
    const version = versionsOf(file, random);
    if (taken.has(`${key} ${version}`)) continue;
    taken.add(`${key} ${version}`);
    const cells = columns.map((column) => (column.role === 'version' ? version : drawCell(draft, key, column)));
    const deleted = shape.deletes && file > 0 && random.chance(0.15) ? { deleted: true as const } : {};
    return { key: spell(shape, key, random), cells, ...deleted };
  }
  return null;
}

/** A share of the rows with the same version and another measure. */
function drawConflicts(rows: readonly PlainRow[], share: number, random: Random): PlainRow[] {
  return rows
    .filter(() => random.chance(share))
    .map((row) => ({ ...row, cells: row.cells.map((cell, c) => (c === 0 ? String(random.whole(1, 5000)) : cell)) }));
}

function drawCell(draft: Draft, key: string, column: PlainColumn): string {
  const { shape, random, wealth } = draft;
  if (shape.empties && column.role === 'attribute' && random.chance(0.12)) return '';
  if (column.name === 'region') return random.chance(0.05) ? random.pick(REGIONS) : regionOf(key);
  if (column.name === 'note') return random.pick(NOTES);
  if (column.type === 'text') return random.pick(TIERS);
  if (random.chance(0.03)) return '0';
  if (column.role === 'attribute') return String(random.whole(0, column.name === 'items' ? 50 : 900));
  const before = wealth.get(key) ?? random.whole(5, 2000);
  const after = random.chance(0.8) ? before + random.whole(1, 1500) : Math.max(1, before - random.whole(0, 400));
  wealth.set(key, after);
  const sign = shape.refunds && random.chance(0.08) ? '-' : '';
  const beyond = shape.past !== null && random.chance(0.3) ? 2 ** (shape.past - 1) * random.whole(1, 6) : 0;
  return `${sign}${after + beyond}${shape.measure === 'cents' ? random.pick(cents(random)) : ''}`;
}

/** Where the key is at home. */
function regionOf(key: string): (typeof REGIONS)[number] {
  const sum = Array.from(key).reduce((so, letter) => so * 31 + (letter.codePointAt(0) ?? 0), 7) % 1009;
  return REGIONS[sum % REGIONS.length] ?? 'mid';
}

/** Two decimals, with halves often enough that the ways of rounding part. */
function cents(random: Random): readonly string[] {
  return ['', '.5', '.50', `.${random.whole(0, 9)}5`, `.${random.whole(10, 99)}`, `.${random.whole(10, 99)}`];
}
