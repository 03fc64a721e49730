import { plural } from '@/lib/core/phrases/phrases';
import { bridgeTitle, filesWonTitle, gapByVersionTitle, spreadTitle } from '@/lib/core/words/chart-titles';
import { tellingOf } from '@/lib/core/words/telling';
import { escapeHtml } from '../html-text';
import type { TableBlock } from '../letters/letter';
import { bridgeChart } from '../pictures/bridge';
import { filesWonChart } from '../pictures/files-won';
import { gapByVersionChart } from '../pictures/gap-by-version';
import { gapSpreadChart } from '../pictures/gap-spread';
import { sentenceCase } from '../sentence-case';
import { type ReportContent, type ReportInput, reportContent } from './content';
import { rowsCsv } from './rows-csv';
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
  const content = reportContent(input);
  const { verdict } = content;
  const title = `${verdict.headline.replace(/\.$/, '')} (${content.caseName})`;
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
<header class="top"><span><b>Tieout</b> ${escapeHtml(content.caseName)}</span><span>${escapeHtml(content.date)}${content.masked ? '; keys are pseudonyms' : ''}</span></header>
<main>
${[opening(content), alternatives(content), charts(content), causes(content), settled(content), repair(content), rows(content, input, csvLimit), files(content), comments(content)].filter((part) => part !== '').join('\n')}
</main>
<footer>Written by Tieout from the files listed above. Every figure comes from the findings of this investigation; amounts are exact.</footer>
</body>
</html>
`;
}

function opening({ verdict, findings }: ReportContent): string {
  const proof = verdict.proof
    .map((phrase) =>
      phrase
        .map((segment) => (segment.strong ? `<strong>${escapeHtml(segment.text)}</strong>` : escapeHtml(segment.text)))
        .join(''),
    )
    .join(' ');
  const figures = verdict.figures
    .map(
      (figure) =>
        `<div class="${figure.kind}"><dt>${escapeHtml(figure.label)}</dt><dd><span class="value">${escapeHtml(figure.value)}</span><br><span class="note">${escapeHtml(figure.note)}</span></dd></div>`,
    )
    .join('\n');
  return [
    `<p class="state ${verdict.state}">${escapeHtml(verdict.stateLabel)}</p>`,
    `<h1>${escapeHtml(verdict.headline)}</h1>`,
    ...[verdict.firstSay && escapeHtml(verdict.firstSay), proof, escapeHtml(verdict.rightness)]
      .filter(Boolean)
      .map((text) => `<p class="lead">${text}</p>`),
    `<dl class="figures" aria-label="Figures of ${escapeHtml(findings.mapping.measure)}">\n${figures}\n</dl>`,
    verdict.notes.length > 0 ? `<h2>Worth knowing</h2>\n${list(verdict.notes)}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** What remains open beside what is ruled out. */
function alternatives({ verdict }: ReportContent): string {
  const open = pairs(
    'What these files cannot tell apart, and what would',
    verdict.mechanisms.map(({ text, evidence }) => [text, evidence]),
  );
  const out = pairs(
    'Ruled out',
    verdict.ruledOut.map(({ text, detail }) => [text, detail]),
  );
  const tied =
    verdict.equivalents.length === 0
      ? ''
      : `<section><h2>What explains it just as well</h2>\n${list([...verdict.equivalents, ...verdict.distinguishing])}</section>`;
  const patterns = pairs(
    'What sets the unexplained rows apart',
    verdict.patterns.map(({ text, detail }) => [text, detail]),
  );
  const parts = [open, out, tied, patterns].filter((part) => part !== '');
  return parts.length === 0 ? '' : `<div class="two">\n${parts.join('\n')}\n</div>`;
}

function pairs(title: string, items: readonly (readonly [string, string])[]): string {
  if (items.length === 0) return '';
  return `<section><h2>${escapeHtml(title)}</h2>\n<ul class="pairs">${items.map(([text, detail]) => `<li>${escapeHtml(sentenceCase(text))}<span>${escapeHtml(detail)}</span></li>`).join('\n')}</ul></section>`;
}

function charts({ findings, caseName, date }: ReportContent): string {
  const drawn = [
    { title: bridgeTitle(findings), svg: bridgeChart(findings) },
    { title: filesWonTitle(findings), svg: filesWonChart(findings) },
    { title: gapByVersionTitle(findings), svg: gapByVersionChart(findings) },
    { title: spreadTitle(findings), svg: gapSpreadChart(findings) },
  ].filter(({ svg }) => svg !== null);
  if (drawn.length === 0) return '';
  const source = `${caseName}, ${date}, from ${plural(findings.inputs.length, 'file', 'files')}`;
  const figures = drawn.map(
    ({ title, svg }) =>
      `<figure><h3>${escapeHtml(title)}</h3>\n${svg ?? ''}\n<figcaption>${escapeHtml(source)}</figcaption></figure>`,
  );
  return `<section><h2>Evidence</h2>\n<div class="charts">\n${figures.join('\n')}\n</div></section>`;
}

function causes({ causes: table, bridge, findings }: ReportContent): string {
  const parts = [
    table
      ? `<section><h2>Causes</h2>\n${tableHtml(table, 'Each cause with what it explains and what its replay gives')}</section>`
      : '',
    bridge
      ? `<section><h2>From ${escapeHtml(bridge.rows[0]?.[0] ?? '')} to ${escapeHtml(bridge.rows.at(-1)?.[0] ?? '')}, step by step</h2>\n${tableHtml(bridge, `Totals of ${findings.mapping.measure}; each change is added to the total above it`)}</section>`
      : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function settled({ verdict }: ReportContent): string {
  const parts = [
    verdict.questions.length > 0
      ? `<section><h2>Questions whose answers settle it</h2>\n<ol>${verdict.questions.map((question) => `<li>${escapeHtml(question)}</li>`).join('\n')}</ol></section>`
      : '',
    verdict.blindSpots ? `<section><h2>Blind spots</h2>\n<p>${escapeHtml(verdict.blindSpots)}</p></section>` : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function repair({ rules, repair: sentences }: ReportContent): string {
  if (sentences.length === 0) return '';
  return `<section><h2>The repair, and whether it is safe</h2>\n${rules.map((rule) => `<p>${escapeHtml(rule)}</p>`).join('\n')}\n${list(sentences)}</section>`;
}

function rows(content: ReportContent, input: ReportInput, csvLimit: number): string {
  if (!content.rows) return '';
  const csv = rowsCsv(content.findings, input.rows, input.mask);
  const { entity } = tellingOf(content.findings, 'ours');
  const count = plural(input.rows.length, entity.one, entity.many);
  const href = `data:text/csv;charset=utf-8;base64,${base64(csv)}`;
  const download =
    href.length <= csvLimit
      ? `<p class="download"><a href="${href}" download="rows.csv">Download the rows of ${count} as CSV</a></p>`
      : `<p class="download mut">The rows of ${count} are too many to be held in this file.</p>`;
  return `<section class="rows"><h2>${escapeHtml(content.rows.caption)}</h2>\n${download}\n${tableHtml(content.rows.table, `A row is named by its ${content.findings.mapping.version || 'place'} and its file`, 'row')}</section>`;
}

function files({ inputs, columns, findings }: ReportContent): string {
  return `<section><h2>Files</h2>\n${tableHtml(inputs, `Exported files in order of arrival, then the tables; ${findings.mapping.measure} is the total of all rows`, 'row')}\n<p class="mut">${escapeHtml(columns)}</p></section>`;
}

function comments({ comments: given }: ReportContent): string {
  if (given.length === 0) return '';
  const articles = given.map(
    ({ author, date, text }) =>
      `<article><h3>${escapeHtml(`${author}, ${date}`)}</h3>\n<p>${escapeHtml(text)}</p></article>`,
  );
  return `<section><h2>Comments</h2>\n${articles.join('\n')}</section>`;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}</ul>`;
}

/** With `head` the first cell of each row names the row. */
function tableHtml({ columns, rows: body }: TableBlock, caption: string, head: 'row' | 'none' = 'none'): string {
  const classOf = (at: number) =>
    columns[at]?.align === 'right' ? ' class="n"' : columns[at]?.label === 'SHA-256' ? ' class="hash"' : '';
  const header = columns
    .map((column) => `<th scope="col"${column.align === 'right' ? ' class="n"' : ''}>${escapeHtml(column.label)}</th>`)
    .join('');
  const lines = body.map(
    (cells) =>
      `<tr>${cells.map((cell, at) => (at === 0 && head === 'row' ? `<th scope="row">${escapeHtml(cell)}</th>` : `<td${classOf(at)}>${escapeHtml(cell)}</td>`)).join('')}</tr>`,
  );
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table>\n<caption>${escapeHtml(caption)}</caption>\n<thead><tr>${header}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table></div>`;
}

/** UTF-8 bytes as base64. */
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
