// Writes the planted cases of tests/golden, each folder's tables made by the slow, independent pipeline and its
// findings.json from what was planted: npx tsx tests/support/golden/plant.ts
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from '@/lib/core/findings/fault';
import { fromAmount, toAmount } from '../planted/amount';
import {
  differingKeys,
  keyNames,
  keyParts,
  type PlainCase,
  type PlainRow,
  type PlainTable,
  sameTable,
  tableRows,
  tableTotal,
  writtenAmount,
  writtenVersion,
} from '../planted/plain-case';
import { seededRandom } from '../planted/random';
import { runPipeline } from '../planted/slow-pipeline';
import { slowRepair } from '../planted/slow-repair';
import { drawSource, type SourceShape } from './source';
import { GOLDEN_SPECS, type GoldenSpec } from './specs';

for (const spec of GOLDEN_SPECS) plant(spec);

function plant(spec: GoldenSpec): void {
  const random = seededRandom(spec.seed);
  const shape: SourceShape = { keys: 'plain', amounts: 'whole', untidy: true, ...spec.shape };
  let source = drawSource(shape, random);
  while (!showsEverything(source, spec)) source = drawSource(shape, random);
  const ours = spec.ours && tableWith(source, spec.ours);
  const theirs = spec.theirs && tableWith(source, spec.theirs);
  const folder = path.join(import.meta.dirname, '..', '..', 'golden', spec.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
  };
  for (const { name, rows } of source.deltas) write(name, toCsv(source, rows));
  if (ours) write('ours.csv', toCsv(source, random.shuffle(tableRows(ours))));
  if (theirs) write('theirs.csv', toCsv(source, random.shuffle(tableRows(theirs))));
  const findings = expectedFindings(source, ours, theirs, spec, shape.amounts === 'cents' ? 2 : 0);
  write('findings.json', `${JSON.stringify(findings, null, 2)}\n`);
}

/** Whether each planted table is unlike what the files give, and unlike what any single fault of another kind here gives. */
function showsEverything(source: PlainCase, spec: GoldenSpec): boolean {
  const planted = [spec.ours ?? [], spec.theirs ?? []].filter((faults) => faults.length > 0);
  const singles = GOLDEN_SPECS.flatMap(({ ours }) => (ours?.length === 1 ? ours : []));
  return planted.every((faults) => {
    const table = tableWith(source, faults);
    const others = singles
      .filter((other) => other.fault !== faults[0]?.fault && hasColumnsOf(source, other))
      .map((other) => [other]);
    return [[], ...others].every((other) => !sameTable(table, tableWith(source, other)));
  });
}

function hasColumnsOf({ key, columns }: PlainCase, fault: Fault): boolean {
  const named = 'columns' in fault ? fault.columns : 'column' in fault ? [fault.column] : [];
  return named.every((name) => ['op', key, ...columns.map((column) => column.name)].includes(name));
}

/** What the faults make of the files; rows that are repeated are every ninth. */
function tableWith(source: PlainCase, faults: readonly Fault[]): PlainTable {
  const table = runPipeline(source, faults);
  if (!faults.some(({ fault }) => fault === 'rows-repeated')) return table;
  return new Map([...table].map(([key, rows], at) => [key, at % 9 === 4 ? [...rows, ...rows] : rows]));
}

/** `places`: decimals with which the findings write amounts. */
function expectedFindings(
  source: PlainCase,
  ours: PlainTable | null,
  theirs: PlainTable | null,
  spec: GoldenSpec,
  places: number,
) {
  const expected = runPipeline(source, []);
  const written = (amount: string) => {
    const [whole = '', fraction = ''] = amount.split('.');
    return places === 0 ? amount : `${whole}.${fraction.padEnd(places, '0')}`;
  };
  const total = (table: PlainTable | null) => table && written(tableTotal(table));
  const difference = ours && theirs && written(fromAmount(toAmount(tableTotal(theirs)) - toAmount(tableTotal(ours))));
  const left = ours ?? expected;
  const right = theirs ?? expected;
  const differing = differingKeys(left, right);
  const side = (faults: readonly Fault[] | null) =>
    faults && {
      proved: true,
      causes: faults,
      unexplained: { keys: 0, amount: written('0') },
      equivalents: spec.equivalents ?? [],
    };
  return {
    expected: { keys: expected.size, total: total(expected) },
    gap: { ours: total(ours), theirs: total(theirs), difference },
    keys: {
      mismatched: differing.filter((key) => left.has(key) && right.has(key)).length,
      onlyOurs: ours && theirs ? differing.filter((key) => !right.has(key)).length : 0,
      onlyTheirs: ours && theirs ? differing.filter((key) => !left.has(key)).length : 0,
    },
    repair: [
      { side: 'ours', table: ours, causes: spec.ours ?? [] },
      { side: 'theirs', table: theirs, causes: spec.theirs ?? [] },
    ].flatMap(({ side: name, table, causes }) => {
      const repair = table && slowRepair(source, table, causes);
      return repair ? [{ side: name, ...repair }] : [];
    }),
    sides: { ours: side(spec.ours), theirs: spec.theirs && { ...side(spec.theirs), equivalents: [] } },
  };
}

function hasDeletes({ rows }: PlainCase['deltas'][number]): boolean {
  return rows.some(({ deleted }) => deleted);
}

function toCsv(source: PlainCase, rows: readonly PlainRow[]): string {
  const marked = source.deltas.some((delta) => delta.rows === rows && source.deltas.some(hasDeletes));
  const isDelta = source.deltas.some((delta) => delta.rows === rows);
  const stands = (_: unknown, c: number) => isDelta || source.columns[c]?.role !== 'condition';
  const header = [
    ...keyNames(source),
    ...source.columns.filter(stands).map(({ name }) => name),
    ...(marked ? ['op'] : []),
  ].join(',');
  const written = (cells: readonly string[]) => [
    isDelta ? writtenAmount(source, cells[0] ?? '') : (cells[0] ?? ''),
    ...cells.slice(1, -1).filter((_, c) => stands(null, c + 1)),
    writtenVersion(source, cells.at(-1) ?? ''),
  ];
  const line = ({ key, cells, deleted }: PlainRow) =>
    `${[...keyParts(source, key), ...written(cells), ...(marked ? [deleted ? 'D' : 'U'] : [])].map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')}\n`;
  return `${header}\n${rows.map(line).join('')}`;
}
