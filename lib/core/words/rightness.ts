import { moduleOf } from '../faults/catalogue';
import type { Findings } from '../findings/findings';
import { list, possessive, tableOf } from '../phrases/phrases';
import { asFarAsRead, unreadSentence } from './doubts';
import { conditions, continued } from './other-readings';
import { tellPremises } from './premises';
import { isRewritten, type Standing, theFiles } from './standing';

/** Who is right, under which condition and what would be so otherwise, and what could not be read; may be empty. */
export function rightnessOf(findings: Findings, standings: readonly Standing[]): string {
  if (findings.missing) return 'Until that is settled, neither table can be called right or wrong.';
  const condition = conditions(findings)[0];
  const sentences = [...rightSentences(findings, standings), ...missingTable(findings, standings)];
  const otherwise = tellPremises(findings).flatMap((told) => told.otherwise ?? []);
  if (condition === undefined || sentences.length === 0) return [...sentences, ...unreadNote(findings)].join(' ');
  const [first = '', ...rest] = sentences;
  return [`${condition}, ${continued(first)}`, ...rest, ...otherwise, ...unreadNote(findings)].join(' ');
}

function unreadNote(findings: Findings): string[] {
  return [unreadSentence(findings)].filter((sentence) => sentence !== null);
}

function rightSentences(findings: Findings, standings: readonly Standing[]): string[] {
  const files = theFiles(findings);
  const right = standings.filter(({ kind }) => kind === 'right');
  const asRead = standings.filter(({ kind }) => kind === 'as-read');
  const ahead = standings.filter(isAhead);
  const rewritten = standings.filter(isRewritten);
  const others = standings.filter((standing) => ![...right, ...asRead, ...ahead, ...rewritten].includes(standing));
  return [
    ...(right.length === 2 ? [`Both tables are exactly what ${files} should give.`] : []),
    ...(right.length === 1
      ? right.map(({ telling }) => `${tableOf(telling)} is exactly what ${files} should give.`)
      : []),
    ...asRead.map(({ telling }) => `${tableOf(telling)} is what ${files} should give${asFarAsRead(findings)}.`),
    ...ahead.map(
      ({ telling }) =>
        `${tableOf(telling)} is what ${files} should give, apart from newer rows that are in none of them.`,
    ),
    ...rewritten.map(
      ({ telling, found }) =>
        `${tableOf(telling)} is what ${files} should give, apart from how it writes ${list([...new Set(found.causes.flatMap((cause) => ('column' in cause ? cause.column : [])))])}.`,
    ),
    ...(others.length === 2 ? [`Neither table is what ${files} should give${asFarAsRead(findings)}.`] : []),
    ...(others.length === 1 && right.length + asRead.length === 0
      ? others.map(({ telling }) => `${tableOf(telling)} is not what ${files} should give${asFarAsRead(findings)}.`)
      : []),
  ];
}

/** Wrong only in that it knows more than the files do. */
function isAhead({ kind, found }: Standing): boolean {
  return kind === 'proved' && found.causes.every((cause) => moduleOf(cause).ahead);
}

function missingTable({ labels }: Findings, standings: readonly Standing[]): string[] {
  const [only] = standings;
  if (!only || standings.length === 2) return [];
  return [
    `${possessive(labels[only.side === 'ours' ? 'theirs' : 'ours'])} table was not given, so nothing is said about it.`,
  ];
}
