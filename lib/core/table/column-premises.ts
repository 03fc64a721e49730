import { isEmptyCell } from '../csv/empty-cell';
import { parseNumberText } from '../csv/number-text';
import type { DateForm, Premise } from '../findings/premise';
import type { ColumnSpec, Forms } from './column-spec';
import type { FileTexts } from './column-texts';
import type { DateCells } from './date-cells';

/** Cells that the other decimal sign would read otherwise. */
export function openDecimals({ votes, signs }: Forms): number {
  return votes.reduce((total, vote, f) => total + (signs[f]?.by === 'open' ? (vote?.open ?? 0) : 0), 0);
}

/** One for each decimal sign, where cells had a comma for it or could be read both ways. */
export function numberPremises({ name, files }: ColumnSpec, { names, reading, votes, signs, words }: Forms): Premise[] {
  return (['.', ','] as const).flatMap((decimal): Premise[] => {
    const having = files.flatMap((file, f) => {
      const vote = votes[f];
      if (!file || !vote || signs[f]?.value !== decimal) return [];
      return vote.open > 0 || (decimal === ',' && vote.comma > 0) ? [f] : [];
    });
    if (having.length === 0) return [];
    const open = having.some((f) => signs[f]?.by === 'open');
    const other = decimal === '.' ? ',' : '.';
    const deciding = (file: FileTexts) =>
      file.count((text) => parseNumberText(text, decimal) !== null && parseNumberText(text, other) === null);
    return [
      {
        code: 'numbers',
        column: name,
        files: having.map((f) => names[f] as string),
        decimal,
        settledBy: open ? reading.decimalBy : 'cells',
        cells: having.reduce((total, f) => total + deciding(files[f] as FileTexts), 0),
        of: having.reduce(
          (total, f) => total + (files[f] as FileTexts).count((text) => !isEmptyCell(text) && !words.has(text)),
          0,
        ),
      },
    ];
  });
}

/** Cells that the other order of day and month would read otherwise. */
export function openOrders(cells: DateCells, { orders }: Forms): number {
  return orders.some(({ by }) => by === 'open') ? cells.open : 0;
}

/** How a column of dates is read; of one that is no version only where that is worth saying. */
export function datePremises({ name, role }: ColumnSpec, cells: DateCells, filled: number, forms: Forms): Premise[] {
  const kinds = [...new Set(cells.forms.filter((form) => form !== null))];
  const form: DateForm = kinds.length === 1 ? (kinds[0] as DateForm) : 'several';
  const open = openOrders(cells, forms) > 0;
  const settledBy = open ? forms.reading.dateOrderBy : 'cells';
  const order = {
    form: open && form === 'several' ? openForm(cells, forms) : form,
    settledBy,
    cells: cells.decided,
    of: filled,
  };
  return [
    ...(role === 'version'
      ? [{ code: 'version-order', column: name, as: 'date', ...order } as const]
      : open || kinds.length > 1
        ? [{ code: 'dates', column: name, ...order } as const]
        : []),
    ...(cells.zoned > 0 && cells.unzoned > 0
      ? [
          {
            code: 'offsets',
            column: name,
            settledBy: 'assumed',
            cells: cells.unzoned,
            of: cells.zoned + cells.unzoned,
          } as const,
        ]
      : []),
  ];
}

/** The form that is in question, where other files have others. */
function openForm(cells: DateCells, { orders }: Forms): DateForm {
  const asked = cells.forms.find(
    (form, f) => orders[f]?.by === 'open' && (form === 'day-month-year' || form === 'month-day-year'),
  );
  return asked ?? 'several';
}
