import { assertNever } from '@/lib/core/assert-never';
import { escapeHtml } from '../html-text';
import type { Block, Letter, TableBlock } from './letter';

/** Mail clients drop style sheets, so every element carries its own style. No image, link or script. */
const STYLE = {
  body: 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5;color:#16181d;max-width:720px',
  paragraph: 'margin:0 0 14px',
  heading: 'font-size:16px;line-height:1.35;font-weight:600;margin:24px 0 8px',
  list: 'margin:0 0 14px;padding-left:22px',
  item: 'margin:0 0 4px',
  table: 'border-collapse:collapse;margin:0 0 16px;font-size:14px;font-variant-numeric:tabular-nums',
  head: 'padding:4px 16px 4px 0;border-bottom:1px solid #6a7078;font-weight:600',
  cell: 'padding:4px 16px 4px 0;border-bottom:1px solid #e4e6e9;vertical-align:top',
  code: 'margin:0 0 16px;padding:12px 14px;background:#f6f7f8;border:1px solid #e4e6e9;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:12.5px;line-height:1.45;white-space:pre;overflow-x:auto',
  quote: 'margin:0 0 14px;padding:2px 0 2px 14px;border-left:3px solid #aab2bb',
} as const;

/** The letter's body as an HTML fragment with inline styles: what is copied as formatted text. */
export function letterHtml(letter: Letter): string {
  return `<div style="${STYLE.body}">\n${letter.blocks.map(blockHtml).join('\n')}\n</div>`;
}

/** The same as a whole document, for the HTML part of an `.eml`. */
export function letterHtmlDocument(letter: Letter): string {
  return `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${escapeHtml(letter.subject)}</title></head>\n<body>\n${letterHtml(letter)}\n</body>\n</html>\n`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="${STYLE.paragraph}">${escapeHtml(block.text).replaceAll('\n', '<br>')}</p>`;
    case 'heading':
      return `<h2 style="${STYLE.heading}">${escapeHtml(block.text)}</h2>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li style="${STYLE.item}">${escapeHtml(item)}</li>`).join('');
      return `<${tag} style="${STYLE.list}">${items}</${tag}>`;
    }
    case 'table':
      return tableHtml(block);
    case 'code':
      return `<pre style="${STYLE.code}">${escapeHtml(block.text)}</pre>`;
    case 'quote':
      return `<blockquote style="${STYLE.quote}">${escapeHtml(block.text)}</blockquote>`;
    default:
      return assertNever(block);
  }
}

function tableHtml(table: TableBlock): string {
  const align = (at: number) => `text-align:${table.columns[at]?.align ?? 'left'}`;
  const head = table.columns
    .map((column, at) => `<th scope="col" style="${STYLE.head};${align(at)}">${escapeHtml(column.label)}</th>`)
    .join('');
  const rows = table.rows
    .map(
      (row) =>
        `<tr>${row.map((cell, at) => `<td style="${STYLE.cell};${align(at)}">${escapeHtml(cell)}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<table style="${STYLE.table}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows}\n</tbody>\n</table>`;
}
