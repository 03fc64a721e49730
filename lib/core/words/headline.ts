import { isZeroDecimal } from '../decimal';
import type { Findings } from '../findings/findings';
import { capitalised, numberWord, tableOf } from '../phrases/phrases';
import { asFarAsRead, missingSentence } from './doubts';
import { conditions, continued } from './other-readings';
import { isWrong, type Standing, theFiles } from './standing';
import { labelOf, tellFault } from './tell-fault';

/** `namesCauses`: the text is the only cause's sentence, so that what follows may refer to it. */
export function headlineOf(findings: Findings, standings: readonly Standing[]): { text: string; namesCauses: boolean } {
  const missing = missingSentence(findings);
  if (missing !== null) return { text: missing, namesCauses: false };
  const plain = plainHeadline(findings, standings);
  const condition = conditions(findings)[0];
  return condition === undefined ? plain : { ...plain, text: `${condition}, ${continued(plain.text)}` };
}

/** The headline without the condition under which it holds. */
function plainHeadline(findings: Findings, standings: readonly Standing[]): { text: string; namesCauses: boolean } {
  const wrong = standings.filter(isWrong);
  const [first] = standings;
  const files = theFiles(findings);
  if (wrong.length === 0 && standings.some(({ kind }) => kind === 'as-read')) {
    const tables = standings.length === 2 ? 'Both tables are' : `${first ? tableOf(first.telling) : 'The table'} is`;
    return { text: `${tables} what ${files} should give${asFarAsRead(findings)}.`, namesCauses: false };
  }
  if (wrong.length === 0) {
    const text =
      standings.length === 2
        ? `The two tables agree, and both are exactly what ${files} should give.`
        : `${first ? tableOf(first.telling) : 'The table'} is exactly what ${files} should give.`;
    return { text, namesCauses: false };
  }
  if (standings.length === 2 && wrong.length === 2 && tablesAgree(findings)) {
    return {
      text: `The two tables agree with each other, but not with what ${files} should give${asFarAsRead(findings)}.`,
      namesCauses: false,
    };
  }
  const causes = wrong.reduce((sum, { found }) => sum + found.causes.length, 0);
  if (standings.length === 2 && causes === 0 && wrong.length === 2) {
    return { text: 'No known fault explains either table.', namesCauses: false };
  }
  return {
    text: wrong.map((standing) => standingHeadline(standing)).join(' '),
    namesCauses: causes === 1 && wrong.length === 1 && wrong.every(({ found }) => found.equivalents.length === 0),
  };
}

function standingHeadline({ kind, found, telling }: Standing): string {
  const { causes, equivalents } = found;
  if (causes.length === 0) return `No known fault explains ${tableOf(telling)}.`;
  const told = causes.map((cause) => tellFault(cause, telling));
  const text =
    causes.length < 3
      ? told.map(({ sentence }) => sentence).join(' ')
      : `${capitalised(numberWord(causes.length))} faults together ${kind === 'proved' || kind === 'holds' ? 'made' : 'come nearest to'} ${tableOf(telling)}: ${told.map(({ label }) => label).join('; ')}.`;
  return `${kind === 'proved' || kind === 'holds' ? '' : 'Best explanation: '}${text}${alternative(equivalents.length, () => (equivalents[0] ?? []).map((fault) => labelOf(fault, telling)).join('; and '))}`;
}

function alternative(others: number, labels: () => string): string {
  if (others === 0) return '';
  return others === 1
    ? ` Or, just as well: ${labels()}.`
    : ` Or, just as well, one of ${numberWord(others)} other explanations.`;
}

function tablesAgree({ gap, keys }: Findings): boolean {
  const { mismatched, onlyOurs, onlyTheirs } = keys;
  return mismatched + onlyOurs + onlyTheirs === 0 && isZeroDecimal(gap.difference ?? '0');
}
