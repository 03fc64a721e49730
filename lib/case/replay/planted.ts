import { assertNever } from '@/lib/core/assert-never';
import { subtractDecimals } from '@/lib/core/decimal';
import type { Fault } from '@/lib/core/findings/fault';
import type { Findings, Side, SideFindings } from '@/lib/core/findings/findings';
import { formatCount } from '@/lib/core/phrases/amounts';
import { plural } from '@/lib/core/phrases/phrases';
import { tellVerdict } from '@/lib/core/words/verdict';
import { bareFault, type ReplaySetting } from './setting';

/**
 * What became of a planted setting. `unseen`: it leaves the table as it should be. `tied`: another explanation is told
 * first and this one beside it. `equivalent`: proved by other faults, which give the very same table.
 */
export type PlantJudgement = 'exact' | 'tied' | 'equivalent' | 'unseen' | 'not-found';

/** The findings on the planted side, told. */
export interface ToldPlant {
  readonly judgement: PlantJudgement;
  readonly judged: string;
  /** What the engine says, as on the page. */
  readonly headline: string;
  readonly stateLabel: string;
  /** "10,000 of 10,000 rows" */
  readonly reproduced: string;
}

export function tellPlant(findings: Findings, side: Side, planted: ReplaySetting): ToldPlant | null {
  const found = findings.sides[side];
  if (!found) return null;
  const judgement = judgePlant(found, planted);
  const sides = { ours: side === 'ours' ? found : null, theirs: side === 'theirs' ? found : null };
  const { headline, stateLabel } = tellVerdict({ ...findings, sides });
  const { rows, of } = found.reproduced;
  return {
    judgement,
    judged: judgedWords(judgement),
    headline,
    stateLabel,
    reproduced: `${formatCount(rows)} of ${plural(of, 'row', 'rows')}`,
  };
}

export function judgePlant(found: SideFindings, planted: ReplaySetting): PlantJudgement {
  if (!found.proved) return 'not-found';
  if (sameFaults(found.causes, planted)) return 'exact';
  if (found.causes.length === 0) return 'unseen';
  return found.equivalents.some((faults) => sameFaults(faults, planted)) ? 'tied' : 'equivalent';
}

function judgedWords(judgement: PlantJudgement): string {
  switch (judgement) {
    case 'exact':
      return 'It found exactly what was planted.';
    case 'tied':
      return 'It found what was planted, as one of the explanations that give the very same table.';
    case 'equivalent':
      return 'It found another explanation that gives the very same table; these files cannot tell the two apart.';
    case 'unseen':
      return 'With these files, what was planted leaves the table as it should be. There is nothing to find.';
    case 'not-found':
      return 'It did not find what was planted, and claims no proof.';
    default:
      return assertNever(judgement);
  }
}

function sameFaults(found: readonly Fault[], planted: readonly Fault[]): boolean {
  return (
    found.length === planted.length && planted.every((fault) => found.some((candidate) => sameFault(candidate, fault)))
  );
}

/** The same parameters; the one that was sought may lie anywhere in the range that gives the same table. */
function sameFault(found: Fault, planted: Fault): boolean {
  const range = 'equivalentRange' in found ? found.equivalentRange : undefined;
  const [sought, own] = [tuned(found), tuned(planted)];
  if (!range || !sought || !own) return canonical(bareFault(found)) === canonical(bareFault(planted));
  return sought.rest === own.rest && within(own.value, range);
}

/** The one parameter that a range may cover, and all the others; null where there is none. */
function tuned(fault: Fault): { readonly value: string; readonly rest: string } | null {
  const bare = bareFault(fault);
  if (bare.fault === 'rows-capped') return { value: String(bare.limit), rest: canonical({ ...bare, limit: 0 }) };
  if (bare.fault === 'first-rows-skipped') return { value: String(bare.count), rest: canonical({ ...bare, count: 1 }) };
  if (bare.fault === 'version-cutoff') return { value: bare.version, rest: canonical({ ...bare, version: '' }) };
  if (bare.fault === 'rows-filtered') return { value: bare.value, rest: canonical({ ...bare, value: '' }) };
  if (bare.fault !== 'file-partially-loaded') return null;
  const [head] = bare.loaded;
  return bare.loaded.length === 1 && head?.from === 0
    ? { value: String(head.to), rest: canonical({ ...bare, loaded: [] }) }
    : null;
}

function within(value: string, { min, max }: { readonly min: string; readonly max: string }): boolean {
  if ([value, min, max].every((text) => /^-?\d+(\.\d+)?$/.test(text))) {
    return !subtractDecimals(value, min).startsWith('-') && !subtractDecimals(max, value).startsWith('-');
  }
  return min <= value && value <= max;
}

/** Parts by name, lists of names in order, decimals without closing zeros. */
function canonical(fault: Fault): string {
  const parts = Object.entries(fault).map(([name, part]: [string, unknown]) => [name, inOneForm(name, part)] as const);
  return JSON.stringify(parts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function inOneForm(name: string, part: unknown): unknown {
  if (Array.isArray(part) && (name === 'files' || name === 'columns')) return part.map(String).toSorted();
  return typeof part === 'string' && /^-?\d+\.\d+$/.test(part) ? part.replace(/\.?0+$/, '') : part;
}
