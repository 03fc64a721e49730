import type { Cells } from '../csv/cells';
import { NumeralColumn } from '../csv/numeral-column';
import type { Premise } from '../findings/premise';
import type { BindSource } from './bind-sources';

/** As what each file's bytes were read, where a file is not plainly UTF-8 or a person said it. */
export function encodingPremises(sources: readonly BindSource[]): readonly Premise[] {
  return sources.flatMap(({ file, table }): Premise[] => {
    const { encodingBy, notUtf8, dialect } = table;
    if (encodingBy === 'file' || (encodingBy === 'none' && notUtf8 === null)) return [];
    return [
      {
        code: 'encoding',
        file,
        as: dialect.encoding,
        lines: notUtf8?.lines ?? 0,
        first: notUtf8?.first ?? null,
        several: encodingBy === 'most',
        settledBy: encodingBy === 'given' ? 'given' : 'assumed',
      },
    ];
  });
}

/**
 * By source the rows whose key is beyond ASCII and was read by guess, where no other file says that the guess is right: one
 * whose encoding is sure and that has such keys, but not this one. O(distinct keys), O(rows) where there is one.
 */
export function guessedKeys(sources: readonly BindSource[], key: readonly string[]): readonly (readonly number[])[] {
  const sure = sources.filter(({ table }) => !isGuessed(table));
  return sources.map((source) => {
    if (!isGuessed(source.table)) return [];
    const rows = new Set<number>();
    for (const name of key) {
      const cells = source.column(name)?.cells;
      const others = sure.flatMap((other) => other.column(name)?.cells ?? []);
      if (!cells || !others.some((other) => beyondAscii(other).length > 0)) continue;
      const odd = new Set(beyondAscii(cells).filter((code) => !others.some((other) => other.has(cells.text(code)))));
      if (odd.size === 0) continue;
      cells.codes.forEach((code, row) => {
        if (odd.has(code)) rows.add(row);
      });
    }
    return [...rows].sort((a, b) => a - b);
  });
}

function isGuessed({ encodingBy, notUtf8 }: BindSource['table']): boolean {
  return notUtf8 !== null && encodingBy !== 'given';
}

/** Codes of the texts that are not of ASCII alone. */
function beyondAscii(cells: Cells): number[] {
  if (cells instanceof NumeralColumn) return [];
  const { bytes, offsets } = cells.asTexts();
  const codes: number[] = [];
  let code = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] as number) < 0x80) continue;
    while ((offsets[code + 1] as number) <= at) code++;
    codes.push(code);
    at = (offsets[code + 1] as number) - 1;
  }
  return codes;
}
