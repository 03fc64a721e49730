import type { FaultWords } from '../../faults/fault-words';
import type { FaultOf } from '../../findings/fault';
import { formatCount } from '../../phrases/amounts';
import { list, newestMissing, rowRanges, sameNote, tableOf, withArticle } from '../../phrases/phrases';

export const filePartiallyLoadedWords: FaultWords<'file-partially-loaded'> = {
  sentence: (fault, telling) => {
    const file = list(fault.files);
    const table = tableOf(telling);
    const parts = loadedParts(fault);
    if (parts.kind === 'nothing') return `No row of ${file} took effect in ${table}.`;
    if (parts.kind === 'cut') {
      return `Nothing after row ${formatCount(parts.row)} of ${file} took effect in ${table}${sameNote(fault.equivalentRange, 'cut from row')}.`;
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
            code: 'transfer-broke-off',
            mechanism: `the transfer of ${file} broke off`,
            lookAt: 'the byte count received against the byte count sent',
          }
        : {
            code: 'chunk-lost',
            mechanism: `a chunk of ${file} was lost in transfer or in a parallel load`,
            lookAt: "the load log's list of chunks",
          },
      {
        code: 'stopped-at-line',
        mechanism: `the loader stopped at a line of ${file} that it could not read`,
        lookAt: "the loader's rejected rows",
      },
      {
        code: 'interrupted',
        mechanism: `the load of ${file} was interrupted and marked as done`,
        lookAt: 'the load log',
      },
      {
        code: 'read-while-written',
        mechanism: `${file} was still being written when it was read`,
        lookAt: 'the times of upload and of retrieval',
      },
    ];
  },
  wouldShow: (fault, { entity }) =>
    `${withArticle(entity.one)} whose newest row is in the part of ${list(fault.files)} that did not arrive`,
  forCustomer: (_, telling) =>
    `Part of one of the exported files is not reflected in ${tableOf(telling)}, ${newestMissing(telling)}.`,
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
