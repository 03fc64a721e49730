import type { Findings } from '@/lib/core/findings/findings';
import type { Standing } from '@/lib/core/words/standing';
import { type Block, type Person, paragraph } from './letter';

/** Whom a letter is for and who signs it. */
export interface People {
  readonly to: Person;
  readonly from: Person;
}

export function greeting(to: Person): Block {
  return paragraph(to.name.trim() === '' ? 'Hello,' : `Hello ${to.name.trim()},`);
}

export function signature(from: Person): Block {
  return paragraph(['Kind regards', from.name.trim(), from.company.trim()].filter((line) => line !== '').join('\n'));
}

/** There is something to write about: a table that is not what the files should give, or two that differ. */
export function hasDiscrepancy(findings: Findings, standings: readonly Standing[]): boolean {
  const { mismatched, onlyOurs, onlyTheirs } = findings.keys;
  return standings.some(({ kind }) => kind !== 'right' && kind !== 'as-read') || mismatched + onlyOurs + onlyTheirs > 0;
}

/** A subject of at most 120 characters: the first of the candidates that fits, or the last. */
export function subjectOf(candidates: readonly string[]): string {
  return candidates.find((candidate) => candidate.length <= 120) ?? candidates.at(-1) ?? '';
}
