import type { RowFilter } from '../compare/rows/row-query';
import { isZeroDecimal } from '../decimal';
import type { Findings, Side } from '../findings/findings';
import { formatCount } from '../phrases/amounts';
import { plural } from '../phrases/phrases';
import { keyQuestion } from './doubts';
import { tellDistinguishing, tellEquivalents } from './equivalents';
import { type Figure, figuresOf } from './figures';
import { headlineOf } from './headline';
import { mixedUnits } from './mixed';
import { blindSpotsOf, notesOf } from './notes';
import { conditions } from './other-readings';
import { patternFilter, tellPattern } from './patterns';
import type { Phrase } from './phrase';
import { type ToldPremise, tellPremises } from './premises';
import { proofOf } from './proof';
import { openQuestions, questionsOf } from './questions';
import { rightnessOf } from './rightness';
import { type RuledOut, ruledOutOf } from './ruled-out';
import { isRewritten, isWrong, reckon, type Standing, standingsOf } from './standing';
import { tellFault } from './tell-fault';

/**
 * What is said of a case. `headline`, `proof`, `rightness`, `notes` and `equivalents` are whole sentences, `questions`
 * end in a question mark; `text`, `detail`, `lookAt`, `stateLabel` and `distinguishing` are phrases.
 */
export interface Verdict {
  /**
   * `agree`: every table that was given is as expected. `best-explanation`: a cause was found and leaves something.
   * `open`: what would be said rests on something that the files do not settle, or that could not be read.
   */
  readonly state: 'proved' | 'best-explanation' | 'not-explained' | 'agree' | 'open';
  readonly stateLabel: string;
  readonly given: 'both' | Side;
  /** What must be said before all else: a key that may not be whole, equal totals over wrong rows. Null: nothing. */
  readonly firstSay: string | null;
  /** Never empty: what happened, or that the tables are as expected, or that nothing explains them. */
  readonly headline: string;
  /** What the replay gives and how much of the gap that is; empty where no table is wrong, or an export is missing. */
  readonly proof: readonly Phrase[];
  /** Who is right, in a sentence or two; empty where the findings leave nothing to say of it. */
  readonly rightness: string;
  /** Three or four, in the order in which they are shown. */
  readonly figures: readonly Figure[];
  /** The nearest explanations that do not give the table, best first. */
  readonly ruledOut: readonly RuledOut[];
  /** Behind each cause in pipeline order, the likeliest first, with what to look at to settle it. */
  readonly mechanisms: readonly { readonly side: Side; readonly text: string; readonly lookAt: string }[];
  /** What sets the unexplained keys apart. */
  readonly patterns: readonly {
    readonly side: Side;
    readonly text: string;
    readonly detail: string;
    /** What shows these rows in the table. */
    readonly filter: RowFilter;
  }[];
  /** For the engineer; what must be answered before anything is settled comes first. */
  readonly questions: readonly string[];
  /** The faults that would not show on these files, in one sentence; null: all would. */
  readonly blindSpots: string | null;
  /** Other explanations of the same table, each told in full. */
  readonly equivalents: readonly string[];
  /** The data by which those would show themselves; empty where nothing is tied. */
  readonly distinguishing: readonly string[];
  /** Keys on one side only, the findings' warnings, and the premise where other rules would fit as well. */
  readonly notes: readonly string[];
  /** What the files were taken to mean, those that stand out first. */
  readonly premises: readonly ToldPremise[];
}

/**
 * Everything that is said of a case of one table or two, from its findings alone; the sides are called as its labels
 * have them. Every list but `figures` may be empty; `ruledOut`, `mechanisms`, `patterns`, `equivalents` and
 * `distinguishing` are of the tables that are wrong, ours first. Amounts are in the measure's unit, with thousands
 * separators. Never fails. O(causes + ruled out + patterns + premises).
 */
export function tellVerdict(findings: Findings): Verdict {
  const standings = standingsOf(findings);
  const wrong = standings.filter(isWrong);
  const { state, label } = stateOf(findings, standings);
  const headline = headlineOf(findings, standings);
  return {
    state,
    stateLabel: label,
    given: standings.length === 2 ? 'both' : (standings[0]?.side ?? 'both'),
    firstSay: firstSayOf(findings),
    headline: headline.text,
    proof: proofOf(findings, headline.namesCauses),
    rightness: rightnessOf(findings, standings),
    figures: figuresOf(findings),
    ruledOut: wrong.flatMap(ruledOutOf),
    mechanisms: wrong.flatMap(({ side, found, telling }) =>
      found.causes.flatMap((cause) =>
        tellFault(cause, telling).mechanisms.map(({ mechanism, lookAt }) => ({ side, text: mechanism, lookAt })),
      ),
    ),
    patterns: wrong.flatMap(({ side, found, telling }) =>
      found.patterns.map((pattern, at) => ({
        side,
        text: tellPattern(pattern, telling),
        filter: patternFilter(pattern, side, at),
        detail: `${formatCount(pattern.support)} of ${plural(pattern.of, `unexplained ${telling.entity.one}`, `unexplained ${telling.entity.many}`)}`,
      })),
    ),
    questions: [...new Set([...openQuestions(findings), ...(findings.missing ? [] : wrong.flatMap(questionsOf))])],
    blindSpots: blindSpotsOf(standings),
    equivalents: wrong.flatMap(({ found, telling }) => tellEquivalents(found, telling)),
    distinguishing: [...new Set(wrong.flatMap(({ found, telling }) => tellDistinguishing(found, telling)))],
    notes: notesOf(findings, standings),
    premises: tellPremises(findings),
  };
}

/** How sure the verdict is, and what keeps it from being surer. */
function stateOf(findings: Findings, standings: readonly Standing[]): { state: Verdict['state']; label: string } {
  const is = (...kinds: Standing['kind'][]) => standings.every(({ kind }) => kinds.includes(kind));
  if (findings.missing) return { state: 'open', label: 'Open: a file seems to be missing' };
  if (keyQuestion(findings) !== null) return { state: 'open', label: 'Open: the key may not be whole' };
  if (is('right')) return { state: 'agree', label: 'As expected' };
  if (is('right', 'proved'))
    return {
      state: 'proved',
      label: `Proved by replay${conditions(findings).length > 0 ? ', under an assumed premise' : ''}`,
    };
  if (is('right', 'proved', 'as-read', 'holds'))
    return {
      state: 'open',
      label:
        findings.unread.length > 0
          ? 'Open: some lines could not be read'
          : 'Open: it depends on how the files are read',
    };
  return standings.some(({ found }) => found.causes.length > 0)
    ? { state: 'best-explanation', label: 'Best explanation, not a proof' }
    : { state: 'not-explained', label: 'Not explained' };
}

function firstSayOf(findings: Findings): string | null {
  const question = keyQuestion(findings);
  if (question !== null) return question;
  const { both, difference, differing, of } = reckon(findings);
  if (!both || differing === 0 || !isZeroDecimal(difference) || mixedUnits(findings) !== null) return null;
  const standings = standingsOf(findings);
  const [first] = standings;
  const written = standings.filter(isWrong).every(isRewritten);
  const { one, many } = first?.telling.entity ?? { one: 'key', many: 'keys' };
  return `The totals agree, and ${formatCount(differing)} of ${plural(of, one, many)} ${written ? `${differing === 1 ? 'differs' : 'differ'} in how values are written alone` : `${differing === 1 ? 'is' : 'are'} wrong`}.`;
}
