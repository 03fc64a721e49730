import { assertNever } from '../assert-never';
import { formatCount } from '../phrases/amounts';
import { list } from '../phrases/phrases';
import type { ArchiveFlaw, Problem } from '../problem';
import { reasonOf } from './rejections';

/** What happened, where, and what to do next: whole sentences. */
export function describeProblem(problem: Problem): { readonly what: string; readonly next: string } {
  switch (problem.code) {
    case 'file-empty':
      return { what: `${problem.file} is empty.`, next: 'Export it again, or leave it out.' };
    case 'header-only':
      return { what: `${problem.file} has a header on line 1 and no rows.`, next: 'Export it again, or leave it out.' };
    case 'not-csv':
      return {
        what: `${problem.file} is not a CSV file: it looks like ${LOOKS[problem.looksLike].what}.`,
        next: nextOf(LOOKS[problem.looksLike], problem.file),
      };
    case 'file-changed':
      return { what: `${problem.file} was removed or changed on disk since it was given.`, next: 'Drop it again.' };
    case 'file-unreadable':
      return {
        what: `${problem.file} could not be read: ${problem.reason}.`,
        next: 'Check that the file opens elsewhere, then drop it again.',
      };
    case 'archive-damaged':
      return {
        what: `${inArchive(problem)} is damaged: ${FLAWS[problem.flaw]}.`,
        next: 'Fetch or pack it again; nothing of it was read.',
      };
    case 'archive-encrypted':
      return {
        what: `${problem.entry} in ${problem.file} is encrypted.`,
        next: 'Unpack the archive with its password, and drop the files inside.',
      };
    case 'archive-method':
      return {
        what: `${problem.entry} in ${problem.file} is packed with ${problem.method}, which Tieout does not unpack.`,
        next: 'Unpack the archive, and drop the files inside.',
      };
    case 'archive-too-large':
      return {
        what: `${problem.file} holds more than ${gigabytes(problem.most)} unpacked, the most that fits here.`,
        next: 'Unpack it and drop only the files of the case, or use the command line, "tieout investigate", on a machine with more memory.',
      };
    case 'archive-too-deep':
      return {
        what: `${problem.file} is an archive within more than ${problem.most} others.`,
        next: 'Unpack the outer ones, and drop what is inside.',
      };
    case 'archive-too-many':
      return {
        what: `${problem.file} holds more than ${problem.most} files, with the archives in it.`,
        next: 'Unpack it and drop only the files of the case.',
      };
    case 'archive-empty':
      return {
        what: `${problem.file} holds no file${problem.leftOut === 0 ? '' : ' but what a system leaves beside files'}.`,
        next: 'Pack it again, or leave it out.',
      };
    case 'entries-left-out':
      return {
        what: `${namesOf(problem)} in ${problem.file} ${problem.count === 1 ? 'was' : 'were'} left out: a system leaves such beside files.`,
        next: 'Nothing is to be done.',
      };
    case 'entries-renamed':
      return {
        what: `${namesOf(problem)} in ${problem.file} ${problem.count === 1 ? 'has a name that leads' : 'have names that lead'} out of the archive; only the last part of it was used.`,
        next: 'Ask who packed it, if you do not know.',
      };
    case 'column-duplicate':
      return {
        what: `${problem.file}, line ${problem.line}: the column "${problem.column}" occurs twice.`,
        next: 'Rename one of the two in the export.',
      };
    case 'column-missing':
      return {
        what: `${problem.file}, line ${problem.line}: the column "${problem.column}" is missing; it has ${problem.found.map((name) => `"${name}"`).join(', ')}.`,
        next: 'Map another column, or export the file with this one.',
      };
    case 'no-header':
      return {
        what: `${problem.file}, line ${problem.line}: "${problem.text}" is no header${problem.likely === null ? '' : `; the header looks to be line ${problem.likely}`}.`,
        next: 'Say on which line the column names stand, or export the file with them.',
      };
    case 'mostly-unread':
      return {
        what: `${problem.file}, line ${problem.line}${problem.column === null ? '' : `, column "${problem.column}"`}: ${reasonOf(problem).replace(/\.$/, '')}; ${problem.unread} of ${problem.of} lines of the file could not be read, too many for a verdict.`,
        next:
          problem.reason === 'other-encoding'
            ? 'Say what its bytes are, or export the file as UTF-8.'
            : 'Check the line of the header, the delimiter and which columns are the key, the measure and the version.',
      };
    case 'quote-open':
      return {
        what: `${problem.file}, line ${problem.line}: a quote is opened here and never closed.`,
        next: 'Close the quote or export the file again.',
      };
    case 'record-too-long':
      return problem.open
        ? {
            what: `${problem.file}, line ${problem.line} begins a cell of more than ${formatCount(problem.most)} characters, the most that Tieout reads: a quote may be open.`,
            next: 'Close the quote, or leave the column with the long text out of the export.',
          }
        : {
            what: `${problem.file}, line ${problem.line}: this record has more than ${formatCount(problem.most)} characters, the most that Tieout reads.`,
            next: 'Leave the column with the long text out of the export, or check its line breaks.',
          };
    case 'too-many-columns':
      return {
        what: `${problem.file}, line ${problem.line} has ${formatCount(problem.columns)} columns or more, and Tieout reads at most ${formatCount(problem.most)} of a file.`,
        next: 'Export only the key, the measure, the version and what else is to be compared, or check the line breaks.',
      };
    case 'too-many-rows':
      return {
        what: `The files have ${formatCount(problem.rows)} rows or more, and Tieout compares at most ${formatCount(problem.most)} together.`,
        next: 'Export a part of the keys at a time, from every table the same part, and compare part by part.',
      };
    case 'too-many-files':
      return {
        what: `There are ${formatCount(problem.files)} files or more, and Tieout reads at most ${formatCount(problem.most)} together.`,
        next: 'Join the exports into fewer, larger files, in their order of arrival.',
      };
    case 'encoding-broken':
      return {
        what: `${problem.file} says that it is ${problem.encoding}, and some of its characters are not.`,
        next: 'Export it again, as UTF-8 where you can choose.',
      };
    case 'lines-lost':
      return {
        what: `${problem.file} has ${problem.counted} lines, and ${problem.read} were read: this is an error of Tieout, and nothing is said of the file.`,
        next: 'Report it, with the file if you may; saving the file anew as plain CSV may help.',
      };
    case 'not-a-measure':
      return {
        what: `${problem.file}, line ${problem.line}, column "${problem.column}": "${problem.cell}" is not a number${alsoRefused(problem.refused - 1)}.`,
        next: 'Choose another column as the measure.',
      };
    case 'same-file':
      return { what: `${problem.file} and ${problem.other} have the same content.`, next: 'Remove one of them.' };
    case 'role-taken':
      return {
        what: `${problem.file} and ${problem.other} both claim to be ${problem.role === 'ours' ? "the vendor's table" : "the customer's table"}.`,
        next: 'Say which one it is; the other is set aside.',
      };
    case 'no-deltas':
      return {
        what: 'None of the files is a delta.',
        next: 'Add the exported files, or set the role of one to delta.',
      };
    case 'no-table':
      return {
        what: 'There is no table to compare with what the deltas give.',
        next: "Add the vendor's table, the customer's, or both.",
      };
    case 'no-mapping':
      return { what: `No column was found for the ${problem.role}.`, next: `Choose the ${problem.role} column.` };
    case 'too-large':
      return {
        what: `The files need about ${gigabytes(problem.needed)} of memory, and at most ${gigabytes(problem.available)} can be taken here.`,
        next: 'Leave some out, or use the command line, "tieout investigate", on a machine with more.',
      };
    case 'out-of-memory':
      return {
        what: 'There was not enough memory for the files: the browser refused to give more.',
        next: 'Nothing of the case is lost. Close other tabs and try again, leave some files out, or use the command line, "tieout investigate", on a machine with more.',
      };
    case 'part-missing':
      return {
        what: 'A part of Tieout that this needs could not be loaded.',
        next: 'Nothing of the case is lost. See that this machine is online, or that what serves this page still runs, then try again.',
      };
    case 'cancelled':
      return { what: 'Reading was cancelled.', next: 'Try again, or drop other files.' };
    case 'engine-stopped':
      return {
        what: `The worker stopped: ${problem.reason.replace(/\.$/, '')}.`,
        next: 'Nothing of the case is lost. Try again; where it stops again, reload the page.',
      };
    default:
      return assertNever(problem);
  }
}

const FLAWS: Record<ArchiveFlaw, string> = {
  cut: 'it ends too early',
  data: 'its packed bytes cannot be unpacked',
  checksum: 'what it unpacks to does not have its checksum',
  length: 'what it unpacks to does not have its length',
  trailing: 'something that is no part of it stands behind it',
  directory: 'its directory does not agree with what it holds',
  overlap: 'its files share bytes',
  split: 'it is one part of several',
};

function inArchive({ file, entry, member }: Extract<Problem, { code: 'archive-damaged' }>): string {
  if (entry !== undefined) return `${entry} in ${file}`;
  return member === undefined ? file : `${file}, in its part ${member},`;
}

/** "a and b", "a, b and 3 more" */
function namesOf({ entries, count }: { readonly entries: readonly string[]; readonly count: number }): string {
  const named = entries.slice(0, 3);
  return list(count > named.length ? [...named, `${count - named.length} more`] : named);
}

const LOOKS: Record<Extract<Problem, { code: 'not-csv' }>['looksLike'], Look> = {
  spreadsheet: { what: 'a spreadsheet workbook', next: 'Open it and save the sheet as "CSV UTF-8", then drop that.' },
  image: { what: 'an image', next: 'Drop the exported CSV instead.' },
  pdf: { what: 'a PDF', next: 'Drop the exported CSV instead.' },
  parquet: { what: 'a Parquet file', next: 'Write its rows to a CSV file, then drop that.' },
  tar: packed('a tar archive', 'tar -xf'),
  bzip2: packed('a bzip2 archive', 'bunzip2 -k'),
  xz: packed('an xz archive', 'unxz -k'),
  zstd: packed('a zstd archive', 'unzstd'),
  '7z': packed('a 7z archive', '7z x'),
  rar: packed('a RAR archive', 'unrar x'),
  archive: { what: 'an archive that Tieout does not open', next: 'Unpack it and drop the CSV files inside.' },
  binary: { what: 'binary data', next: 'Drop the exported CSV instead.' },
  text: { what: 'text without columns', next: 'Check the delimiter, or drop the exported CSV.' },
};

interface Look {
  readonly what: string;
  readonly next: string | { readonly unpack: string };
}

/** @param unpack the command that does so with the file that is named behind it */
function packed(archive: string, unpack: string): Look {
  return { what: `${archive}, which Tieout does not open`, next: { unpack } };
}

function nextOf({ next }: Look, file: string): string {
  if (typeof next === 'string') return next;
  const word = /^[\w.][\w.-]*$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
  return `Unpack it, say with "${next.unpack} ${word}", and drop the CSV files inside.`;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

function alsoRefused(others: number): string {
  if (others === 0) return '';
  return others === 1 ? ', and neither is 1 other cell' : `, and neither are ${others} other cells`;
}
