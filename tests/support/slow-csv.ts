/**
 * What a text holds by the letter of RFC 4180, read one character after the other: a quote opens a cell only at its
 * beginning, and what does not fit is not read but named. Slow, and written without looking at the reader.
 */
export interface SlowRecord {
  readonly cells: readonly string[];
  /** 1-based, of its first line. */
  readonly line: number;
  /** Physical lines that it takes. */
  readonly lines: number;
}

/** The records of a text without a quote out of place; null where there is one, or one is left open. */
export function slowRecords(text: string, delimiter: string, newline: string): SlowRecord[] | null {
  const records: SlowRecord[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const cells: string[] = [];
    const first = line;
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        at++;
        for (;;) {
          if (at >= text.length) return null;
          if (text[at] === '"' && text[at + 1] === '"') {
            cell += '"';
            at += 2;
          } else if (text[at] === '"') break;
          else {
            if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) line++;
            cell += text[at++] ?? '';
          }
        }
        at++;
        if (at < text.length && text[at] !== delimiter && !text.startsWith(newline, at)) return null;
      } else {
        while (at < text.length && text[at] !== delimiter && !text.startsWith(newline, at)) {
          if (text[at] === '"') return null;
          cell += text[at++] ?? '';
        }
      }
      cells.push(cell);
      if (text[at] !== delimiter) break;
      at++;
    }
    at += newline.length;
    records.push({ cells, line: first, lines: line - first + 1 });
    line++;
  }
  return records;
}
