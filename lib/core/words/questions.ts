import type { Findings } from '../findings/findings';
import { tableOf } from '../phrases/phrases';
import { keyQuestion, missingQuestion } from './doubts';
import { conditionOf } from './other-readings';
import { tellPattern } from './patterns';
import type { Standing } from './standing';
import { tellFault } from './tell-fault';

/** What a person must answer before anything is settled. */
export function openQuestions(findings: Findings): string[] {
  const doubts = findings.premises.flatMap((premise) => {
    const condition = conditionOf(premise, findings);
    return condition === null
      ? []
      : [`${condition.replace(/^If /, 'Is it so that ').replace(/ counts$/, ' is agreed to count')}?`];
  });
  return [missingQuestion(findings), keyQuestion(findings), ...doubts].filter((question) => question !== null);
}

/** What the engineer is asked of a table that is wrong; never empty. */
export function questionsOf({ kind, found, telling }: Standing): string[] {
  const asked = found.causes.map((cause) => tellFault(cause, telling).question);
  if (kind === 'proved' || kind === 'holds') return asked;
  const patterns = found.patterns.map(
    (pattern) => `What does the pipeline do differently where ${tellPattern(pattern, telling)}?`,
  );
  return asked.length + patterns.length > 0
    ? [...asked, ...patterns]
    : [`Which query builds ${tableOf(telling)}, and what does the log of its last run say?`];
}
