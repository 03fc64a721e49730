import type { ColumnTally } from './csv-table';
import { parseDateText } from './date-text';
import { isEmptyCell, isEmptyWord } from './empty-cell';
import { decimalSignOf, decimalVotes, parseNumberText } from './number-text';

/**
 * Looks at every distinct text of a column once; the counts are of cells. O(distinct + rows).
 * @param texts by code
 * @param codes by row; likewise `lines`
 */
export function columnTally(texts: readonly string[], codes: Int32Array, lines: Int32Array): ColumnTally {
  const cells = new Int32Array(texts.length);
  for (const code of codes) cells[code] = (cells[code] as number) + 1;
  const decimal = decimalSignOf(decimalVotes(texts));
  const units = new Set<string>();
  const counts = { empty: 0, numbers: 0, dates: 0, emptyWords: 0, others: 0, separators: 0 };
  let scale = 0;
  let firstOther = -1;
  texts.forEach((text, code) => {
    const count = cells[code] as number;
    if (isEmptyCell(text)) {
      counts.empty += count;
      return;
    }
    const number = parseNumberText(text, decimal);
    if (number) {
      counts.numbers += count;
      scale = Math.max(scale, number.scale);
      if (number.unit !== null) units.add(number.unit);
      if (number.separated) counts.separators += count;
    } else if (isEmptyWord(text)) {
      counts.emptyWords += count;
    } else if (parseDateText(text, 'day-first') ?? parseDateText(text, 'month-first')) {
      counts.dates += count;
    } else {
      counts.others += count;
      if (firstOther === -1) firstOther = code;
    }
  });
  const [unit] = units;
  return {
    ...counts,
    firstOther:
      firstOther === -1
        ? null
        : { line: lines[codes.indexOf(firstOther)] as number, cell: texts[firstOther] as string },
    scale,
    unit: units.size === 1 && unit !== undefined ? unit : null,
    distinct: texts.length,
  };
}
