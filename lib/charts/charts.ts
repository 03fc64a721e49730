import type { Findings } from '@/lib/core/findings/findings';
import { bridge } from './bridge';
import type { Chart } from './chart';
import { filesWon } from './files-won';
import { gapByVersion } from './gap-by-version';
import { gapSpread } from './gap-spread';

/** The charts of a case, in the order in which they are shown. */
export function chartsOf(findings: Findings): readonly Chart[] {
  return [bridge(findings), filesWon(findings), gapByVersion(findings), gapSpread(findings)];
}
