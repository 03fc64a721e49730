import { assertNever } from '../assert-never';
import type { CsvTable } from '../csv/csv-table';
import type { IntakeNote } from '../intake/intake-note';

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
