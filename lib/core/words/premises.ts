import type { Findings } from '../findings/findings';
import type { Premise } from '../findings/premise';

/** A premise in words. */
export interface ToldPremise {
  readonly premise: Premise;
  /** What was decided: a sentence. */
  readonly text: string;
  /** What settled it, a phrase. */
  readonly settled: string;
  /** Nothing in the files settles it. */
  readonly assumed: boolean;
  /** What the verdict would be otherwise, a sentence; null: the same. */
  readonly otherwise: string | null;
}

/** The premises of the findings in words, in their order. */
export function tellPremises(findings: Findings): readonly ToldPremise[] {
  void findings;
  return [];
}
