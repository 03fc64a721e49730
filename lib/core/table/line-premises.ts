import type { LineKind } from '../findings/line-kind';
import { MAX_PREMISE_LINES } from '../findings/line-kind';
import type { Premise } from '../findings/premise';
import type { SettledBy } from '../findings/settled-by';
import type { Rejection } from '../rejection';
import type { MappingChoice, PremiseChoices } from '../setup';
import type { BindSource } from './bind-sources';
import { guessedKeys } from './encoding-premises';
import { type RowAside, rowsAside } from './rows-aside';

/** The rows of one file that take no part although they could be read. */
export interface RowsOut {
  /** 1 by row; null: all take part. */
  readonly mask: Uint8Array | null;
  readonly aside: readonly RowAside[];
  /** Rows that take part and of which it is not sure that their cells stand in their columns, or what their key is. */
  readonly doubtful: readonly number[];
  /** Lines that were set aside in reading and are said to be data: they have no cells for the columns. */
  readonly refused: readonly Rejection[];
}

/** By source: totals and counts are left out unless a person says that they are data. */
export function rowsOut(
  sources: readonly BindSource[],
  mapping: Pick<MappingChoice, 'key' | 'measure' | 'version'>,
  choices: PremiseChoices,
): readonly RowsOut[] {
  const found = rowsAside(sources, mapping);
  const guessed = guessedKeys(sources, mapping.key);
  return sources.map(({ id, table }, s) => {
    const data = new Set(choices.dataLines?.[String(id)] ?? []);
    const aside = (found[s] ?? []).filter(({ row }) => !data.has(table.lines[row] as number));
    const wider = new Set(
      table.wider.settled || table.wider.lines.every((line) => data.has(line)) ? [] : table.wider.lines,
    );
    const mask = aside.length === 0 ? null : new Uint8Array(table.rows);
    for (const { row } of aside) if (mask) mask[row] = 1;
    const doubtful = (guessed[s] ?? []).filter((row) => mask?.[row] !== 1);
    if (wider.size > 0)
      table.lines.forEach((line, row) => {
        if (wider.has(line) && mask?.[row] !== 1) doubtful.push(row);
      });
    const refused = table.aside.flatMap(({ taken, lines }) =>
      lines
        .filter((line) => data.has(line))
        .map((line): Rejection => ({ line, column: null, reason: 'set-aside', text: taken })),
    );
    return { mask, aside, doubtful, refused };
  });
}

/** What lines of each file were taken for, kind by kind. */
export function linePremises(
  sources: readonly BindSource[],
  out: readonly RowsOut[],
  choices: PremiseChoices,
): readonly Premise[] {
  return sources.flatMap(({ id, file, table }, s): Premise[] => {
    const data = choices.dataLines?.[String(id)] ?? [];
    const premise = (taken: LineKind, lines: readonly number[], settledBy: SettledBy): Premise[] =>
      lines.length === 0
        ? []
        : [{ code: 'lines', file, taken, lines: lines.slice(0, MAX_PREMISE_LINES), count: lines.length, settledBy }];
    const header = choices.headerLines?.[String(id)] === undefined ? 'cells' : 'given';
    const rows = out[s]?.aside ?? [];
    const ofKind = (taken: LineKind, certain: boolean) =>
      rows.filter((row) => row.taken === taken && row.certain === certain).map(({ row }) => table.lines[row] as number);
    const kinds = ['preamble', 'comment', 'repeated-header', 'trailer', 'total', 'row-count', 'blank-cells'] as const;
    return [
      ...kinds.flatMap((taken) => {
        const lines = table.aside.filter((one) => one.taken === taken).flatMap((one) => one.lines);
        return [
          ...premise(
            taken,
            [...lines.filter((line) => !data.includes(line)), ...ofKind(taken, true)].sort((a, b) => a - b),
            taken === 'preamble' ? header : 'cells',
          ),
          ...premise(taken, ofKind(taken, false), 'assumed'),
        ];
      }),
      ...premise(
        'wider',
        table.wider.lines,
        table.wider.settled ? 'cells' : table.wider.lines.every((line) => data.includes(line)) ? 'given' : 'assumed',
      ),
    ];
  });
}
