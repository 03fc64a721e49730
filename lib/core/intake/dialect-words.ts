import type { CsvTable } from '../csv/csv-table';

const DELIMITER_WORDS: Readonly<Record<CsvTable['dialect']['delimiter'], string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/** "UTF-8, commas, CRLF" */
export function describeDialect({ encoding, bom, delimiter, newline, quoted }: CsvTable['dialect']): string {
  const newlines = newline === 'mixed' ? 'mixed line endings' : newline;
  return [
    bom ? `${encoding} with BOM` : encoding,
    DELIMITER_WORDS[delimiter],
    newlines,
    ...(quoted ? ['quotes'] : []),
  ].join(', ');
}
