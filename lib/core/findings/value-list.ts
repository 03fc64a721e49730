/** Values as one text, as a CSV record writes its cells: quoted where they hold a comma, a quote, a line break or outer white space. */
export function writeValueList(values: readonly string[]): string {
  return values
    .map((value) =>
      /[",\r\n]/.test(value) || value.trim() !== value || value === '' ? `"${value.replaceAll('"', '""')}"` : value,
    )
    .join(',');
}

/** The values of such a text; white space beside a comma is no part of a value that stands without quotes. O(length) */
export function valueList(text: string): string[] {
  const values: string[] = [];
  const cell = /\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/y;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) return [...values, text.slice(cell.lastIndex)];
    values.push(found[1]?.replaceAll('""', '"') ?? (found[2] ?? '').trim());
  }
  return values;
}
