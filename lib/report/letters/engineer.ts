import type { RowCells } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { formatAmount, formatCount } from '@/lib/core/phrases/amounts';
import { capitalised, numberWord, plural, possessive } from '@/lib/core/phrases/phrases';
import { sentenceCase } from '@/lib/core/phrases/sentence-case';
import { mixedUnits } from '@/lib/core/words/mixed';
import { plain } from '@/lib/core/words/phrase';
import { reckon, type Standing, standingsOf } from '@/lib/core/words/standing';
import { tellingOf, unitOf } from '@/lib/core/words/telling';
import { tellVerdict, type Verdict } from '@/lib/core/words/verdict';
import { bridgeSteps, keysOfStep } from '../bridge-table';
import { exampleTable } from '../example-table';
import { pandasListing } from '../listings/pandas';
import { sqlListing } from '../listings/sql';
import { maskFindings } from '../mask';
import { repairSentences, rulesSentences } from '../repair-words';
import { type Block, heading, list, paragraph, type WrittenLetter } from './letter';
import { magnitude } from './magnitude';
import { greeting, hasDiscrepancy, type People, signature, subjectOf } from './parts';

export interface EngineerLetterInput {
  readonly findings: Findings;
  readonly people: People;
  /** Rows to show, at most ten of them; the largest differences say most. */
  readonly examples: readonly RowCells[];
  /** With a mask no key leaves: the examples carry pseudonyms. */
  readonly mask: Mask | null;
}

/** To the vendor's backend engineer: what differs, why, the proof and how to repeat it, what to look up, how to repair. */
export function engineerLetter({ findings: unmasked, people, examples, mask }: EngineerLetterInput): WrittenLetter {
  const findings = mask ? maskFindings(unmasked, mask) : unmasked;
  const standings = standingsOf(findings);
  const verdict = tellVerdict(findings);
  if (!hasDiscrepancy(findings, standings)) {
    return {
      kind: 'nothing-to-send',
      why: `${verdict.headline} There is no discrepancy to look into, nothing to reproduce and nothing to repair.`,
    };
  }
  const rows = examples.slice(0, 10);
  const blocks = [
    greeting(people.to),
    ...openingBlocks(verdict),
    ...differenceBlocks(findings, verdict),
    ...proofBlocks(verdict),
    ...bridgeBlocks(findings),
    ...exampleBlocks(findings, rows, mask),
    ...listingBlocks(findings, standings),
    ...mechanismBlocks(verdict),
    ...premiseBlocks(verdict),
    ...questionBlocks(verdict),
    ...repairBlocks(findings),
    signature(people.from),
  ];
  return { kind: 'letter', letter: { subject: subject(findings, verdict), ...people, blocks } };
}

function subject(findings: Findings, verdict: Verdict): string {
  const { difference, differing } = reckon(findings);
  const { entity, amount } = tellingOf(findings, 'ours');
  const users = plural(differing, entity.one, entity.many);
  const size = mixedUnits(findings) === null ? `${amount(magnitude(difference))} across ${users}` : users;
  const names = [findings.labels.theirs, findings.labels.ours].join(' and ');
  return subjectOf([
    `${verdict.headline.replace(/\.$/, '')}: ${size}`,
    `${names} differ by ${size}: ${verdict.stateLabel.toLowerCase()}`,
    `${size}: ${verdict.stateLabel.toLowerCase()}`,
  ]);
}

function openingBlocks(verdict: Verdict): Block[] {
  return [
    ...(verdict.firstSay ? [paragraph(verdict.firstSay)] : []),
    paragraph(`${verdict.headline} ${verdict.proof.map(plain).join(' ')}`),
    paragraph(verdict.rightness),
  ];
}

function differenceBlocks(findings: Findings, verdict: Verdict): Block[] {
  return [
    heading('What differs'),
    {
      kind: 'table',
      columns: [
        { label: 'Figure', align: 'left' },
        { label: findings.mapping.measure, align: 'right' },
        { label: 'Note', align: 'left' },
      ],
      rows: verdict.figures.map((figure) => [figure.label, figure.value, figure.note]),
    },
    ...(verdict.notes.length > 0 ? [list(verdict.notes)] : []),
  ];
}

function proofBlocks(verdict: Verdict): Block[] {
  const tied = verdict.equivalents.map((sentence) => `These files cannot tell it from this: ${sentence}`);
  const told = verdict.distinguishing.map((datum) => `What would tell them apart: ${datum.replace(/\.$/, '')}.`);
  const patterns = verdict.patterns.map(({ text, detail }) => `Not explained, but set apart: ${text} (${detail}).`);
  const ruledOut = verdict.ruledOut.map(({ text, detail }) => `Ruled out: ${text} (gives ${detail}).`);
  const blind = verdict.blindSpots ? [verdict.blindSpots] : [];
  const items = [...tied, ...told, ...patterns, ...ruledOut, ...blind];
  return items.length === 0 ? [] : [heading('What else it could be, and what it is not'), list(items)];
}

function bridgeBlocks(findings: Findings): Block[] {
  if (findings.missing || mixedUnits(findings) !== null) return [];
  const steps = bridgeSteps(findings);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || steps.length < 3) return [];
  const { entity } = tellingOf(findings, 'ours');
  const unit = unitOf(findings);
  return [
    heading(`From ${first.label} to ${last.label}, step by step`),
    {
      kind: 'table',
      columns: [
        { label: 'Step', align: 'left' },
        { label: capitalised(entity.many), align: 'right' },
        { label: 'Change', align: 'right' },
        { label: 'Total', align: 'right' },
      ],
      rows: steps.map((step) => [
        step.label,
        keysOfStep(step),
        keysOfStep(step) === '' ? '' : formatAmount(step.amount, unit),
        formatAmount(step.total, unit),
      ]),
    },
  ];
}

function exampleBlocks(findings: Findings, rows: readonly RowCells[], mask: Mask | null): Block[] {
  if (rows.length === 0) return [];
  const { entity, columns } = tellingOf(findings, 'ours');
  const what = `${capitalised(numberWord(rows.length))} example ${rows.length === 1 ? entity.one : entity.many}`;
  const of = reckon(findings).differing;
  return [
    heading(what),
    paragraph(
      `Of the ${formatCount(of)} that differ. A row is named by its ${columns.version} and its file.${mask ? ` The values of ${columns.key} are pseudonyms here; ask me for the real ones.` : ''}`,
    ),
    exampleTable(findings, rows, mask),
  ];
}

/** The side whose causes are to be repeated: every faulty one; without causes, the pipeline as it should run. */
function listingBlocks(findings: Findings, standings: readonly Standing[]): Block[] {
  const wrong = standings.filter(({ kind }) => kind !== 'right' && kind !== 'as-read');
  return wrong.flatMap(({ side, kind }) => {
    const pandas = pandasListing(findings, side);
    const sql = sqlListing(findings, side);
    const table = wrong.length > 1 ? ` for ${possessive(findings.labels[side])} table` : '';
    const intro =
      kind === 'unknown'
        ? 'The pipeline as it should run, on the same files: rows that are not equal are what is not explained.'
        : 'In the folder of the files. It replays the pipeline and counts the rows that come out equal.';
    if (pandas?.kind === 'none') return [heading(`To reproduce it${table}`), paragraph(pandas.why)];
    if (pandas?.kind !== 'listing' || sql?.kind !== 'listing') return [];
    return [
      heading(`To reproduce it${table}`),
      paragraph(intro),
      { kind: 'code' as const, language: 'python' as const, text: pandas.code.trimEnd() },
      paragraph('The same in SQL (DuckDB):'),
      { kind: 'code' as const, language: 'sql' as const, text: sql.code.trimEnd() },
    ];
  });
}

function mechanismBlocks(verdict: Verdict): Block[] {
  if (verdict.mechanisms.length === 0) return [];
  return [
    heading('Mechanisms left, and the evidence to pull'),
    paragraph('The files show what took effect, not why. Each of these would look the same in them:'),
    list(
      verdict.mechanisms.map(({ text, lookAt }) =>
        lookAt === '' ? `${sentenceCase(text)}.` : `${sentenceCase(text)}: look at ${lookAt}.`,
      ),
    ),
  ];
}

/** What the files were taken to mean, so that the reader can say where that is wrong. */
function premiseBlocks({ premises }: Verdict): Block[] {
  if (premises.length === 0) return [];
  return [
    heading('What the files were taken to mean'),
    list(
      premises.map(
        ({ text, settled, otherwise }) =>
          `${text.replace(/\.$/, '')}: ${settled}.${otherwise === null ? '' : ` ${otherwise}`}`,
      ),
    ),
  ];
}

function questionBlocks(verdict: Verdict): Block[] {
  if (verdict.questions.length === 0) return [];
  return [heading('What I need from you'), { kind: 'list', ordered: true, items: verdict.questions }];
}

function repairBlocks(findings: Findings): Block[] {
  const sentences = repairSentences(findings);
  if (sentences.length === 0) return [];
  return [heading('The repair, and whether it is safe'), ...rulesSentences(findings).map(paragraph), list(sentences)];
}
