/** Whether a cell holds nothing: no characters, or white space only. The one place that decides it. */
export function isEmptyCell(text: string): boolean {
  return text === '' || text.trim() === '';
}

/** What clients write where a cell is empty. */
const WORDS = new Set([
  'null',
  '\\n',
  'n/a',
  '#n/a',
  'nan',
  'none',
  '-',
  'na',
  '<na>',
  '<null>',
  '(null)',
  'nil',
  '--',
  '#null!',
]);

/** Whether a cell holds a word that stands for an empty one by convention: NULL, \N, N/A, NaN, None, "-". */
export function isEmptyWord(text: string): boolean {
  return text.length <= 12 && WORDS.has(text.trim().toLowerCase());
}
