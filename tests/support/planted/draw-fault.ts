import type { Fault, FaultCode, FaultOf } from '@/lib/core/findings/fault';
import { type KeyAlteration, roundings, textTraits } from '@/lib/core/findings/fault-parameters';
import { fromAmount, toAmount } from './amount';
import type { PlainCase, PlainFile } from './plain-case';
import type { Random } from './random';
import { REGIONS, type Shape, TIERS } from './shape';
import { runPipeline } from './slow-pipeline';

/** Every fault of the catalogue, in pipeline order. */
export const allCodes = [
  'file-not-loaded',
  'file-partially-loaded',
  'rows-capped',
  'first-rows-skipped',
  'files-out-of-order',
  'file-loaded-again',
  'partition-overwritten',
  'deletes-ignored',
  'late-rows-dropped',
  'version-cutoff',
  'new-keys-ignored',
  'key-altered',
  'columns-swapped',
  'version-compared-as-text',
  'version-misread',
  'smallest-version-wins',
  'first-row-wins',
  'last-row-wins',
  'largest-measure-wins',
  'key-incomplete',
  'largest-of-each-column',
  'zeros-ignored',
  'empties-ignored',
  'versions-summed',
  'duplicates-kept',
  'rows-repeated',
  'column-not-updated',
  'column-emptied',
  'empties-filled',
  'text-cut',
  'measure-misread',
  'column-shifted',
  'column-reformatted',
  'sign-lost',
  'measure-scaled',
  'measure-rounded',
  'measure-wrapped',
  'measure-clipped',
  'rows-filtered',
  'rows-not-exported',
] as const satisfies readonly FaultCode[];
const places: readonly FaultCode[] = allCodes;

/** Place in the pipeline. */
export function placeOf(code: FaultCode): number {
  return places.indexOf(code);
}

/**
 * A fault of this kind with parameters that fit the files; null when they cannot show it. Of `rows-not-exported`
 * and `rows-repeated` only the kind is drawn here: their rows are made when the table is planted.
 */
export function drawFault(code: FaultCode, source: PlainCase, shape: Shape, random: Random): Fault | null {
  const names = source.deltas.map((delta) => delta.name);
  const compared = source.columns.filter(({ role }) => role !== 'condition');
  const numbers = source.columns
    .filter((column) => column.type === 'number' && column.role !== 'version')
    .map((column) => column.name);
  switch (code) {
    case 'file-not-loaded':
      return { fault: code, files: someFiles(names, random, names.length > 4 && random.chance(0.25) ? 2 : 1) };
    case 'file-partially-loaded': {
      const file = random.pick(source.deltas.filter((delta) => delta.rows.length > 9));
      return { fault: code, files: [file.name], loaded: drawRanges(file, random) };
    }
    case 'rows-capped': {
      const most = Math.max(...source.deltas.map((delta) => delta.rows.length));
      return { fault: code, limit: Math.max(5, Math.floor(most * (0.25 + random.next() * 0.7))) };
    }
    case 'first-rows-skipped':
      return { fault: code, count: random.pick([1, 1, 2, 3, 10, 25]) };
    case 'files-out-of-order': {
      const one = random.pick(names);
      const others = names.filter((name) => name !== one);
      const order = random.pick([[...names].sort(), [...names].reverse(), [one, ...others], [...others, one]]);
      return order.join() === names.join() ? null : { fault: code, order };
    }
    case 'file-loaded-again':
      return { fault: code, files: [random.pick(names.slice(0, -1))] };
    case 'partition-overwritten':
      return { fault: code, column: source.keyColumns?.[2] ?? 'region' };
    case 'deletes-ignored':
      return { fault: code, column: 'op', values: ['D'], how: random.pick(['kept', 'skipped'] as const) };
    case 'version-cutoff':
      return { fault: code, version: percentile(versionsOf(source), 0.55 + random.next() * 0.42) };
    case 'key-altered': {
      const how = random.pick(ALTERATIONS[shape.keys]);
      const longest = Math.max(...source.deltas.flatMap(({ rows }) => rows.map(({ key }) => Array.from(key).length)));
      return {
        fault: code,
        how,
        ...(how === 'zero-padded' ? { width: random.whole(longest, longest + 4) } : {}),
        ...(how === 'cut' ? { length: random.whole(Math.ceil(longest * 0.6), longest - 1) } : {}),
        ...(how !== 'collation' && random.chance(0.3) ? { stage: 'load' as const } : {}),
      };
    }
    case 'key-incomplete': {
      const names = source.keyColumns ?? [];
      const part = random.shuffle(names).slice(0, random.whole(1, names.length - 1));
      return names.length < 2 ? null : { fault: code, columns: names.filter((name) => part.includes(name)) };
    }
    case 'version-misread': {
      const other = { 'day-first': 'month-first', 'month-first': 'day-first' } as const;
      if (shape.versions === 'instant') return { fault: code, form: 'seconds' };
      return source.dateOrder ? { fault: code, form: other[source.dateOrder] } : null;
    }
    case 'columns-swapped': {
      const [a, b] = random.shuffle(numbers);
      if (a === undefined || b === undefined) return null;
      const columns: [string, string] = numbers.indexOf(a) < numbers.indexOf(b) ? [a, b] : [b, a];
      return { fault: code, columns, ...maybeFiles(names, random) };
    }
    case 'empties-ignored': {
      const emptied = source.columns.filter(
        ({ role }, c) =>
          role !== 'condition' && source.deltas.some((delta) => delta.rows.some((row) => row.cells[c] === '')),
      );
      return emptied.length === 0 ? null : { fault: code, columns: emptied.map((column) => column.name) };
    }
    case 'column-not-updated': {
      const columns = compared.filter(({ role }) => role !== 'version').map(({ name }) => name);
      const stale = random.shuffle(columns).slice(0, columns.length > 2 && random.chance(0.25) ? 2 : 1);
      return { fault: code, columns: columns.filter((name) => stale.includes(name)) };
    }
    case 'column-emptied': {
      const attributes = source.columns.filter(({ role }) => role === 'attribute').map(({ name }) => name);
      const emptied = random.shuffle(attributes).slice(0, random.chance(0.3) ? 2 : 1);
      return {
        fault: code,
        columns: attributes.filter((name) => emptied.includes(name)),
        ...maybeFiles(names, random),
      };
    }
    case 'empties-filled': {
      const filled = source.columns.filter(
        (column, c) =>
          column.role === 'attribute' && source.deltas.some((delta) => delta.rows.some((row) => row.cells[c] === '')),
      );
      const { type } = filled.length === 0 ? { type: null } : random.pick(filled);
      const columns = filled.filter((column) => column.type === type).map(({ name }) => name);
      const value = type === 'text' ? 'other' : random.pick(['0', '0', '-1']);
      return columns.length === 0 ? null : { fault: code, columns, value };
    }
    case 'text-cut': {
      const texts = compared.filter(({ type }) => type === 'text').map(({ name }) => name);
      const cut = random.shuffle(texts).slice(0, random.chance(0.3) ? 2 : 1);
      const columns = texts.filter((name) => cut.includes(name));
      const length = random.pick(columns.includes('tier') ? [2, 3, 4, 4] : [2, 4, 8, 10, 40]);
      return columns.length === 0 ? null : { fault: code, columns, length };
    }
    case 'column-reformatted': {
      const texts = compared.filter(({ type }) => type === 'text').map(({ name }) => name);
      const how = random.pick(['upper-case', 'upper-case', 'punctuation'] as const);
      return texts.length === 0 ? null : { fault: code, column: random.pick(texts), how };
    }
    case 'measure-misread': {
      const { decimal, separator } = source.amounts ?? { decimal: '.', separator: null };
      const dropped = decimal === ',' ? 'comma-dropped' : 'point-dropped';
      return {
        fault: code,
        how: separator !== null && random.chance(0.6) ? 'thousands-cut' : dropped,
        ...maybeFiles(names, random),
      };
    }
    case 'column-shifted': {
      const dates = source.columns.filter(({ type }) => type === 'date' && !source.dateOrder).map(({ name }) => name);
      const column = random.pick([...numbers, ...dates, ...dates]);
      const by = dates.includes(column)
        ? random.pick(['PT1H', 'PT2H', '-PT5H', 'PT5H30M', 'P1D'])
        : random.pick(['1', '-1', '5', '-20', '100']);
      return { fault: code, column, by };
    }
    case 'sign-lost':
      return { fault: code, ...maybeFiles(names, random) };
    case 'measure-scaled': {
      const factor = random.pick(['100', '100', '0.01', '10', '1000', '-1', '1.1', '0.5']);
      const column = source.columns.find(({ name }) => name === 'tier' || name === 'region')?.name;
      if (column !== undefined && random.chance(0.5))
        return {
          fault: code,
          factor,
          where: { column, value: column === 'tier' ? random.pick(TIERS) : random.pick(REGIONS) },
        };
      return { fault: code, factor, ...maybeFiles(names, random) };
    }
    case 'measure-rounded':
      return {
        fault: code,
        how: random.pick(roundings),
        digits: random.pick(shape.measure === 'cents' ? [1, 0, 0, -1] : [-1, -2]),
        ...maybeFiles(names, random),
      };
    case 'measure-wrapped':
      return {
        fault: code,
        bits: shape.past === 16 ? 16 : 32,
        digits: shape.measure === 'cents' ? random.pick([0, 2, 2]) : 0,
      };
    case 'measure-clipped': {
      const max = percentile(measuresOf(source), 0.75 + random.next() * 0.22);
      return { fault: code, max: random.chance(0.4) ? hundreds(max) : max, ...maybeFiles(names, random) };
    }
    case 'rows-filtered':
      return {
        fault: code,
        ...drawCondition(source, shape, random),
        stage: random.chance(0.5) ? 'arrival' : 'load',
        ...(random.chance(0.25) ? maybeFiles(names, random) : {}),
      };
    case 'rows-not-exported':
      return { fault: code, versions: { min: '0', max: '0' } };
    case 'late-rows-dropped':
    case 'new-keys-ignored':
    case 'version-compared-as-text':
    case 'smallest-version-wins':
    case 'first-row-wins':
    case 'last-row-wins':
    case 'largest-measure-wins':
    case 'largest-of-each-column':
    case 'zeros-ignored':
    case 'versions-summed':
    case 'duplicates-kept':
    case 'rows-repeated':
      return { fault: code };
    case 'largest-version-wins':
    case 'ties-broken-differently':
      return null;
  }
}

const RULES: readonly FaultCode[] = [
  'version-compared-as-text',
  'smallest-version-wins',
  'first-row-wins',
  'last-row-wins',
  'largest-measure-wins',
];
const COMPOSITIONS: readonly FaultCode[] = [
  'largest-of-each-column',
  'zeros-ignored',
  'empties-ignored',
  'versions-summed',
  'duplicates-kept',
];

/** Pairs of which one leaves nothing for the other to do, or whose order in the vendor's code no catalogue settles. */
const APART: readonly (readonly [readonly FaultCode[], readonly FaultCode[]])[] = [
  [['partition-overwritten'], ['file-loaded-again', 'first-row-wins', 'smallest-version-wins']],
  [
    ['files-out-of-order'],
    ['file-loaded-again', 'duplicates-kept', 'versions-summed', 'largest-measure-wins', 'largest-of-each-column'],
  ],
  [['version-misread'], RULES.filter((code) => code !== 'smallest-version-wins')],
  [['version-misread'], ['duplicates-kept', 'largest-of-each-column']],
  [['largest-of-each-column', 'duplicates-kept'], RULES],
  [['late-rows-dropped'], ['last-row-wins']],
  [['file-loaded-again'], ['late-rows-dropped', 'first-row-wins', 'largest-measure-wins', 'largest-of-each-column']],
  [['first-row-wins'], ['column-not-updated']],
  [['duplicates-kept'], ['column-not-updated', 'rows-not-exported', 'key-incomplete', 'rows-repeated']],
  [['text-cut'], ['column-reformatted']],
  [['measure-wrapped'], ['measure-clipped']],
  [['versions-summed'], ['measure-rounded', 'measure-wrapped', 'measure-clipped']],
];

/** Whether a pipeline can have all of them at once: it de-duplicates by one rule and composes in one way. */
export function goTogether(codes: readonly FaultCode[]): boolean {
  const some = (group: readonly FaultCode[]) => codes.filter((code) => group.includes(code)).length;
  if (new Set(codes).size < codes.length || some(RULES) > 1 || some(COMPOSITIONS) > 1) return false;
  return APART.every(([group, others]) => some(group) === 0 || some(others) === 0);
}

const ALTERATIONS: Readonly<Record<Shape['keys'], readonly KeyAlteration[]>> = {
  int: ['decimal-point', 'zero-padded'],
  padded: ['leading-zeros'],
  email: ['case', 'upper-case', 'collation'],
  long: ['float-precision', 'fifteen-digits'],
  spaced: ['whitespace'],
  coded: ['punctuation', 'cut'],
  accented: ['accents', 'unicode-form'],
};

function someFiles(names: readonly string[], random: Random, count: number): string[] {
  const chosen = random.shuffle(names).slice(0, count);
  return names.filter((name) => chosen.includes(name));
}

function maybeFiles(names: readonly string[], random: Random): { files?: string[] } {
  if (random.chance(0.5)) return {};
  return { files: someFiles(names, random, names.length > 4 && random.chance(0.3) ? 2 : 1) };
}

/** Cut short, or a chunk lost, or the beginning lost. */
function drawRanges(file: PlainFile, random: Random): { from: number; to: number }[] {
  const rows = file.rows.length;
  const a = random.whole(1, rows - 2);
  const b = random.whole(a + 1, rows - 1);
  const kind = random.next();
  if (kind < 0.5) return [{ from: 0, to: random.whole(Math.floor(rows * 0.1), Math.floor(rows * 0.9)) }];
  if (kind < 0.9)
    return [
      { from: 0, to: a },
      { from: b, to: rows },
    ];
  return [{ from: a, to: rows }];
}

type Condition = Pick<FaultOf<'rows-filtered'>, 'column' | 'operator' | 'value'>;

/** A condition that holds for a part of the table that the files give. */
function drawCondition(source: PlainCase, shape: Shape, random: Random): Condition {
  if (random.chance(0.25) && !source.keyColumns) return drawKeyCondition(source, shape, random);
  const column = random.pick(source.columns.filter((own) => own.role !== 'version'));
  if (column.name === 'note') return { column: column.name, ...drawTrait(random) };
  if (column.type === 'text') {
    const some = random.shuffle(TIERS).slice(0, random.whole(1, 2)).sort();
    const one = some.length === 1;
    const operator = random.chance(0.7) ? (one ? '=' : 'in') : one ? '!=' : 'not-in';
    return { column: column.name, operator, value: some.join(',') };
  }
  const c = source.columns.indexOf(column);
  const values = [...runPipeline(source, []).values()]
    .flatMap((rows) => rows.map((cells) => cells[c] || '0'))
    .map(toAmount);
  if (random.chance(0.2)) return { column: column.name, operator: '=', value: '0' };
  const large = random.chance(0.6);
  const value = percentile(values, large ? 0.7 + random.next() * 0.27 : 0.03 + random.next() * 0.25);
  return {
    column: column.name,
    operator: large ? random.pick(['>', '>='] as const) : random.pick(['<', '<='] as const),
    value,
  };
}

function drawTrait(random: Random): Pick<Condition, 'operator' | 'value'> {
  if (random.chance(0.3)) return { operator: 'longer-than', value: '40' };
  return { operator: 'has', value: random.pick(textTraits) };
}

/** Of the key's number, or of how long it is. */
function drawKeyCondition({ key, deltas }: PlainCase, shape: Shape, random: Random): Condition {
  const texts = deltas.flatMap(({ rows }) => rows.map((row) => row.key));
  if (random.chance(0.4) || !['int', 'padded', 'long'].includes(shape.keys))
    return {
      column: key,
      operator: 'longer-than',
      value: percentile(
        texts.map((text) => BigInt(text.length * 10 ** 9)),
        0.5,
      ),
    };
  const by = random.pick([2, 3, 4, 8]);
  if (random.chance(0.6)) return { column: key, operator: 'mod', value: `${by}=${random.whole(0, by - 1)}` };
  const bound = percentile(
    texts.map((text) => toAmount(text.slice(-15))),
    0.7 + random.next() * 0.2,
  );
  return { column: key, operator: random.pick(['>', '<='] as const), value: bound };
}

function measuresOf(source: PlainCase): bigint[] {
  return source.deltas.flatMap((delta) => delta.rows.map((row) => toAmount(row.cells[0] ?? '0')));
}

function versionsOf(source: PlainCase): (bigint | string)[] {
  const number = source.columns.at(-1)?.type === 'number';
  return source.deltas
    .flatMap((delta) => delta.rows.map((row) => row.cells.at(-1) ?? ''))
    .map((text) => (number ? toAmount(text) : text));
}

function percentile(values: readonly (bigint | string)[], share: number): string {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const value = sorted[Math.floor((sorted.length - 1) * share)] ?? '0';
  return typeof value === 'bigint' ? fromAmount(value) : value;
}

/** The next hundred above, as a person would set a limit. */
function hundreds(decimal: string): string {
  return String(Math.ceil(Number(decimal) / 100) * 100);
}
