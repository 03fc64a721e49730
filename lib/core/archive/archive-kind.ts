/** What a file is packed in, by the bytes that it begins with; null: it is no archive that is opened. Four bytes suffice. */
export function archiveKind([first, second, third, fourth]: Uint8Array): 'gzip' | 'zip' | null {
  if (first === 0x1f && second === 0x8b) return 'gzip';
  if (first !== 0x50 || second !== 0x4b) return null;
  // An entry, the end of an archive without one, or the mark of one that was split.
  const marked = (third === 3 && fourth === 4) || (third === 5 && fourth === 6) || (third === 7 && fourth === 8);
  return marked ? 'zip' : null;
}
