import { escapeHtml } from '../html-text';

/** Charts for paper: always the light theme, no style sheet, no script; text stays text. */

export const INK = '#16181d';
export const MUTED = '#5f666f';
export const LINE = '#e4e6e9';
const GROUND = '#ffffff';
export const GAP = '#c8324a';
export const SERIES = { theirs: '#bd7a0a', ours: '#2f62c9', expected: '#868f99' } as const;
const FILES = ['#46586a', '#2f9c96', '#7a9630', '#7a4a24', '#8064ae', '#93407a', '#1f5a48', '#3b3a6b'];

/** A delta's colour by its position in arrival order. */
export function fileColor(index: number): string {
  return FILES[index % FILES.length] ?? INK;
}

export interface Chart {
  /** Names the chart and tells its patterns from those of the others on the page. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is drawn, for whoever cannot see it. */
  readonly description: string;
  readonly body: string;
}

export function chartSvg({ id, width, height, title, description, body }: Chart): string {
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg" font-size="11" fill="${INK}">`,
    `<title id="${id}-title">${escapeHtml(title)}</title>`,
    `<desc id="${id}-desc">${escapeHtml(description)}</desc>`,
    `<defs><pattern id="${hatchId(id)}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${GROUND}"/><path d="M0 0V6" stroke="${GAP}" stroke-width="2.4"/></pattern></defs>`,
    body,
    '</svg>',
  ].join('\n');
}

/** Fill of what should be there and is not. */
export function hatch(id: string): string {
  return `url(#${hatchId(id)})`;
}

function hatchId(id: string): string {
  return `${id}-hatch`;
}

type Attributes = Readonly<Record<string, string | number>>;

export function rect(x: number, y: number, width: number, height: number, attributes: Attributes): string {
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(Math.max(0, width))}" height="${px(Math.max(0, height))}"${written(attributes)}/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes): string {
  return `<path d="M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}" fill="none"${written(attributes)}/>`;
}

/** `anchor` says which end of the text stands at x. */
export function label(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end',
  attributes: Attributes = {},
): string {
  return `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}"${written(attributes)}>${escapeHtml(text)}</text>`;
}

/** A rough width in px of a text of 11 px, rather too wide than too narrow. */
export function textWidth(text: string, bold = false): number {
  return text.length * (bold ? 7.4 : 6.6);
}

/** The text in at most `most` characters, its middle left out. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const tail = Math.floor((most - 1) / 2);
  return `${text.slice(0, most - 1 - tail)}…${text.slice(text.length - tail)}`;
}

/** A file's name without its extension. */
export function fileLabel(file: string): string {
  return file.replace(/(\.(csv|tsv|txt|gz|zip))+$/i, '') || file;
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? px(value) : escapeHtml(value)}"`)
    .join('');
}

function px(value: number): number {
  return Math.round(value * 100) / 100;
}
