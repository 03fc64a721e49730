import { type DedupeRule, dedupeRules } from '@/lib/core/findings/dedupe-rule';
import type { Fault } from '@/lib/core/findings/fault';
import type { Repair } from '@/lib/core/findings/findings';
import { differingKeys, type PlainCase, type PlainRow, type PlainTable, sameTable, tableRows } from './plain-case';
import { runPipeline, takeAsGiven } from './slow-pipeline';

/**
 * What can be said of mending a table, found by mending it: the table's rows arrive first, what is loaded after them,
 * and the slow pipeline keeps of each key the row that the rule keeps. Keys that the table holds more than once stay as
 * they are. Null where the table is what the files give.
 * @param causes of the side, whose files are those that are loaded whole
 */
export function slowRepair(
  source: PlainCase,
  table: PlainTable,
  causes: readonly Fault[],
): Omit<Repair, 'side'> | null {
  const expected = runPipeline(source, []);
  const wrong = new Set(differingKeys(expected, table));
  const several = (key: string) => (table.get(key) ?? []).length > 1;
  const beyond = [...table.keys()].filter((key) => several(key) || !expected.has(key));
  const repair = tableRows(expected).filter(({ key }) => wrong.has(key) && !several(key));
  if (repair.length === 0 && beyond.length === 0) return null;
  const files = causes.flatMap((cause) =>
    'files' in cause && cause.files && cause.fault !== 'file-loaded-again' ? cause.files : [],
  );
  const whole = source.deltas.filter(({ name }) => files.includes(name)).flatMap(({ rows }) => rows);
  const rightKeys = (of: PlainTable) => {
    const differing = new Set(differingKeys(expected, of));
    return new Set([...expected.keys()].filter((key) => !differing.has(key)));
  };
  const before = rightKeys(table);
  const outcomeOf = (rule: DedupeRule, load: 'repair' | 'whole-files', rows: readonly PlainRow[]) => {
    const after = loaded(source, table, rows, [...ruleFaults(rule), ...tieFaults(causes)]);
    const now = rightKeys(after);
    return {
      rule,
      load,
      files: load === 'repair' ? [] : files,
      right: now.size,
      of: expected.size,
      overwritten: [...before].filter((key) => !now.has(key)).length,
    };
  };
  return {
    rows: repair.length,
    beyond: beyond.length,
    outcomes: possibleRules(source, table, causes).flatMap((rule) => [
      ...(repair.length > 0 ? [outcomeOf(rule, 'repair', repair)] : []),
      ...(whole.length > 0 ? [outcomeOf(rule, 'whole-files', whole)] : []),
    ]),
  };
}

function loaded(source: PlainCase, table: PlainTable, rows: readonly PlainRow[], faults: readonly Fault[]): PlainTable {
  const kept = new Map([...table].filter(([, own]) => own.length > 1));
  const merged = runPipeline(
    {
      ...source,
      deltas: [
        { name: 'table', rows: tableRows(table).filter(({ key }) => !kept.has(key)) },
        { name: 'load', rows: rows.filter(({ key }) => !kept.has(key)) },
      ],
    },
    faults,
  );
  return new Map([...merged, ...kept]);
}

/** Rules that give the table together with the causes that are no rules; where none does, the sound ones. */
function possibleRules(source: PlainCase, table: PlainTable, causes: readonly Fault[]): readonly DedupeRule[] {
  const others = causes.filter(({ fault }) => !Object.values(RULES).includes(fault));
  const consistent = dedupeRules.filter((rule) =>
    sameTable(takeAsGiven(source, [...others, ...ruleFaults(rule)], table).table, table),
  );
  return consistent.length > 0 ? consistent : ['largest-version', 'last-arrival'];
}

const RULES: Record<DedupeRule, Fault['fault'] | null> = {
  'largest-version': null,
  'largest-version-as-text': 'version-compared-as-text',
  'smallest-version': 'smallest-version-wins',
  'first-arrival': 'first-row-wins',
  'last-arrival': 'last-row-wins',
  'largest-measure': 'largest-measure-wins',
};

function ruleFaults(rule: DedupeRule): Fault[] {
  const fault = RULES[rule];
  return fault === null ? [] : [{ fault } as Fault];
}

function tieFaults(causes: readonly Fault[]): Fault[] {
  return causes.filter(({ fault }) => fault === 'ties-broken-differently');
}
