import type { Chart, Tick } from './chart';

/** Whether a chart's texts have room. Widths are of letters of 11 px. */

/** Rough width in px; wide enough for every text that charts have. */
export function textWidth(text: string): number {
  return text.length * 6.4;
}

export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(textWidth));
}

/** `text` in at most `most` characters, its middle left out: names that differ at the end stay apart. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const keep = Math.max(2, most - 1);
  const tail = Math.floor(keep / 2);
  return `${text.slice(0, keep - tail)}…${text.slice(text.length - tail)}`;
}

/** `text` as much of it as `width` px hold. */
export function fitted(text: string, width: number): string {
  return shorten(text, Math.max(3, Math.floor(width / 6)));
}

/** A file's name without its extension. */
export function fileLabel(file: string): string {
  return file.replace(/(\.(csv|tsv|txt|gz|zip))+$/i, '') || file;
}

/**
 * Names beside one another, of places `band` px wide each: without what all begin with and shortened, where they would
 * touch, and then only some: the missing files first.
 */
export function fittedNames(ticks: readonly Tick[], band: number): readonly Tick[] {
  const full = ticks.map(({ text }) => text);
  const names = widest(full) > band - 6 ? withoutCommonStart(full) : full;
  const apart = Math.max(1, Math.ceil((Math.min(70, widest(names)) + 6) / band));
  const chosen: number[] = [];
  for (const missing of [true, false])
    for (const [i, tick] of ticks.entries())
      if ((tick.missing ?? false) === missing && chosen.every((other) => Math.abs(other - i) >= apart)) chosen.push(i);
  return ticks.flatMap((tick, i) =>
    chosen.includes(i) ? [{ ...tick, text: fitted(names[i] ?? '', band * apart - 6) }] : [],
  );
}

/** Names that begin alike, without that beginning: "…00", "…01". Cut at a border of words only; else they stay as they are. */
export function withoutCommonStart(names: readonly string[]): readonly string[] {
  const [first = '', ...rest] = names;
  let alike = rest.length === 0 ? 0 : first.length;
  for (const name of rest) while (!name.startsWith(first.slice(0, alike))) alike--;
  const cut = /^.*[^a-z0-9]/i.exec(first.slice(0, alike))?.[0].length ?? 0;
  return cut < 4 || names.some((name) => name.length === cut) ? names : names.map((name) => `…${name.slice(cut)}`);
}

/** How figures stand on standing bars of `bar` px: where even upright ones have no room, the table has them. */
export function lettering({ marks }: Chart, bar: number): 'level' | 'upwards' | 'none' {
  if (bar + 3 >= widestFigure(marks)) return 'level';
  return bar >= 10 ? 'upwards' : 'none';
}

export function widestFigure(marks: Chart['marks']): number {
  return widest(marks.map(({ figure }) => figure?.text ?? ''));
}
