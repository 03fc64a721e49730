import type { Chart } from '@/lib/charts/chart';
import { chartsOf } from '@/lib/charts/charts';
import { inputLine } from '@/lib/charts/input-line';
import type { RowCells } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { formatCount } from '@/lib/core/phrases/amounts';
import { plural } from '@/lib/core/phrases/phrases';
import { sentenceCase } from '@/lib/core/phrases/sentence-case';
import type { Figure } from '@/lib/core/words/figures';
import { type Phrase, phrase } from '@/lib/core/words/phrase';
import { reckon } from '@/lib/core/words/standing';
import { tellingOf } from '@/lib/core/words/telling';
import { tellVerdict, type Verdict } from '@/lib/core/words/verdict';
import type { TableBlock } from '../letters/letter';
import { maskFindings } from '../mask';
import { repairSentences, rulesSentences } from '../repair-words';
import { rowsCsv } from './rows-csv';
import { causesTable, columnsSentence, inputsTable, rowsTable } from './tables';

/** Rows that a report shows. */
const SHOWN = 100;

export interface ReportInput {
  readonly findings: Findings;
  readonly caseName: string;
  /** The day as it shall be written, for instance "22 November 2026". */
  readonly date: string;
  /** The keys that differ, the most telling first; as many of them as shall be in the report's CSV. */
  readonly rows: readonly RowCells[];
  /** With a mask no key leaves. */
  readonly mask: Mask | null;
  /** SHA-256 of each file's bytes by its name, in hex; a file that is not there has none shown. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly comments: readonly { readonly author: string; readonly date: string; readonly text: string }[];
}

/** A report as data. What it says, and under which titles, is decided once; HTML and Markdown only set it. */
export interface Report {
  readonly caseName: string;
  readonly date: string;
  /** Its keys are pseudonyms. */
  readonly masked: boolean;
  readonly state: Verdict['state'];
  readonly stateLabel: string;
  readonly headline: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** Null: it opens the report, under the headline. */
  readonly title: string | null;
  /** It may stand beside its neighbour, where that may too. */
  readonly beside: boolean;
  /** At least one. */
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | { readonly kind: 'lead'; readonly phrases: readonly Phrase[] }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  /** What is said, and the word on it. */
  | { readonly kind: 'pairs'; readonly items: readonly (readonly [text: string, detail: string])[] }
  | { readonly kind: 'figures'; readonly measure: string; readonly figures: readonly Figure[] }
  /** `source`: the case, the day and the files that they came from. */
  | { readonly kind: 'charts'; readonly charts: readonly Chart[]; readonly source: string }
  /** `named`: the first cell of a row is the name of the row. */
  | { readonly kind: 'table'; readonly caption: string; readonly named: boolean; readonly table: TableBlock }
  /** A file to be taken out of the report, where its form can hold one; `of`: "the rows of 1,841 users". */
  | { readonly kind: 'csv'; readonly name: string; readonly text: string; readonly of: string }
  | { readonly kind: 'comment'; readonly by: string; readonly text: string };

/** Everything that a report says. O(rows). */
export function reportOf(input: ReportInput): Report {
  const findings = input.mask ? maskFindings(input.findings, input.mask) : input.findings;
  const verdict = tellVerdict(findings);
  return {
    caseName: input.caseName,
    date: input.date,
    masked: input.mask !== null,
    state: verdict.state,
    stateLabel: verdict.stateLabel,
    headline: verdict.headline,
    sections: [
      { title: null, beside: false, blocks: opening(verdict, findings) },
      section('Worth knowing', list(verdict.notes)),
      ...alternatives(verdict),
      section('Evidence', evidence(findings, input)),
      section('Causes', causes(findings)),
      section('Questions whose answers settle it', list(verdict.questions, true)),
      section('Blind spots', paragraphs(verdict.blindSpots === null ? [] : [verdict.blindSpots])),
      section('The repair, and whether it is safe', repair(findings)),
      section(rowsTitle(findings, input.rows), rows(findings, input)),
      section('Files', files(findings, input.hashes)),
      section(
        'Comments',
        input.comments.map(({ author, date, text }) => ({ kind: 'comment', by: `${author}, ${date}`, text })),
      ),
    ].filter(({ blocks }) => blocks.length > 0),
  };
}

function section(title: string, blocks: readonly ReportBlock[]): Section {
  return { title, beside: false, blocks };
}

function opening(verdict: Verdict, findings: Findings): ReportBlock[] {
  const said = (text: string): Phrase[] => (text === '' ? [] : [phrase(text)]);
  const leads = [said(verdict.firstSay ?? ''), verdict.proof, said(verdict.rightness)];
  return [
    ...leads.filter((phrases) => phrases.length > 0).map((phrases) => ({ kind: 'lead', phrases }) as const),
    { kind: 'figures', measure: findings.mapping.measure, figures: verdict.figures },
  ];
}

/** What remains open beside what is ruled out. */
function alternatives(verdict: Verdict): Section[] {
  const told = (items: readonly { readonly text: string; readonly detail: string }[]) =>
    pairs(items.map(({ text, detail }) => [text, detail]));
  const tied = verdict.equivalents.length === 0 ? [] : [...verdict.equivalents, ...verdict.distinguishing];
  const open = verdict.mechanisms.map(({ text, lookAt }) => ({ text, detail: lookAt }));
  return [
    section('What these files cannot tell apart, and what would', told(open)),
    section('Ruled out', told(verdict.ruledOut)),
    section('What explains it just as well', list(tied)),
    section('What sets the unexplained rows apart', told(verdict.patterns)),
  ].map((part) => ({ ...part, beside: true }));
}

function evidence(findings: Findings, { caseName, date }: ReportInput): ReportBlock[] {
  const charts = chartsOf(findings).filter(({ marks }) => marks.length > 0);
  const source = [caseName, date, inputLine(findings)].join(' · ');
  return charts.length === 0 ? [] : [{ kind: 'charts', charts, source }];
}

function causes(findings: Findings): ReportBlock[] {
  const table = causesTable(findings);
  const caption = 'Each cause with what it explains and what its replay gives';
  return table === null ? [] : [{ kind: 'table', caption, named: false, table }];
}

function repair(findings: Findings): ReportBlock[] {
  const sentences = repairSentences(findings);
  return sentences.length === 0 ? [] : [...paragraphs(rulesSentences(findings)), ...list(sentences)];
}

/** "The first 100 of 1,841 users that differ" */
function rowsTitle(findings: Findings, given: readonly RowCells[]): string {
  const { differing } = reckon(findings);
  const { entity } = tellingOf(findings, 'ours');
  const shown = Math.min(SHOWN, given.length);
  return shown < differing
    ? `The first ${formatCount(shown)} of ${formatCount(differing)} ${entity.many} that differ`
    : `${plural(shown, entity.one, entity.many)} that ${shown === 1 ? 'differs' : 'differ'}`;
}

function rows(findings: Findings, { rows: given, mask }: ReportInput): ReportBlock[] {
  if (given.length === 0) return [];
  const { entity } = tellingOf(findings, 'ours');
  const shown = given.slice(0, SHOWN);
  return [
    {
      kind: 'csv',
      name: 'rows.csv',
      text: rowsCsv(findings, given, mask),
      of: `the rows of ${plural(given.length, entity.one, entity.many)}`,
    },
    {
      kind: 'table',
      caption: `A row is named by its ${findings.mapping.version || 'place'} and its file`,
      named: true,
      table: rowsTable(findings, shown, mask),
    },
  ];
}

function files(findings: Findings, hashes: ReportInput['hashes']): ReportBlock[] {
  const caption = `Exported files in order of arrival, then the tables; ${findings.mapping.measure} is the total of all rows`;
  return [
    { kind: 'table', caption, named: true, table: inputsTable(findings, hashes) },
    ...paragraphs([columnsSentence(findings)]),
  ];
}

function paragraphs(texts: readonly string[]): ReportBlock[] {
  return texts.map((text) => ({ kind: 'paragraph', text }));
}

function list(items: readonly string[], ordered = false): ReportBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', ordered, items }];
}

function pairs(items: readonly (readonly [string, string])[]): ReportBlock[] {
  return items.length === 0
    ? []
    : [{ kind: 'pairs', items: items.map(([text, detail]) => [sentenceCase(text), detail]) }];
}
