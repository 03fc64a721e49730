import { type Delimiter, type Newline, papaParser } from './papa-parser';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/** The delimiter that a first line like `sep=;` names, which Excel writes and understands; null where there is none. */
export function namedDelimiter(sample: string): Delimiter | null {
  const [, named] = /^"?sep=(.)"?[\r\n]/i.exec(sample) ?? [];
  return DELIMITERS.find((delimiter) => delimiter === named) ?? null;
}

/**
 * The delimiter under which most records of the sample have as many cells as its header; among equals the one that
 * gives more columns. Null when none splits the header.
 * @param among those that it may be
 * @param whole the sample is the whole text, so its last line counts as well
 */
export function detectDelimiter(
  sample: string,
  newline: Newline,
  whole: boolean,
  among: readonly Delimiter[] = DELIMITERS,
): Delimiter | null {
  let best: { readonly delimiter: Delimiter; readonly share: number; readonly columns: number } | null = null;
  for (const delimiter of among) {
    const records = papaParser(delimiter, newline)
      .parse(sample, !whole)
      .data.filter((cells) => cells.length > 1 || cells[0]?.trim() !== '');
    const columns = records[0]?.length ?? 0;
    if (columns < 2) continue;
    const share = records.filter((cells) => cells.length === columns).length / records.length;
    if (!best || share > best.share || (share === best.share && columns > best.columns))
      best = { delimiter, share, columns };
  }
  return best?.delimiter ?? null;
}
