import { isZeroDecimal } from '../decimal';
import type { Findings } from '../findings/findings';
import { formatCount } from '../phrases/amounts';
import { capitalised, list, numberWord, plural, tableOf } from '../phrases/phrases';
import { mixedUnits } from './mixed';
import { type Phrase, phrase, strong } from './phrase';
import { allExplained, type Reckoning, reckon, type Standing, standingsOf, theFiles } from './standing';
import { labelOf, replayedOnceNamed, tellFault } from './tell-fault';

/**
 * The sentences under the headline: what the replay gives, how much of the gap that is, what else it could be.
 * `namedAbove`: the headline has just named the only cause, so that "it" can stand for its file.
 */
export function proofOf(findings: Findings, namedAbove: boolean): readonly Phrase[] {
  const wrong = standingsOf(findings).filter(({ kind }) => kind !== 'right' && kind !== 'as-read');
  if (wrong.length === 0 || findings.missing) return [];
  const reckoning = reckon(findings);
  const mixed = mixedUnits(findings) !== null;
  return [
    ...wrong.map((standing) => replaySentence(findings, standing, namedAbove)),
    mixed ? mixedSentence(reckoning, wrong[0] as Standing) : gapSentence(reckoning, wrong[0] as Standing),
    ...wrong.flatMap(tiedSentence),
  ];
}

function replaySentence(findings: Findings, { kind, found, telling }: Standing, namedAbove: boolean): Phrase {
  const table = tableOf(telling);
  const { rows, of } = found.reproduced;
  const ratio = strong(`${formatCount(rows)} of ${plural(of, 'row', 'rows')}`);
  if (kind === 'unknown') {
    const [nearest] = found.ruledOut;
    const better = nearest && nearest.reproduced.rows > rows ? nearest : null;
    return phrase(
      `Running the pipeline on ${theFiles(findings)} without any fault gives `,
      ratio,
      ` of ${table}`,
      better
        ? `; the nearest of the known faults (${better.causes.map((cause) => labelOf(cause, telling)).join('; ')}) gives ${formatCount(better.reproduced.rows)} of ${formatCount(better.reproduced.of)}.`
        : '; none of the known faults gives more.',
    );
  }
  const running = `Running the pipeline again ${replayedWith(found.causes, telling, namedAbove)} gives `;
  return kind === 'proved'
    ? phrase(`${running}${table} exactly: `, ratio, ', every column.')
    : phrase(running, ratio, ` of ${table}${kind === 'holds' && rows < of ? ', all those that could be read' : ''}.`);
}

function replayedWith(causes: Standing['found']['causes'], telling: Standing['telling'], namedAbove: boolean): string {
  const [only] = causes;
  const parts =
    namedAbove && only && causes.length === 1
      ? [replayedOnceNamed(only, telling)]
      : causes.map((cause) => tellFault(cause, telling).replayed);
  return parts.some((part) => CLAUSE_COMMA.test(part)) ? `${parts.join(', and ')},` : list(parts);
}

/** Not one between thousands. */
const CLAUSE_COMMA = /,(?!\d)/;

function gapSentence(reckoning: Reckoning, { telling }: Standing): Phrase {
  const { both, difference, causes, unexplained, differing, of } = reckoning;
  const { amount, entity } = telling;
  const users = (keys: number) => plural(keys, entity.one, entity.many);
  const ofAll = (keys: number) => `${formatCount(keys)} of ${users(of)}`;
  const gap = both ? 'gap' : 'difference from the expected total';
  const explained = allExplained(reckoning);
  const agreeing = isZeroDecimal(difference);
  const counted = causes.filter(({ cause }) => cause.keys > 0);
  const first = counted[0] ?? causes[0];

  if (!first) {
    return agreeing
      ? phrase('The totals are equal all the same: ', strong(ofAll(differing)), ' differ, and why is not explained.')
      : phrase(
          `The whole ${gap}, `,
          strong(amount(difference)),
          ', across ',
          strong(ofAll(differing)),
          ', is not explained.',
        );
  }
  if ((causes.length === 1 || counted.length === 1) && explained) {
    return agreeing
      ? phrase('It touches ', strong(ofAll(first.cause.keys)), ' and leaves the total as it is.')
      : phrase(
          `That is the whole ${gap}, `,
          strong(amount(difference)),
          ', across ',
          strong(ofAll(first.cause.keys)),
          '.',
        );
  }
  const parts = causes.flatMap(({ cause }, index) =>
    cause.keys === 0 && counted.length > 0
      ? []
      : `${amount(cause.amount)} across ${users(cause.keys)} from ${nth(index, causes.length)}`,
  );
  const left = explained
    ? []
    : [`${amount(unexplained.amount)} across ${users(unexplained.keys)} that is not explained`];
  return phrase(`The ${gap}, `, strong(amount(difference)), `, is made up of ${list([...parts, ...left])}.`);
}

/** The same where amounts cannot be added up: in keys alone. */
function mixedSentence({ causes, unexplained, differing, of }: Reckoning, { telling: { entity } }: Standing): Phrase {
  const users = (keys: number) => plural(keys, entity.one, entity.many);
  const all = strong(`${formatCount(differing)} of ${users(of)}`);
  const verb = differing === 1 ? 'differs' : 'differ';
  if (causes.length === 0) return phrase(all, ` ${verb}, and why is not explained.`);
  if (causes.length === 1 && unexplained.keys === 0)
    return phrase(
      'It touches ',
      strong(`${formatCount(causes[0]?.cause.keys ?? 0)} of ${users(of)}`),
      ', and explains all that differ.',
    );
  const parts = causes.map(({ cause }, index) => `${users(cause.keys)} from ${nth(index, causes.length)}`);
  const left = unexplained.keys === 0 ? [] : [`${users(unexplained.keys)} not explained`];
  return phrase(all, ` ${verb}: ${list([...parts, ...left])}.`);
}

/** Which of the causes named before: "this", "the second". */
function nth(index: number, of: number): string {
  return of === 1 ? 'this' : `the ${ORDINALS[index] ?? `${index + 1}th`}`;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

function tiedSentence({ found, telling }: Standing): Phrase[] {
  const others = found.equivalents.length;
  if (others === 0) return [];
  return [
    phrase(
      strong(`${capitalised(numberWord(others))} other ${others === 1 ? 'explanation' : 'explanations'}`),
      ` ${others === 1 ? 'gives' : 'give'} the same result for ${tableOf(telling)}; these files cannot tell them apart.`,
    ),
  ];
}
