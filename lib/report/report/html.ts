import type { Chart } from '@/lib/charts/chart';
import { assertNever } from '@/lib/core/assert-never';
import type { Figure } from '@/lib/core/words/figures';
import type { Phrase } from '@/lib/core/words/phrase';
import { escapeHtml } from '../html-text';
import type { TableBlock } from '../letters/letter';
import { chartSvg } from '../pictures/chart-svg';
import { type ReportBlock, type ReportInput, reportOf, type Section } from './report';
import { REPORT_STYLE } from './style';

/** What a data link may hold: Chromium refuses to save one of more than two million characters. */
const LINK_LIMIT = 2_000_000;

/** Nothing may be loaded, run or sent: a report is a page that only shows. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The report as one HTML file that opens offline, needs no script to be read and prints with clean page breaks. The
 * rows are in it as a CSV to download where they fit into `csvLimit` characters of a link; else it says that they do not.
 */
export function htmlReport(input: ReportInput, csvLimit = LINK_LIMIT): string {
  const { headline, caseName, date, masked, state, stateLabel, sections } = reportOf(input);
  const title = `${headline.replace(/\.$/, '')} (${caseName})`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${REPORT_STYLE}
</style>
</head>
<body>
<header class="top"><span><b>Tieout</b> ${escapeHtml(caseName)}</span><span>${escapeHtml(date)}${masked ? '; keys are pseudonyms' : ''}</span></header>
<main>
<p class="state ${state}">${escapeHtml(stateLabel)}</p>
<h1>${escapeHtml(headline)}</h1>
${sideBySide(sections, csvLimit).join('\n')}
</main>
<footer>Written by Tieout from the files listed above. Every figure comes from the findings of this investigation; amounts are exact.</footer>
</body>
</html>
`;
}

/** Neighbours that may stand side by side do. */
function sideBySide(sections: readonly Section[], csvLimit: number): string[] {
  const beside = sections.filter((section) => section.beside);
  return sections.flatMap((section) => {
    if (!section.beside) return [sectionHtml(section, csvLimit)];
    if (section !== beside[0]) return [];
    return [`<div class="two">\n${beside.map((part) => sectionHtml(part, csvLimit)).join('\n')}\n</div>`];
  });
}

function sectionHtml({ title, blocks }: Section, csvLimit: number): string {
  const body = blocks.map((block) => blockHtml(block, csvLimit)).join('\n');
  return title === null ? body : `<section><h2>${escapeHtml(title)}</h2>\n${body}</section>`;
}

function blockHtml(block: ReportBlock, csvLimit: number): string {
  switch (block.kind) {
    case 'lead':
      return `<p class="lead">${block.phrases.map(phrase).join(' ')}</p>`;
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}</${tag}>`;
    }
    case 'pairs':
      return `<ul class="pairs">${block.items.map(([text, detail]) => `<li>${escapeHtml(text)}<span>${escapeHtml(detail)}</span></li>`).join('\n')}</ul>`;
    case 'figures':
      return `<dl class="figures" aria-label="Figures of ${escapeHtml(block.measure)}">\n${block.figures.map(figure).join('\n')}\n</dl>`;
    case 'charts':
      return `<div class="charts">\n${block.charts.map((chart) => picture(chart, block.source)).join('\n')}\n</div>`;
    case 'table':
      return tableHtml(block.table, block.caption, block.named);
    case 'csv': {
      const href = `data:text/csv;charset=utf-8;base64,${base64(block.text)}`;
      return href.length <= csvLimit
        ? `<p class="download"><a href="${href}" download="${block.name}">Download ${escapeHtml(block.of)} as CSV</a></p>`
        : `<p class="download mut">${escapeHtml(block.of.replace(/^t/, 'T'))} are too many to be held in this file.</p>`;
    }
    case 'comment':
      return `<article><h3>${escapeHtml(block.by)}</h3>\n<p>${escapeHtml(block.text)}</p></article>`;
    default:
      return assertNever(block);
  }
}

function phrase(segments: Phrase): string {
  return segments
    .map(({ text, strong }) => (strong ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text)))
    .join('');
}

function figure({ kind, label, value, note }: Figure): string {
  return `<div class="${kind}"><dt>${escapeHtml(label)}</dt><dd><span class="value">${escapeHtml(value)}</span><br><span class="note">${escapeHtml(note)}</span></dd></div>`;
}

/** A chart with its title, its figures as a table to be unfolded, and where they come from. */
function picture(chart: Chart, source: string): string {
  const notes = chart.notes.map((note) => `<p class="mut">${escapeHtml(note)}</p>`).join('\n');
  return `<figure><h3>${escapeHtml(chart.title)}</h3>\n${chartSvg(chart)}\n${notes}<details><summary>As a table</summary>${tableHtml(chart.table, chart.title, false)}</details>\n<figcaption>${escapeHtml(source)}</figcaption></figure>`;
}

/** With `named` the first cell of each row names the row. */
function tableHtml({ columns, rows }: Omit<TableBlock, 'kind'>, caption: string, named: boolean): string {
  const classOf = (at: number) =>
    columns[at]?.align === 'right' ? ' class="n"' : columns[at]?.label === 'SHA-256' ? ' class="hash"' : '';
  const header = columns
    .map((column) => `<th scope="col"${column.align === 'right' ? ' class="n"' : ''}>${escapeHtml(column.label)}</th>`)
    .join('');
  const cell = (text: string, at: number) =>
    named && at === 0 ? `<th scope="row">${escapeHtml(text)}</th>` : `<td${classOf(at)}>${escapeHtml(text)}</td>`;
  const lines = rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`);
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table>\n<caption>${escapeHtml(caption)}</caption>\n<thead><tr>${header}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table></div>`;
}

/** UTF-8 bytes as base64. */
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
