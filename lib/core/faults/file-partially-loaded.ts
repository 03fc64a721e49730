import type { FaultOf } from '../findings/fault';
import { formatCount } from '../words/amounts';
import { list, rowRanges, sameNote, tableOf, withArticle } from '../words/phrases';
import type { FaultWords } from './fault-words';

/**
 * `file-partially-loaded`: only the `loaded` row ranges of one file arrive; it was cut short, or a chunk of it was lost.
 * Row numbers for people count data rows from 1, so the exclusive end of a first range is the last row that arrived;
 * `same` is the range of that cut.
 */
export const words: FaultWords<'file-partially-loaded'> = {
  sentence: (fault, telling) => {
    const file = list(fault.files);
    const table = tableOf(telling);
    const parts = loadedParts(fault);
    if (parts.kind === 'nothing') return `No row of ${file} took effect in ${table}.`;
    if (parts.kind === 'cut') {
      return `Nothing after row ${formatCount(parts.row)} of ${file} took effect in ${table}${sameNote(fault.same, 'cut from row')}.`;
    }
    return `Only ${rowRanges(fault.loaded)} of ${file} took effect in ${table}.`;
  },
  replayed: (fault) => {
    const file = list(fault.files);
    const parts = loadedParts(fault);
    if (parts.kind === 'nothing') return `without ${file}`;
    return parts.kind === 'cut'
      ? `with ${file} cut after row ${formatCount(parts.row)}`
      : `with only ${rowRanges(fault.loaded)} of ${file}`;
  },
  label: (fault) => {
    const parts = loadedParts(fault);
    const file = list(fault.files);
    if (parts.kind === 'nothing') return `${file}, no effect`;
    return parts.kind === 'cut' ? `${file}, cut after row ${formatCount(parts.row)}` : `${file}, rows missing`;
  },
  question: (fault) =>
    `How many rows and bytes of ${list(fault.files)} were received and loaded, and does the load log end early or name a failed chunk?`,
  mechanisms: (fault) => {
    const file = list(fault.files);
    const cut = loadedParts(fault).kind === 'cut';
    return [
      cut
        ? {
            mechanism: `the transfer of ${file} broke off`,
            evidence: 'the byte count received against the byte count sent',
          }
        : {
            mechanism: `a chunk of ${file} was lost in transfer or in a parallel load`,
            evidence: "the load log's list of chunks",
          },
      {
        mechanism: `the loader stopped at a line of ${file} that it could not read`,
        evidence: "the loader's rejected rows",
      },
      { mechanism: `the load of ${file} was interrupted and marked as done`, evidence: 'the load log' },
      {
        mechanism: `${file} was still being written when it was read`,
        evidence: 'the times of upload and of retrieval',
      },
    ];
  },
  wouldShow: (fault, { entity }) =>
    `${withArticle(entity.one)} whose newest row is in the part of ${list(fault.files)} that did not arrive`,
  forCustomer: (_, telling) =>
    `Part of one of the exported files is not reflected in ${tableOf(telling)}, so some ${telling.entity.many} still show older values or are absent.`,
};

type Parts =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'cut'; readonly row: number }
  | { readonly kind: 'pieces' };

function loadedParts({ loaded }: FaultOf<'file-partially-loaded'>): Parts {
  const ranges = loaded.filter((range) => range.to > range.from);
  const [first] = ranges;
  if (!first) return { kind: 'nothing' };
  return ranges.length === 1 && first.from === 0 ? { kind: 'cut', row: first.to } : { kind: 'pieces' };
}
