import type { Cells } from './cells';
import type { ColumnTally } from './csv-table';
import { parseDateText } from './date-text';
import { isEmptyCell, isEmptyWord } from './empty-cell';
import { decimalSignOf, decimalVotes, parseNumberText } from './number-text';
import { NumeralColumn } from './numeral-column';
import { isPlainlyOther } from './plain-kind';

/**
 * Looks at every distinct text of a column once; the counts are of cells. O(distinct + rows), of numerals O(rows).
 * @param lines by row
 */
export function columnTally(column: Cells, lines: Int32Array): ColumnTally {
  return column instanceof NumeralColumn ? numeralTally(column) : textTally(column, lines);
}

function numeralTally(column: NumeralColumn): ColumnTally {
  const { scale, rows } = column;
  const { filled, distinct } = column.facts;
  return {
    empty: rows - filled,
    numbers: filled,
    dates: 0,
    emptyWords: 0,
    others: 0,
    firstOther: null,
    separators: 0,
    scale: typeof scale === 'number' ? scale : scale.reduce((most, places) => Math.max(most, places), 0),
    unit: null,
    distinct,
  };
}

function textTally(column: Cells, lines: Int32Array): ColumnTally {
  const { codes, bytes, offsets, distinct } = column.asTexts();
  const cells = new Int32Array(distinct);
  for (const code of codes) cells[code] = (cells[code] as number) + 1;
  const counts = { empty: 0, numbers: 0, dates: 0, emptyWords: 0, others: 0, separators: 0 };
  let firstOther = -1;
  const isOther = (code: number) => {
    counts.others += cells[code] as number;
    if (firstOther === -1 || code < firstOther) firstOther = code;
  };
  const own: number[] = [];
  for (let code = 0; code < distinct; code++)
    if (isPlainlyOther(bytes, offsets[code] as number, offsets[code + 1] as number)) isOther(code);
    else own.push(code);
  const texts = own.length === distinct ? column.texts() : own.map((code) => column.text(code));
  const decimal = decimalSignOf(decimalVotes(texts));
  const units = new Set<string>();
  let scale = 0;
  texts.forEach((text, t) => {
    const code = own[t] as number;
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
      if (number.separator !== null) counts.separators += count;
    } else if (isEmptyWord(text)) {
      counts.emptyWords += count;
    } else if (parseDateText(text, 'day-first') ?? parseDateText(text, 'month-first')) {
      counts.dates += count;
    } else isOther(code);
  });
  const [unit] = units;
  return {
    ...counts,
    firstOther:
      firstOther === -1 ? null : { line: lines[codes.indexOf(firstOther)] as number, cell: column.text(firstOther) },
    scale,
    unit: units.size === 1 && unit !== undefined ? unit : null,
    distinct,
  };
}
