import { assertNever } from '../assert-never';
import type { Findings } from '../findings/findings';
import type { Premise } from '../findings/premise';
import { otherwiseOf } from './other-readings';
import { settledIn } from './premise-settled';
import { textOf } from './premise-text';

/** A premise in words: what was decided about the files, and what settled it. */
export interface ToldPremise {
  readonly premise: Premise;
  /** Other premises that the same sentence tells: the same decision in other files or columns. */
  readonly also: readonly Premise[];
  /** A whole sentence. */
  readonly text: string;
  /** A phrase: "412 cells allow nothing else". */
  readonly settled: string;
  /** Nothing in the files settles it, and it matters. */
  readonly assumed: boolean;
  /** What the verdict would be under the other reading, a whole sentence; null where it would be the same. */
  readonly otherwise: string | null;
}

/** The premises that are worth a line, those that stand out first. What goes without saying is left out. */
export function tellPremises(findings: Findings): readonly ToldPremise[] {
  const groups = new Map<string, [Premise, ...Premise[]]>();
  for (const premise of findings.premises) {
    if (goesWithoutSaying(premise)) continue;
    const key = groupOf(premise);
    const group = groups.get(key);
    if (group) group.push(premise);
    else groups.set(key, [premise]);
  }
  const told = [...groups.values()].map(([premise, ...also]): ToldPremise => {
    const all = [premise, ...also];
    return {
      premise,
      also,
      text: textOf(all, findings),
      settled: settledIn(all, findings),
      assumed: all.some((one) => standsOut(one)),
      otherwise: all.map((one) => otherwiseOf(one, findings)).find((sentence) => sentence !== null) ?? null,
    };
  });
  return [...told.filter(({ assumed }) => assumed), ...told.filter(({ assumed }) => !assumed)];
}

/** One premise as `--json` and a letter tell it. */
export function tellPremise(
  premise: Premise,
  findings: Findings,
): { text: string; settled: string; otherwise: string | null } {
  return {
    text: textOf([premise], findings),
    settled: settledIn([premise], findings),
    otherwise: otherwiseOf(premise, findings),
  };
}

function goesWithoutSaying(premise: Premise): boolean {
  switch (premise.code) {
    case 'unit':
      return true;
    case 'key':
      return premise.columns.length === 1 && premise.settledBy === 'uniqueness';
    case 'currencies':
      return premise.values.length < 2;
    case 'lines':
      return premise.taken === 'blank-cells';
    case 'version-order':
      return premise.as === 'number' || (premise.form === 'year-month-day' && premise.settledBy === 'cells');
    default:
      return false;
  }
}

/** Premises of one group are told together. */
function groupOf(premise: Premise): string {
  switch (premise.code) {
    case 'lines':
      return `lines ${premise.taken} ${premise.settledBy}`;
    case 'empty':
      return `empty ${[...premise.words].sort().join()} ${premise.settledBy}`;
    case 'writing':
      return `writing ${premise.as}`;
    case 'numbers':
      return `numbers ${premise.decimal} ${premise.settledBy} ${premise.files.join()}`;
    case 'dates':
      return `dates ${premise.form} ${premise.settledBy}`;
    case 'encoding':
      return `encoding ${premise.file}`;
    case 'key':
    case 'version':
    case 'version-order':
    case 'offsets':
    case 'unit':
    case 'currencies':
    case 'ties':
    case 'rule':
    case 'deletes':
      return `${premise.code} ${'column' in premise ? (premise.column ?? '') : ''}`;
    default:
      return assertNever(premise);
  }
}

function standsOut(premise: Premise): boolean {
  if (premise.alternative !== undefined) return true;
  if (premise.settledBy !== 'assumed') return false;
  switch (premise.code) {
    case 'rule':
    case 'ties':
    case 'unit':
      return false;
    case 'key':
      return premise.repeats.ours + premise.repeats.theirs > 0;
    default:
      return true;
  }
}
