import type { Fill } from '@/lib/charts/chart';
import { fileLook, patternPath } from '@/lib/charts/file-look';
import { escapeHtml } from '../html-text';

/** Shapes of SVG as text, for paper: always the light theme, no style sheet, no script; text stays text. */

export const INK = '#16181d';
export const MUTED = '#5f666f';
export const LINE = '#e4e6e9';
export const GAP = '#c8324a';
const GROUND = '#ffffff';
const TONES = { theirs: '#bd7a0a', ours: '#2f62c9', expected: '#868f99', gap: GAP } as const;
const FILES = ['#46586a', '#2f9c96', '#7a9630', '#7a4a24', '#8064ae', '#93407a', '#1f5a48', '#3b3a6b'];

type Attributes = Readonly<Record<string, string | number>>;

/** The attributes of a shape with that fill, in a chart whose patterns have the prefix `id`. */
export function painted(fill: Fill, id: string): Attributes {
  if (fill === 'hole') return { fill: `url(#${id}-hole)`, stroke: GAP };
  if (typeof fill === 'string') return { fill: TONES[fill] };
  const { color, pattern } = fileLook(fill);
  return { fill: pattern === 'solid' ? (FILES[color] ?? INK) : `url(#${id}-file-${fill})` };
}

/** The patterns that those fills refer to. */
export function patterns(fills: Iterable<Fill | null>, id: string): string {
  const written = [...new Set(fills)].map((fill) => {
    if (fill === 'hole') {
      return `<pattern id="${id}-hole" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${GROUND}"/><path d="M0 0V6" stroke="${GAP}" stroke-width="2.4"/></pattern>`;
    }
    const look = typeof fill === 'number' ? fileLook(fill) : null;
    const path = look && patternPath(look.pattern);
    return look === null || path === null
      ? ''
      : `<pattern id="${id}-file-${fill}" width="10" height="10" patternUnits="userSpaceOnUse"><rect width="10" height="10" fill="${FILES[look.color]}"/><path d="${path}" fill="none" stroke="${GROUND}" stroke-width="1.4"/></pattern>`;
  });
  return `<defs>${written.join('')}</defs>`;
}

export function rect(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  attributes: Attributes,
): string {
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"${attributesOf(attributes)}/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes): string {
  return `<path d="M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}" fill="none"${attributesOf(attributes)}/>`;
}

/** `anchor` says which end of the text stands at x. */
export function label(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end',
  attributes: Attributes = {},
): string {
  return `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}"${attributesOf(attributes)}>${escapeHtml(text)}</text>`;
}

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? px(value) : escapeHtml(value)}"`)
    .join('');
}

function px(value: number): number {
  return Math.round(value * 100) / 100;
}
