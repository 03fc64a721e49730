import type { Fault } from '@/lib/core/findings/fault';
import type { Findings, SideFindings } from '@/lib/core/findings/findings';
import { toAmount } from './amount';
import { differingKeys, type PlainCase, sameTable, tableTotal } from './plain-case';
import type { PlantedSide, PlantedTables } from './plant';
import { takeAsGiven } from './slow-pipeline';

/**
 * - `exact`: the planted faults with their parameters, a parameter being met too where the range told as the same has it.
 * - `equivalent`: proved by other faults, no more of them, that give the very same table by the slow pipeline.
 * - `partial`: not proved, or by more faults than were planted, but some of the planted kinds are named.
 * - `false-proof`: called proved, and the slow pipeline with these causes gives another table.
 * With noise the same is asked of the table beneath it, and that what stays unexplained is just the noise.
 */
export const outcomes = ['exact', 'equivalent', 'partial', 'wrong', 'false-proof'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Verdict {
  readonly outcome: Outcome;
  /** What speaks against it; empty when all is well. */
  readonly remarks: readonly string[];
}

export function judgeSide(planted: PlantedTables, side: PlantedSide, found: SideFindings): Verdict {
  const causes = found.causes.map(asFault);
  const remarks = [...wrongFigures(planted, side, found, causes)];
  const verdict = (outcome: Outcome, ...more: string[]): Verdict => ({ outcome, remarks: [...more, ...remarks] });
  const replayed = takeAsGiven(planted.source, causes, side.table);
  const noise = side.noise.length > 0;
  if (found.proved && noise) return verdict('false-proof', `proved in spite of ${side.noise.length} random rows`);
  if (found.proved && !sameTable(replayed.table, side.table)) {
    return verdict('false-proof', `the replay differs for ${differingKeys(replayed.table, side.table).length} keys`);
  }
  const someRight = causes.some((cause) => side.faults.some((fault) => fault.fault === cause.fault));
  if (noise ? !explainsAllButNoise(planted.source, side, causes) : !found.proved)
    return verdict(
      someRight ? 'partial' : 'wrong',
      noise ? 'the causes do not give the table beneath the noise' : 'not proved',
    );
  if (remarks.length > 0) return verdict('wrong');
  if (causes.length > side.faults.length)
    return verdict(someRight ? 'partial' : 'wrong', 'more causes than were planted');
  return verdict(sameFaults(side.faults, found.causes, planted.source) ? 'exact' : 'equivalent');
}

/** Whether causes and unexplained of both sides add up to the gap, and the gap is that of the tables. */
export function judgeBooks(planted: PlantedTables, findings: Findings): readonly string[] {
  const remarks: string[] = [];
  if (!sameAmount(findings.expected.total, tableTotal(planted.expected)))
    remarks.push(`expected total ${findings.expected.total}`);
  const { difference } = findings.gap;
  if (!planted.theirs || difference === null) return remarks;
  const gap = toAmount(tableTotal(planted.theirs.table)) - toAmount(tableTotal(planted.ours.table));
  if (toAmount(difference) !== gap) remarks.push(`gap ${difference}`);
  const parts = [findings.sides.ours, findings.sides.theirs].flatMap((side) =>
    side ? [...side.causes.map((cause) => cause.amount), side.unexplained.amount] : [],
  );
  if (parts.reduce((sum, part) => sum + toAmount(part), 0n) !== gap)
    remarks.push(`causes and unexplained do not add up to ${difference}`);
  const mismatched = differingKeys(planted.ours.table, planted.theirs.table).filter(
    (key) => planted.ours.table.has(key) && planted.theirs?.table.has(key),
  );
  if (findings.keys.mismatched !== mismatched.length)
    remarks.push(`${findings.keys.mismatched} mismatched keys, not ${mismatched.length}`);
  return remarks;
}

function explainsAllButNoise(source: PlainCase, side: PlantedSide, causes: readonly Fault[]): boolean {
  const differing = new Set(differingKeys(takeAsGiven(source, causes, side.table).table, side.table));
  return differing.size === side.noise.length && side.noise.every((key) => differing.has(key));
}

function* wrongFigures(
  planted: PlantedTables,
  side: PlantedSide,
  found: SideFindings,
  causes: readonly Fault[],
): Generator<string> {
  const differing = differingKeys(takeAsGiven(planted.source, causes, side.table).table, side.table).length;
  if (found.unexplained.keys !== differing)
    yield `${found.unexplained.keys} keys told as unexplained, ${differing} are`;
  if (found.proved !== (found.reproduced.rows === found.reproduced.of))
    yield `proved is ${found.proved} at ${found.reproduced.rows} of ${found.reproduced.of} rows`;
  const given = found.causes.find((cause) => cause.fault === 'rows-not-exported');
  if (given && found.causes.length === 1 && given.keys !== side.invented.length)
    yield `${given.keys} keys not exported, ${side.invented.length} are`;
}

function sameFaults(planted: readonly Fault[], found: readonly Fault[], source: PlainCase): boolean {
  return (
    planted.length === found.length && planted.every((fault) => found.some((other) => sameFault(fault, other, source)))
  );
}

function sameFault(planted: Fault, found: Fault, source: PlainCase): boolean {
  if (planted.fault !== found.fault) return false;
  const told = asFault(found);
  if (JSON.stringify(canonical(planted)) === JSON.stringify(canonical(told))) return true;
  const range = 'equivalentRange' in found ? found.equivalentRange : undefined;
  const own = parameter(planted);
  if (!range || own === null) return false;
  if (JSON.stringify(canonical(withParameter(planted, ''))) !== JSON.stringify(canonical(withParameter(told, ''))))
    return false;
  const dates = planted.fault === 'version-cutoff' && source.columns.at(-1)?.type === 'date';
  const order = (text: string) =>
    dates ? BigInt(Date.parse(text)) : /^-?\d+(\.\d+)?$/.test(text) ? toAmount(text) : null;
  const [min, value, max] = [order(range.min), order(own), order(range.max)];
  return min !== null && value !== null && max !== null && min <= value && value <= max;
}

/** The one parameter that a range may cover, as text. */
function parameter(fault: Fault): string | null {
  switch (fault.fault) {
    case 'rows-capped':
      return String(fault.limit);
    case 'first-rows-skipped':
      return String(fault.count);
    case 'version-cutoff':
      return fault.version;
    case 'rows-filtered':
      return fault.value;
    case 'file-partially-loaded':
      return String(fault.loaded[0]?.from === 0 && fault.loaded.length === 1 ? fault.loaded[0].to : null);
    default:
      return null;
  }
}

function withParameter(fault: Fault, text: string): object {
  switch (fault.fault) {
    case 'rows-capped':
      return { ...fault, limit: text };
    case 'first-rows-skipped':
      return { ...fault, count: text };
    case 'version-cutoff':
      return { ...fault, version: text };
    case 'rows-filtered':
      return { ...fault, value: text };
    case 'file-partially-loaded':
      return { ...fault, loaded: text };
    default:
      return fault;
  }
}

const ADDED = ['keys', 'amount', 'equivalentRange'];

/** A cause without what a finding adds to the fault. */
function asFault(cause: Fault): Fault {
  return Object.fromEntries(Object.entries(cause).filter(([name]) => !ADDED.includes(name))) as unknown as Fault;
}

/** Names in order, lists of names in order, decimals in one form. */
function canonical(fault: object): readonly (readonly [string, unknown])[] {
  return Object.entries(fault)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]: [string, unknown]) => {
      if ((name === 'files' || name === 'columns') && Array.isArray(part)) return [name, part.map(String).sort()];
      if ((name === 'factor' || name === 'max') && typeof part === 'string') return [name, toAmount(part).toString()];
      return [name, part];
    });
}

function sameAmount(a: string, b: string): boolean {
  return toAmount(a) === toAmount(b);
}
