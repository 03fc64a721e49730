import fc from 'fast-check';
import { addDecimals, formatUnits, subtractDecimals } from '@/lib/core/decimal';
import { dedupeRules } from '@/lib/core/findings/dedupe-rule';
import type { Fault } from '@/lib/core/findings/fault';
import {
  type FilterOperator,
  filterOperators,
  keyAlterations,
  misreadings,
  reformattings,
  roundings,
  textTraits,
  versionForms,
} from '@/lib/core/findings/fault-parameters';
import type { Cause, Findings, SideFindings } from '@/lib/core/findings/findings';
import type { PatternCondition } from '@/lib/core/findings/pattern';
import { plainCodes } from './premises/faults';

/** Findings of every shape that the schema allows and whose sums hold; made from nothing, so tied to no engine. */

const COLUMNS = ['total_spend', 'count_saved_items', 'loyalty_credits'];
const MEASURE = 'total_spend';
const LABELS = ['AIQ', "Johnny's Jeans", 'Acme', 'Harris'];

const count = fc.integer({ min: 0, max: 20_000 });
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.constantFrom(0, 2))
  .map(([units, scale]) => formatUnits(units, scale));
const positive = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 7n }), fc.constantFrom(0, 2))
  .map(([units, scale]) => formatUnits(units, scale));
const version = fc.nat({ max: 9000 });
const versionRange = fc
  .tuple(version, version)
  .map(([a, b]) => ({ min: String(Math.min(a, b)), max: String(Math.max(a, b)) }));

function valuesFor(operator: FilterOperator): readonly string[] {
  switch (operator) {
    case 'in':
    case 'not-in':
      return ['gold', 'gold,silver', '1,2,"a, b"'];
    case 'mod':
      return ['4=2', '1000=0'];
    case 'has':
      return textTraits;
    case 'longer-than':
      return ['1', '255'];
    default:
      return ['0', '1', '5000', '', 'gold', '2024-01-31', '-3.5'];
  }
}

/** Any fault of the catalogue over these files. */
export function arbitraryFault(files: readonly string[]): fc.Arbitrary<Fault> {
  const some = fc.subarray([...files], { minLength: 1 });
  const someOrAll = fc.option(some, { nil: undefined });
  const same = fc.option(versionRange, { nil: undefined });
  const withFiles = <T extends object>(fault: fc.Arbitrary<T>) =>
    fc.tuple(fault, someOrAll).map(([of, names]) => (names ? { ...of, files: names } : of));
  const withSame = <T extends object>(fault: fc.Arbitrary<T>) =>
    fc.tuple(fault, same).map(([of, range]) => (range ? { ...of, equivalentRange: range } : of));
  const of = <C extends Fault['fault'], T extends object>(fault: C, rest: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
    fc.record({ fault: fc.constant(fault), ...rest });
  const rows = fc.tuple(count, fc.nat({ max: 3 })).map(([from, length]) => ({ from, to: from + length }));
  const anyFault = fc.oneof(
    of('file-not-loaded', { files: some }),
    withSame(
      of('file-partially-loaded', {
        files: fc.constantFrom(...files).map((file) => [file]),
        loaded: fc.oneof(
          fc.array(rows, { maxLength: 4 }),
          count.map((to) => [{ from: 0, to }]),
        ),
      }),
    ),
    withSame(of('rows-capped', { limit: count })),
    withSame(of('first-rows-skipped', { count: fc.integer({ min: 1, max: 1200 }) })),
    of('file-loaded-again', { files: fc.constantFrom(...files).map((file) => [file]) }),
    of('deletes-ignored', {
      column: fc.constantFrom('op', 'is_deleted'),
      values: fc.subarray(['D', 'delete', '1', 'true', 'yes'], { minLength: 1 }),
      how: fc.constantFrom('kept', 'skipped'),
    }),
    withSame(of('version-cutoff', { version: version.map(String) })),
    fc.constantFrom(...plainCodes).map((fault) => ({ fault })),
    of('key-altered', {
      how: fc.constantFrom(...keyAlterations),
      width: fc.integer({ min: 2, max: 40 }),
      length: fc.integer({ min: 1, max: 40 }),
      stage: fc.constantFrom('load' as const, undefined),
    }),
    of('key-incomplete', { columns: fc.subarray(['order_id', 'line_no'], { minLength: 1 }) }),
    of('rows-repeated', {}),
    of('partition-overwritten', { column: fc.constantFrom('loyalty_credits', 'batch_id', 'country_code') }),
    of('files-out-of-order', {
      order: fc.shuffledSubarray([...files], { minLength: files.length, maxLength: files.length }),
    }),
    of('version-misread', { form: fc.constantFrom(...versionForms) }),
    withFiles(of('columns-swapped', { columns: fc.shuffledSubarray(COLUMNS, { minLength: 2, maxLength: 2 }) })),
    of('column-not-updated', { columns: fc.subarray(COLUMNS, { minLength: 1 }) }),
    of('empties-filled', {
      columns: fc.subarray(COLUMNS, { minLength: 1 }),
      value: fc.constantFrom('0', '-1', 'other'),
    }),
    of('text-cut', { columns: fc.subarray(COLUMNS, { minLength: 1 }), length: fc.integer({ min: 1, max: 255 }) }),
    of('column-shifted', {
      column: fc.constantFrom(...COLUMNS, 'batch_id'),
      by: fc.constantFrom('1', '-1', '12.5', 'PT1H', '-PT5H30M', 'P1D', 'P2DT0.5S'),
    }),
    withFiles(of('column-emptied', { columns: fc.subarray(COLUMNS, { minLength: 1 }) })),
    of('column-reformatted', { column: fc.constantFrom(...COLUMNS), how: fc.constantFrom(...reformattings) }),
    withFiles(of('measure-misread', { how: fc.constantFrom(...misreadings) })),
    withFiles(
      of('measure-scaled', {
        factor: fc.constantFrom('100', '0.01', '1000', '-1', '1.0825'),
        where: fc.constantFrom(undefined, { column: 'currency', value: 'JPY' }),
      }),
    ),
    withFiles(of('measure-rounded', { how: fc.constantFrom(...roundings), digits: fc.integer({ min: -5, max: 4 }) })),
    of('measure-wrapped', { bits: fc.constantFrom(16, 32), digits: fc.constantFrom(0, 2) }),
    withFiles(of('measure-clipped', { max: positive })),
    withFiles(
      withSame(
        fc
          .record({
            fault: fc.constant('rows-filtered' as const),
            column: fc.constantFrom(...COLUMNS, 'batch_id', 'user_id'),
            operator: fc.constantFrom(...filterOperators),
            stage: fc.constantFrom('arrival' as const, 'load' as const),
          })
          .chain((fault) => fc.constantFrom(...valuesFor(fault.operator)).map((value) => ({ ...fault, value }))),
      ),
    ),
    of('rows-not-exported', { versions: versionRange }),
  );
  return anyFault as fc.Arbitrary<Fault>;
}

const condition = fc.constantFrom<PatternCondition>(
  { kind: 'file', file: 'delta0.csv' },
  { kind: 'version-range', column: 'batch_id', from: '4501', to: '6000' },
  { kind: 'row-range', file: 'delta0.csv', from: 0, to: 1499 },
  { kind: 'key-range', range: { from: 1000, to: 1999 } },
  { kind: 'key-range', range: null },
  { kind: 'sign', is: 'larger' },
  { kind: 'constant-difference', difference: '-5' },
  { kind: 'constant-ratio', ratio: 1.05 },
  { kind: 'one-column', column: 'total_spend' },
  { kind: 'values', column: 'loyalty_credits', values: ['7', '9'] },
  { kind: 'column-range', column: 'total_spend', from: '100', to: '250' },
  { kind: 'longer-than', column: 'user_id', length: 12 },
  { kind: 'key-remainder', column: 'user_id', by: 4, leaves: 2 },
  { kind: 'absent-from', file: 'delta0.csv' },
  { kind: 'relation', column: 'total_spend', is: 'older' },
);

function arbitrarySide(files: readonly string[]): fc.Arbitrary<SideFindings> {
  const cause: fc.Arbitrary<Cause> = fc
    .tuple(arbitraryFault(files), fc.integer({ min: 1, max: 9000 }), fc.oneof(fc.constant('0'), decimal))
    .map(([fault, keys, amount]) => ({
      ...fault,
      keys,
      amount,
    }));
  const reproduced = fc.tuple(count, count).map(([rows, more]) => ({ rows, of: rows + more }));
  return fc
    .record({
      complete: fc.boolean(),
      causes: fc.array(cause, { maxLength: 4 }),
      reproduced,
      unexplained: fc.record({ keys: fc.integer({ min: 1, max: 9000 }), amount: fc.oneof(fc.constant('0'), decimal) }),
      equivalents: fc.array(fc.array(arbitraryFault(files), { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
      distinguishingFaults: fc.array(arbitraryFault(files), { maxLength: 2 }),
      distinguishingKeys: fc.constantFrom<string[][]>([], [['1042']], [['a·b'], ['']]),
      blindSpotFaults: fc.array(arbitraryFault(files), { maxLength: 3 }),
      ruledOut: fc.array(
        fc.record({ causes: fc.array(arbitraryFault(files), { minLength: 1, maxLength: 2 }), reproduced }),
        { maxLength: 5 },
      ),
      rules: fc.subarray([...dedupeRules]).map((consistent) => ({
        consistent,
        excluded: dedupeRules.filter((rule) => !consistent.includes(rule)),
      })),
      patterns: fc.array(
        fc
          .tuple(condition, count, count, fc.double({ min: 0, max: 1, noNaN: true }))
          .map(([met, support, of, precision]) => ({ ...met, support, of, precision })),
        { maxLength: 2 },
      ),
    })
    .map(
      ({ complete, ...side }): SideFindings => ({
        ...side,
        proved: complete,
        reproduced: complete ? { rows: side.reproduced.of, of: side.reproduced.of } : side.reproduced,
        unexplained: complete ? { keys: 0, amount: '0' } : side.unexplained,
        equivalents: side.causes.length > 0 ? side.equivalents : [],
        blindSpots: side.blindSpotFaults.map(({ fault }) => fault),
        patterns: complete ? [] : side.patterns,
        exact: complete,
        unsettled: 0,
      }),
    );
}

/** A side's part of the gap. */
function told(side: SideFindings | null): string {
  return side ? side.causes.reduce((sum, { amount }) => addDecimals(sum, amount), side.unexplained.amount) : '0';
}

/** Findings that satisfy the schema and conserve the gap: causes and unexplained add up to the difference. */
export function arbitraryFindings(): fc.Arbitrary<Findings> {
  return fc
    .integer({ min: 1, max: 12 })
    .chain((deltas) => {
      const files = Array.from({ length: deltas }, (_, index) => `delta${index}.csv`);
      return fc.record({
        files: fc.constant(files),
        labels: fc.shuffledSubarray(LABELS, { minLength: 2, maxLength: 2 }),
        given: fc.constantFrom('both', 'both', 'ours', 'theirs'),
        ours: arbitrarySide(files),
        theirs: arbitrarySide(files),
        key: fc.constantFrom('user_id', 'customer', 'id', 'company_id'),
        versionColumn: fc.constantFrom('batch_id', 'updated_at', 'version', ''),
        unit: fc.constantFrom('$', '€', 'CHF', null),
        expectedTotal: decimal,
        expectedKeys: count,
        counts: fc.record({
          compared: count,
          mismatched: count,
          onlyOurs: fc.nat(2),
          onlyTheirs: fc.nat(2),
          duplicatedOurs: fc.nat(2),
          duplicatedTheirs: fc.nat(2),
        }),
        hidden: fc.nat(2),
        won: fc.array(fc.record({ expected: count, ours: count, theirs: count }), {
          minLength: deltas,
          maxLength: deltas,
        }),
        strangers: fc.record({ ours: fc.nat(2), theirs: fc.nat(2) }),
        outside: fc.record({ keys: fc.nat(2), amount: decimal }),
        bins: fc.array(fc.record({ keys: fc.nat(3), amount: decimal }), { maxLength: 6 }),
        spread: fc.array(decimal, { maxLength: 5 }),
      });
    })
    .map((made): Findings => {
      const ours = made.given === 'theirs' ? null : made.ours;
      const theirs = made.given === 'ours' ? null : made.theirs;
      const oursTotal = ours && subtractDecimals(made.expectedTotal, told(ours));
      const theirsTotal = theirs && addDecimals(made.expectedTotal, told(theirs));
      const difference = oursTotal !== null && theirsTotal !== null ? subtractDecimals(theirsTotal, oursTotal) : null;
      const right = [ours, theirs].every((side) => side === null || (side.proved && side.causes.length === 0));
      const ordered = [...made.spread].sort((a, b) => (subtractDecimals(a, b).startsWith('-') ? -1 : 1));
      const [ourLabel = 'ours', theirLabel = 'theirs'] = made.labels;
      return {
        schema: 'tieout.findings/1',
        labels: { ours: ourLabel, theirs: theirLabel },
        mapping: { key: made.key, measure: MEASURE, version: made.versionColumn, attributes: COLUMNS.slice(1) },
        columns: [
          {
            name: MEASURE,
            role: 'measure',
            type: 'number',
            unit: made.unit,
            sign: null,
            tolerance: '0.01',
            hidden: made.hidden,
          },
        ],
        conditions: [],
        inputs: [
          ...made.files.map((file, order) => ({
            file,
            role: 'delta' as const,
            order,
            rows: 10,
            keys: 10,
            rejected: 0,
            total: '0',
            versions: { min: '0', max: '9', distinct: 10 },
          })),
          ...(ours
            ? [
                {
                  file: 'ours.csv',
                  role: 'ours' as const,
                  rows: 10,
                  keys: 10,
                  rejected: 0,
                  total: oursTotal ?? '0',
                  versions: null,
                },
              ]
            : []),
          ...(theirs
            ? [
                {
                  file: 'theirs.csv',
                  role: 'theirs' as const,
                  rows: 10,
                  keys: 10,
                  rejected: 0,
                  total: theirsTotal ?? '0',
                  versions: null,
                },
              ]
            : []),
        ],
        expected: { keys: made.expectedKeys, total: made.expectedTotal },
        gap: { ours: oursTotal, theirs: theirsTotal, difference },
        keys: right
          ? { ...made.counts, mismatched: 0, onlyOurs: 0, onlyTheirs: 0 }
          : { ...made.counts, mismatched: Math.min(made.counts.mismatched, made.counts.compared) },
        sides: { ours, theirs },
        repair: [],
        evidence: {
          bridge: [],
          filesWon: made.won.map((won, index) => ({
            file: made.files[index] ?? '',
            expected: won.expected,
            ours: ours && won.ours,
            theirs: theirs && won.theirs,
          })),
          fromNoFile: { ours: ours && made.strangers.ours, theirs: theirs && made.strangers.theirs },
          gapOutsideVersions: made.outside,
          gapByVersion: made.bins.map((bin, index) => ({
            ...bin,
            from: String(index * 100),
            to: String(index * 100 + 99),
            file: null,
          })),
          fileVersions: made.files.map((file, index) => ({
            file,
            min: String(index * 1000),
            max: String(index * 1000 + 999),
          })),
          gapSpread: {
            bins: [],
            median: ordered[Math.floor(ordered.length / 2)] ?? null,
            min: ordered[0] ?? null,
            max: ordered.at(-1) ?? null,
            keys: ordered.length,
          },
        },
        warnings: [],
        premises: [],
        unread: [],
        missing: null,
        totals: [],
      };
    });
}
