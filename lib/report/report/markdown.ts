import { assertNever } from '@/lib/core/assert-never';
import { shown } from '@/lib/core/phrases/shown';
import type { Phrase } from '@/lib/core/words/phrase';
import type { TableBlock } from '../letters/letter';
import { type ReportBlock, type ReportInput, reportOf } from './report';

/** The report as Markdown (GitHub's tables). Ends in a newline. */
export function markdownReport(input: ReportInput): string {
  const { headline, caseName, date, stateLabel, masked, sections } = reportOf(input);
  const parts = [
    `# ${inline(headline)}`,
    `*${inline(caseName)}, ${inline(date)}. ${inline(stateLabel)}.${masked ? ' Keys are pseudonyms.' : ''}*`,
    ...sections.flatMap(({ title, blocks }) => [
      ...(title === null ? [] : [`## ${inline(title)}`]),
      ...blocks.map(blockMarkdown),
    ]),
  ];
  return shown(`${parts.filter((text) => text !== '').join('\n\n')}\n`);
}

/** One block, without a newline at the end; empty where Markdown has no form for it. */
function blockMarkdown(block: ReportBlock): string {
  switch (block.kind) {
    case 'lead':
      return block.phrases.map(phrase).join(' ');
    case 'paragraph':
      return inline(block.text);
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${inline(item)}`).join('\n');
    case 'pairs':
      return block.items.map((item) => `- ${inline(item.join(': '))}`).join('\n');
    case 'figures':
      return table({
        columns: [
          { label: 'Figure', align: 'left' },
          { label: block.measure, align: 'right' },
          { label: 'Note', align: 'left' },
        ],
        rows: block.figures.map((figure) => [figure.label, figure.value, figure.note]),
      });
    case 'charts':
      return [
        ...block.charts.flatMap((chart) => [
          `### ${inline(chart.title)}`,
          table(chart.table),
          ...chart.notes.map(inline),
        ]),
        `*${inline(block.source)}*`,
      ].join('\n\n');
    case 'table':
      return table(block.table);
    case 'csv':
      return '';
    case 'comment':
      return `- ${inline(`${block.by}: ${block.text}`)}`;
    default:
      return assertNever(block);
  }
}

function phrase(segments: Phrase): string {
  return segments.map(({ text, strong }) => (strong ? `**${inline(text)}**` : inline(text))).join('');
}

function table({ columns, rows }: Omit<TableBlock, 'kind'>): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inline).join(' | ')} |`;
  const rule = `| ${columns.map((column) => (column.align === 'right' ? '---:' : '---')).join(' | ')} |`;
  return [line(columns.map((column) => column.label)), rule, ...rows.map(line)].join('\n');
}

/** Text that Markdown takes as it is: on one line, no character of it meaning anything. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
