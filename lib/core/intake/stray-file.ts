import type { Problem } from '../problem';

/** What exported data is called, whatever stands behind it: "delta3.csv.gz", "delta3.csv.part". */
const DATA_NAME = /\.(csv|tsv|tab|psv|txt|dat|gz|zip)(\.|\s|$)/i;
/** An ending that says of what other kind a file is: "png", "json", "mp4". */
const OTHER_KIND = /\.[a-z]{2,5}\d?( \(\d+\))?$/i;

/** The name says that the file is something else than data; a name without an ending says nothing. */
export function isNamedOtherwise(file: string): boolean {
  return OTHER_KIND.test(file) && !DATA_NAME.test(file);
}

/** It only tells what was done with an archive's entries; no file is meant. */
export function isAside(problem: Problem): boolean {
  return problem.code === 'entries-left-out' || problem.code === 'entries-renamed';
}

/**
 * The file is no part of the data by name and by content: a picture, a PDF, a page, a log that came along. What is named
 * like data and is not stops the case, for the export may be broken; so does what data is often kept in, a spreadsheet
 * above all.
 */
export function isStray(problem: Problem): boolean {
  switch (problem.code) {
    case 'not-csv':
      return ['image', 'pdf', 'text'].includes(problem.looksLike) && isNamedOtherwise(problem.file);
    case 'file-empty':
    case 'no-header':
    case 'column-duplicate':
    case 'quote-open':
      return isNamedOtherwise(problem.file);
    default:
      return false;
  }
}
