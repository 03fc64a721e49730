import type { Findings } from '@/lib/core/findings/findings';
import { formatCount } from '@/lib/core/phrases/amounts';
import { bridgeTitle, filesWonTitle, gapByVersionTitle, spreadTitle } from '@/lib/core/words/chart-titles';
import type { TableBlock } from '../letters/letter';
import { sentenceCase } from '../sentence-case';
import { type ReportInput, reportContent } from './content';

/** The report as Markdown (GitHub's tables). Ends in a newline. */
export function markdownReport(input: ReportInput): string {
  const content = reportContent(input);
  const { verdict, findings } = content;
  const sections = [
    `# ${inline(verdict.headline)}`,
    `*${inline(content.caseName)}, ${inline(content.date)}. ${inline(verdict.stateLabel)}.${content.masked ? ' Keys are pseudonyms.' : ''}*`,
    verdict.firstSay && inline(verdict.firstSay),
    verdict.proof.length > 0 &&
      verdict.proof
        .map((phrase) =>
          phrase.map((segment) => (segment.strong ? `**${inline(segment.text)}**` : inline(segment.text))).join(''),
        )
        .join(' '),
    inline(verdict.rightness),
    table({
      kind: 'table',
      columns: [
        { label: 'Figure', align: 'left' },
        { label: findings.mapping.measure, align: 'right' },
        { label: 'Note', align: 'left' },
      ],
      rows: verdict.figures.map((figure) => [figure.label, figure.value, figure.note]),
    }),
    bullets(verdict.notes),
    ...section('Causes', content.causes && table(content.causes)),
    ...section(bridgeTitle(findings), content.bridge && table(content.bridge)),
    ...section(filesWonTitle(findings), filesWon(findings)),
    bullets([gapByVersionTitle(findings), spreadTitle(findings)].map((title) => `${title}.`)),
    ...section(
      'What these files cannot tell apart, and what would',
      bullets(verdict.mechanisms.map(({ text, evidence }) => `${sentenceCase(text)}: ${evidence}`)),
    ),
    ...section('What explains it just as well', bullets([...verdict.equivalents, ...verdict.distinguishing])),
    ...section(
      'What sets the unexplained rows apart',
      bullets(verdict.patterns.map(({ text, detail }) => `${sentenceCase(text)}: ${detail}`)),
    ),
    ...section('Ruled out', bullets(verdict.ruledOut.map(({ text, detail }) => `${sentenceCase(text)}: ${detail}`))),
    ...section('Blind spots', verdict.blindSpots && inline(verdict.blindSpots)),
    ...section('Questions', verdict.questions.map((question, at) => `${at + 1}. ${inline(question)}`).join('\n')),
    ...section(
      'Repair',
      [...content.rules.map(inline), bullets(content.repair)].filter((text) => text !== '').join('\n\n'),
    ),
    ...section(content.rows?.caption ?? '', content.rows && table(content.rows.table)),
    ...section('Files', `${table(content.inputs)}\n\n${inline(content.columns)}`),
    ...section('Comments', bullets(content.comments.map(({ author, date, text }) => `${author}, ${date}: ${text}`))),
  ];
  return `${sections.filter((text) => typeof text === 'string' && text !== '').join('\n\n')}\n`;
}

function section(title: string, body: string | false | null): (string | false)[] {
  return body ? [`## ${inline(title)}`, body] : [];
}

function filesWon(findings: Findings): string {
  const sides = (['theirs', 'ours'] as const).filter((side) => findings.sides[side] !== null);
  return table({
    kind: 'table',
    columns: [
      { label: 'File', align: 'left' },
      { label: 'Rows expected', align: 'right' },
      ...sides.map((side) => ({ label: `Rows in ${findings.labels[side]}`, align: 'right' as const })),
    ],
    rows: findings.evidence.filesWon.map((won) => [
      won.file,
      formatCount(won.expected),
      ...sides.map((side) => formatCount(won[side] ?? 0)),
    ]),
  });
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${inline(item)}`).join('\n');
}

function table({ columns, rows }: TableBlock): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inline).join(' | ')} |`;
  const rule = `| ${columns.map((column) => (column.align === 'right' ? '---:' : '---')).join(' | ')} |`;
  return [line(columns.map((column) => column.label)), rule, ...rows.map(line)].join('\n');
}

/** Text that Markdown takes as it is: on one line, no character of it meaning anything. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
