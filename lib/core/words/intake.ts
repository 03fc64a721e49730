import { assertNever } from '../assert-never';
import type { CsvTable } from '../csv/csv-table';
import type { IntakeNote } from '../intake/intake-note';
import type { ColumnReason, RoleReason, TableReason } from '../intake/reasons';

/** A note on how the files were read, as a sentence. */
export function tellNote(note: IntakeNote): string {
  switch (note.code) {
    case 'delimiter-line':
      return `${note.file}: The first line only names the delimiter; it is no row.`;
    case 'row-numbers':
      return `${note.file}: The first column has no name and counts the rows; it is left out.`;
    case 'column-unnamed':
      return `${note.file}: Column ${note.at + 1} has no name; it is called "${note.called}" here.`;
    case 'not-utf-8':
      return `${note.file} is not valid UTF-8; it was read as windows-1252.`;
    case 'encoding-unsaid':
      return `${note.file} does not say its encoding; it was read as ${note.encoding}.`;
    case 'newlines-mixed':
      return `${note.file} mixes line endings; all were read as line ends.`;
    case 'delta-empty':
      return `${note.file} came empty: it has a header and no rows.`;
    case 'amounts-written':
      return `Cells of "${note.column}" carry ${[...note.units, ...(note.separators ? ['thousands separators'] : [])].join(' and ')}.`;
    case 'same-content':
      return `${note.file} and ${note.other} have the same content.`;
    case 'no-version':
      return 'No column says which row of a key is newest; the arrival order of the deltas decides.';
    default:
      return assertNever(note);
  }
}

const DELIMITERS: Readonly<Record<CsvTable['dialect']['delimiter'], string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/** "UTF-8, commas, CRLF" */
export function tellDialect({ encoding, bom, delimiter, newline, quoted }: CsvTable['dialect']): string {
  const newlines = newline === 'mixed' ? 'mixed line endings' : newline;
  return [bom ? `${encoding} with BOM` : encoding, DELIMITERS[delimiter], newlines, ...(quoted ? ['quotes'] : [])].join(
    ', ',
  );
}

/** Why a file is taken for what it is, as a phrase: "its name says delta". */
export function tellRoleReason(reason: RoleReason): string {
  switch (reason.code) {
    case 'name-says':
      return `its name says ${reason.word}`;
    case 'numbered':
      return `one of ${reason.files} files whose names differ in their number only`;
    case 'others-are-tables':
      return 'its name does not say what it is, and other files look more like whole tables';
    case 'unlike-data':
      return 'its name is not that of data, and no other file has its columns';
    case 'same-content':
      return `it has the same content as ${reason.other}`;
    case 'third-table':
      return `${tableReason(reason.table)}, but there are two tables already`;
    case 'side':
      return `${tableReason(reason.table)}${sideReason(reason)}${reason.rival === null ? '' : `; ${reason.rival} claims to be that as well`}`;
    default:
      return assertNever(reason);
  }
}

function tableReason(reason: TableReason): string {
  switch (reason.code) {
    case 'name-says':
      return `its name says ${reason.word}`;
    case 'most-values':
      return 'its name is unlike the deltas’ and it holds the most different values';
    default:
      return assertNever(reason);
  }
}

function sideReason({ side, by }: Extract<RoleReason, { code: 'side' }>): string {
  switch (by) {
    case 'own-name':
      return `, which speaks for ${side === 'ours' ? "the vendor's table" : "the customer's table"}`;
    case 'other-name':
      return `; the other table is ${side === 'ours' ? 'theirs' : 'ours'}`;
    case 'only-table':
      return '; it is the only table, so it is taken for ours; nothing in its name says whose it is';
    case 'name-order':
      return `; nothing in the names says whose it is: taken for ${side} as the ${side === 'ours' ? 'first' : 'second'} by name`;
    default:
      return assertNever(by);
  }
}

/** Why a column is used as it is, as a phrase: "its name says spend, all its cells are numbers". */
export function tellColumnReasons(reasons: readonly ColumnReason[]): string {
  const [first, ...others] = reasons;
  return first === undefined ? '' : `${columnReason(first)}${others.map(furtherReason).join('')}`;
}

function furtherReason(reason: ColumnReason): string {
  switch (reason.code) {
    case 'rises':
      return ', and they rise from delta to delta';
    case 'unit-named':
    case 'several-units-carried':
    case 'several-units-named':
      return `; ${columnReason(reason)}`;
    default:
      return `, ${columnReason(reason)}`;
  }
}

function columnReason(reason: ColumnReason): string {
  switch (reason.code) {
    case 'name-says-whom':
      return 'its name says whom a row is about';
    case 'name-identifies':
      return 'its name says that it identifies';
    case 'unique':
      return 'every row has its own';
    case 'nearest-to-key':
      return 'it comes nearest to naming one row each';
    case 'unique-together':
      return 'only together do they name one row of a table each';
    case 'name-says':
      return `its name says ${reason.word}`;
    case 'cells':
      return reason.type === 'text'
        ? 'its cells are texts'
        : `${reason.all ? 'all' : 'nearly all'} its cells are ${reason.type}s`;
    case 'cells-carry':
      return `they carry ${reason.unit}`;
    case 'rises':
      return 'its values rise from delta to delta';
    case 'newest-held':
      return 'a table holds its largest value for nearly every key';
    case 'shared':
      return 'the deltas and a table have it';
    case 'not-shared':
      return 'no table has it beside a delta';
    case 'unit-named':
      return `shown in ${reason.unit}, for its name says so; the cells carry no sign`;
    case 'several-units-carried':
      return `shown without a unit, for the files carry several: ${reason.units.join(', ')}`;
    case 'several-units-named':
      return `shown without a unit, for its names say several: ${reason.units.join(', ')}`;
    default:
      return assertNever(reason);
  }
}
