import type { RowFilter } from '../compare/rows/row-query';
import { isZeroDecimal } from '../decimal';
import type { Telling } from '../faults/fault-words';
import type { Fault } from '../findings/fault';
import type { Findings, Side, SideFindings, Tried } from '../findings/findings';
import { formatCount } from '../phrases/amounts';
import { capitalised, list, numberWord, plural, possessive, tableOf } from '../phrases/phrases';
import { keyQuestion, missingQuestion, missingSentence, mixedTotals, unreadSentence } from './doubts';
import { type Figure, figuresOf } from './figures';
import { patternFilter, tellPattern } from './patterns';
import type { Phrase } from './phrase';
import { conditionOf, type ToldPremise, tellPremises } from './premises';
import { proofOf } from './proof';
import { absentKeys, reckon, type Standing, standingsOf, theFiles } from './standing';
import { labelOf, tellFault } from './tell-fault';
import { tellWarning } from './warnings';

/** The findings as sentences for the page: whole sentences end in a full stop, `text` and `detail` are phrases. */
export interface Verdict {
  /**
   * `agree`: every table that was given is as expected. `best-explanation`: a cause was found and leaves something.
   * `open`: what would be said rests on something that the files do not settle, or that could not be read.
   */
  readonly state: 'proved' | 'best-explanation' | 'not-explained' | 'agree' | 'open';
  readonly stateLabel: string;
  readonly given: 'both' | Side;
  /** What must be said before all else: equal totals over wrong rows. */
  readonly firstSay: string | null;
  readonly headline: string;
  readonly proof: readonly Phrase[];
  /** Who is right, in a sentence or two. */
  readonly rightness: string;
  readonly figures: readonly Figure[];
  readonly ruledOut: readonly { readonly side: Side; readonly text: string; readonly detail: string }[];
  readonly mechanisms: readonly { readonly side: Side; readonly text: string; readonly evidence: string }[];
  /** What sets the unexplained keys apart. */
  readonly patterns: readonly {
    readonly side: Side;
    readonly text: string;
    readonly detail: string;
    /** What shows these rows in the table; null: no filter can. */
    readonly filter: RowFilter | null;
  }[];
  readonly questions: readonly string[];
  readonly blindSpots: string | null;
  /** Other explanations of the same table, each told in full. */
  readonly equivalents: readonly string[];
  readonly distinguishing: readonly string[];
  /** Keys on one side only, the findings' warnings, and the premise where other rules would fit as well. */
  readonly notes: readonly string[];
  /** What the files were taken to mean, those that stand out first. */
  readonly premises: readonly ToldPremise[];
}

/**
 * Everything that is said of a case, from its findings alone. O(causes + premises). Amounts are in the measure's unit.
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
        tellFault(cause, telling).mechanisms.map(({ mechanism, evidence }) => ({ side, text: mechanism, evidence })),
      ),
    ),
    patterns: wrong.flatMap(({ side, found, telling }) =>
      found.patterns.map((pattern) => ({
        side,
        text: tellPattern(pattern, telling),
        filter: patternFilter(pattern),
        detail: `${formatCount(pattern.support)} of ${plural(pattern.of, `unexplained ${telling.entity.one}`, `unexplained ${telling.entity.many}`)}`,
      })),
    ),
    questions: unique([...openQuestions(findings), ...(findings.missing ? [] : wrong.flatMap(questionsOf))]),
    blindSpots: blindSpotsOf(standings),
    equivalents: wrong.flatMap(({ found, telling }) =>
      found.equivalents.map((faults) => faults.map((fault) => tellFault(fault, telling).sentence).join(' ')),
    ),
    distinguishing: unique(wrong.flatMap(({ found, telling }) => tellDistinguishing(found, telling))),
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

function isWrong({ kind }: Standing): boolean {
  return kind !== 'right' && kind !== 'as-read';
}

/** What a person must answer before anything is settled. */
function openQuestions(findings: Findings): string[] {
  const doubts = findings.premises.flatMap((premise) => {
    const condition = conditionOf(premise, findings);
    return condition === null
      ? []
      : [`${condition.replace(/^If /, 'Is it so that ').replace(/ counts$/, ' is agreed to count')}?`];
  });
  return [missingQuestion(findings), keyQuestion(findings), ...doubts].filter((question) => question !== null);
}

function firstSayOf(findings: Findings): string | null {
  const question = keyQuestion(findings);
  if (question !== null) return question;
  const { both, difference, differing, of } = reckon(findings);
  if (!both || differing === 0 || !isZeroDecimal(difference)) return null;
  const [first] = standingsOf(findings);
  const { one, many } = first?.telling.entity ?? { one: 'key', many: 'keys' };
  return `The totals agree, and ${formatCount(differing)} of ${plural(of, one, many)} ${differing === 1 ? 'is' : 'are'} wrong.`;
}

function headlineOf(findings: Findings, standings: readonly Standing[]): { text: string; namesCauses: boolean } {
  const missing = missingSentence(findings);
  if (missing !== null) return { text: missing, namesCauses: false };
  const plain = plainHeadline(findings, standings);
  const condition = conditions(findings)[0];
  return condition === undefined ? plain : { ...plain, text: `${condition}, ${continued(plain.text)}` };
}

/** The premises on which it rests who is right, each as "If …". */
function conditions(findings: Findings): string[] {
  return findings.premises.flatMap((premise) => conditionOf(premise, findings) ?? []);
}

/** A sentence as it goes on after a clause: its first word is a name where it is none of these. */
function continued(text: string): string {
  return /^(?:No|Only|Nothing|Rows|Where|Every|The|A|An|Best|Two|Three|Neither|Both|Late|From)\b/.test(text)
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;
}

/** `namesCauses`: the text is the only cause's sentence, so that what follows may refer to it. */
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
      text: `The two tables agree with each other, but not with what ${files} should give.`,
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

function rightnessOf(findings: Findings, standings: readonly Standing[]): string {
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
  const others = standings.filter((standing) => ![...right, ...asRead, ...ahead].includes(standing));
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
    ...(others.length === 2 ? [`Neither table is what ${files} should give.`] : []),
    ...(others.length === 1 && right.length + asRead.length === 0
      ? others.map(({ telling }) => `${tableOf(telling)} is not what ${files} should give.`)
      : []),
  ];
}

/** ", as far as their lines could be read"; empty where every line was, and the reading alone is in question. */
function asFarAsRead(findings: Findings): string {
  return findings.unread.length > 0 ? ', as far as their lines could be read' : '';
}

/** Wrong only in that it knows more than the files do. */
function isAhead({ kind, found }: Standing): boolean {
  return kind === 'proved' && found.causes.every((cause) => cause.fault === 'rows-not-exported');
}

function missingTable({ labels }: Findings, standings: readonly Standing[]): string[] {
  const [only] = standings;
  if (!only || standings.length === 2) return [];
  return [
    `${possessive(labels[only.side === 'ours' ? 'theirs' : 'ours'])} table was not given, so nothing is said about it.`,
  ];
}

function ruledOutOf({ side, found, telling }: Standing): Verdict['ruledOut'][number][] {
  const single = found.ruledOut.filter(isOneFile);
  const files = single.flatMap(({ causes: [cause] }) => (cause?.fault === 'file-not-loaded' ? cause.files : []));
  const best = single.reduce<Tried | null>(
    (top, tried) => (top && top.reproduced.rows >= tried.reproduced.rows ? top : tried),
    null,
  );
  const grouped = single.length > 1;
  return found.ruledOut.flatMap((tried) => {
    if (grouped && isOneFile(tried)) {
      const text = `${list(
        [...files].sort((a, b) => telling.files.indexOf(a) - telling.files.indexOf(b)),
        'or',
      )} without effect`;
      return tried === single[0] && best ? [{ side, text, detail: `at most ${rowsOf(best)}` }] : [];
    }
    const text = triedLabel(tried, telling);
    const told = found.ruledOut.filter((other) => triedLabel(other, telling) === text).length === 1;
    const full = () => tried.causes.map((cause) => tellFault(cause, telling).replayed).join('; ');
    return [{ side, text: told ? text : full(), detail: rowsOf(tried) }];
  });
}

function triedLabel({ causes }: Tried, telling: Telling): string {
  return causes.map((cause) => labelOf(cause, telling)).join('; ');
}

function isOneFile({ causes }: Tried): boolean {
  const [cause] = causes;
  return causes.length === 1 && cause?.fault === 'file-not-loaded' && cause.files.length === 1;
}

function rowsOf({ reproduced: { rows, of } }: Tried): string {
  return `${formatCount(rows)} of ${plural(of, 'row', 'rows')}`;
}

/** The data by which tied explanations would show themselves, each once, as phrases. */
export function tellDistinguishing({ distinguishingFaults }: SideFindings, telling: Telling): readonly string[] {
  return unique(distinguishingFaults.map((fault) => tellFault(fault, telling).wouldShow));
}

function questionsOf({ kind, found, telling }: Standing): string[] {
  const asked = found.causes.map((cause) => tellFault(cause, telling).question);
  if (kind === 'proved' || kind === 'holds') return asked;
  const patterns = found.patterns.map(
    (pattern) => `What does the pipeline do differently where ${tellPattern(pattern, telling)}?`,
  );
  return asked.length + patterns.length > 0
    ? [...asked, ...patterns]
    : [`Which query builds ${tableOf(telling)}, and what does the log of its last run say?`];
}

function blindSpotsOf(standings: readonly Standing[]): string | null {
  const labels = unique(standings.flatMap(({ found, telling }) => blindLabels(found.blindSpotFaults, telling)));
  if (labels.length === 0) return null;
  return `Had ${labels.length === 1 ? 'this' : 'any of these'} happened, these files would not show it: ${labels.join('; ')}.`;
}

/** A label for each fault, but that the ways of altering a key are counted where there are several. */
function blindLabels(faults: readonly Fault[], telling: Telling): string[] {
  const altered = faults.filter((fault) => fault.fault === 'key-altered');
  if (altered.length < 2) return faults.map((fault) => labelOf(fault, telling));
  return faults.flatMap((fault) => {
    if (fault.fault !== 'key-altered') return [labelOf(fault, telling)];
    return fault === altered[0] ? [`${telling.columns.key} altered in any of ${formatCount(altered.length)} ways`] : [];
  });
}

function notesOf(findings: Findings, standings: readonly Standing[]): readonly string[] {
  const { keys, labels } = findings;
  const entity = standings[0]?.telling.entity ?? { one: 'key', many: 'keys' };
  const told = (count: number, rest: (are: string) => string) =>
    count === 0 ? [] : [`${plural(count, entity.one, entity.many)} ${rest(count === 1 ? 'is' : 'are')}.`];
  const [ours, theirs] = [`${possessive(labels.ours)} table`, `${possessive(labels.theirs)} table`];
  const [only] = standings;
  const presence =
    standings.length === 2 || !only
      ? [
          ...told(keys.onlyTheirs, (are) => `${are} in ${theirs} and not in ${ours}`),
          ...told(keys.onlyOurs, (are) => `${are} in ${ours} and not in ${theirs}`),
        ]
      : [
          ...told(
            keys.onlyOurs + keys.onlyTheirs,
            (are) => `${are} in ${tableOf(only.telling)} and in none of the files`,
          ),
          ...told(absentKeys(findings), (are) => `${are} in the files and not in ${tableOf(only.telling)}`),
        ];
  const tied = findings.premises.some(({ code }) => code === 'ties');
  const warnings = findings.warnings.filter(
    ({ code }) => (code !== 'lines-rejected' || findings.unread.length === 0) && (code !== 'version-tie' || !tied),
  );
  const mixed = [mixedTotals(findings)].filter((sentence) => sentence !== null);
  return unique([...mixed, ...presence, ...warnings.map((warning) => tellWarning(warning, findings))]);
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
