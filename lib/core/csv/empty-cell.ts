/** Whether a cell holds nothing: no characters, or white space only. The one place that decides it. */
export function isEmptyCell(text: string): boolean {
  return text === '' || text.trim() === '';
}
