import { words as columnNotUpdated } from '../faults/column-not-updated';
import { words as columnsSwapped } from '../faults/columns-swapped';
import { words as duplicatesKept } from '../faults/duplicates-kept';
import type { FaultWords, Telling } from '../faults/fault-words';
import { words as fileNotLoaded } from '../faults/file-not-loaded';
import { words as filePartiallyLoaded } from '../faults/file-partially-loaded';
import { words as firstRowWins } from '../faults/first-row-wins';
import { words as firstRowsSkipped } from '../faults/first-rows-skipped';
import { words as keyAltered } from '../faults/key-altered';
import { words as largestMeasureWins } from '../faults/largest-measure-wins';
import { words as largestOfEachColumn } from '../faults/largest-of-each-column';
import { words as lastRowWins } from '../faults/last-row-wins';
import { words as lateRowsDropped } from '../faults/late-rows-dropped';
import { words as measureClipped } from '../faults/measure-clipped';
import { words as measureRounded } from '../faults/measure-rounded';
import { words as measureScaled } from '../faults/measure-scaled';
import { words as newKeysIgnored } from '../faults/new-keys-ignored';
import { words as rowsCapped } from '../faults/rows-capped';
import { words as rowsFiltered } from '../faults/rows-filtered';
import { words as rowsNotExported } from '../faults/rows-not-exported';
import { words as smallestVersionWins } from '../faults/smallest-version-wins';
import { words as versionComparedAsText } from '../faults/version-compared-as-text';
import { words as versionCutoff } from '../faults/version-cutoff';
import { words as versionsSummed } from '../faults/versions-summed';
import { words as zerosIgnored } from '../faults/zeros-ignored';
import type { Fault, FaultCode } from '../findings/fault';

const WORDS: { readonly [C in FaultCode]: FaultWords<C> } = {
  'file-not-loaded': fileNotLoaded,
  'file-partially-loaded': filePartiallyLoaded,
  'rows-capped': rowsCapped,
  'first-rows-skipped': firstRowsSkipped,
  'late-rows-dropped': lateRowsDropped,
  'version-cutoff': versionCutoff,
  'new-keys-ignored': newKeysIgnored,
  'key-altered': keyAltered,
  'columns-swapped': columnsSwapped,
  'version-compared-as-text': versionComparedAsText,
  'smallest-version-wins': smallestVersionWins,
  'first-row-wins': firstRowWins,
  'last-row-wins': lastRowWins,
  'largest-measure-wins': largestMeasureWins,
  'largest-of-each-column': largestOfEachColumn,
  'zeros-ignored': zerosIgnored,
  'versions-summed': versionsSummed,
  'duplicates-kept': duplicatesKept,
  'column-not-updated': columnNotUpdated,
  'measure-scaled': measureScaled,
  'measure-rounded': measureRounded,
  'measure-clipped': measureClipped,
  'rows-filtered': rowsFiltered,
  'rows-not-exported': rowsNotExported,
};

/** A fault in words: see FaultWords. */
export interface ToldFault {
  readonly sentence: string;
  readonly replayed: string;
  readonly label: string;
  readonly question: string;
  readonly mechanisms: readonly { readonly mechanism: string; readonly evidence: string }[];
  readonly wouldShow: string;
  readonly forCustomer: string;
}

export function tellFault(fault: Fault, telling: Telling): ToldFault {
  const words = wordsOf(fault);
  return {
    sentence: words.sentence(fault, telling),
    replayed: words.replayed(fault, telling),
    label: words.label(fault, telling),
    question: words.question(fault, telling),
    mechanisms: words.mechanisms(fault, telling),
    wouldShow: words.wouldShow(fault, telling),
    forCustomer: words.forCustomer(fault, telling),
  };
}

/** The label alone, for lists and charts: "delta3.csv, no effect". */
export function labelOf(fault: Fault, telling: Telling): string {
  return wordsOf(fault).label(fault, telling);
}

/** The record above pairs each code with its own words, which the compiler cannot follow through an index. */
function wordsOf(fault: Fault): FaultWords<FaultCode> {
  return WORDS[fault.fault] as FaultWords<FaultCode>;
}
