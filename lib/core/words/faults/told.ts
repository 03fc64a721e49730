import type { FaultWords } from '../../faults/fault-words';
import type { FaultCode } from '../../findings/fault';
import { columnEmptiedWords } from './column-emptied';
import { columnNotUpdatedWords } from './column-not-updated';
import { columnsSwappedWords } from './columns-swapped';
import { deletesIgnoredWords } from './deletes-ignored';
import { duplicatesKeptWords } from './duplicates-kept';
import { emptiesFilledWords } from './empties-filled';
import { emptiesIgnoredWords } from './empties-ignored';
import { fileLoadedAgainWords } from './file-loaded-again';
import { fileNotLoadedWords } from './file-not-loaded';
import { filePartiallyLoadedWords } from './file-partially-loaded';
import { firstRowWinsWords } from './first-row-wins';
import { firstRowsSkippedWords } from './first-rows-skipped';
import { keyAlteredWords } from './key-altered';
import { largestMeasureWinsWords } from './largest-measure-wins';
import { largestOfEachColumnWords } from './largest-of-each-column';
import { largestVersionWinsWords } from './largest-version-wins';
import { lastRowWinsWords } from './last-row-wins';
import { lateRowsDroppedWords } from './late-rows-dropped';
import { measureClippedWords } from './measure-clipped';
import { measureRoundedWords } from './measure-rounded';
import { measureScaledWords } from './measure-scaled';
import { measureWrappedWords } from './measure-wrapped';
import { newKeysIgnoredWords } from './new-keys-ignored';
import { rowsCappedWords } from './rows-capped';
import { rowsFilteredWords } from './rows-filtered';
import { rowsNotExportedWords } from './rows-not-exported';
import { signLostWords } from './sign-lost';
import { smallestVersionWinsWords } from './smallest-version-wins';
import { textCutWords } from './text-cut';
import { tiesBrokenDifferentlyWords } from './ties-broken-differently';
import { versionComparedAsTextWords } from './version-compared-as-text';
import { versionCutoffWords } from './version-cutoff';
import { versionsSummedWords } from './versions-summed';
import { zerosIgnoredWords } from './zeros-ignored';

/** How each fault is told: apart from the catalogue, for what searches needs no words. */
export const told: { readonly [C in FaultCode]: FaultWords<C> } = {
  'file-not-loaded': fileNotLoadedWords,
  'file-partially-loaded': filePartiallyLoadedWords,
  'rows-capped': rowsCappedWords,
  'first-rows-skipped': firstRowsSkippedWords,
  'file-loaded-again': fileLoadedAgainWords,
  'deletes-ignored': deletesIgnoredWords,
  'late-rows-dropped': lateRowsDroppedWords,
  'version-cutoff': versionCutoffWords,
  'new-keys-ignored': newKeysIgnoredWords,
  'key-altered': keyAlteredWords,
  'columns-swapped': columnsSwappedWords,
  'largest-version-wins': largestVersionWinsWords,
  'version-compared-as-text': versionComparedAsTextWords,
  'smallest-version-wins': smallestVersionWinsWords,
  'first-row-wins': firstRowWinsWords,
  'last-row-wins': lastRowWinsWords,
  'largest-measure-wins': largestMeasureWinsWords,
  'ties-broken-differently': tiesBrokenDifferentlyWords,
  'largest-of-each-column': largestOfEachColumnWords,
  'zeros-ignored': zerosIgnoredWords,
  'empties-ignored': emptiesIgnoredWords,
  'versions-summed': versionsSummedWords,
  'duplicates-kept': duplicatesKeptWords,
  'column-not-updated': columnNotUpdatedWords,
  'column-emptied': columnEmptiedWords,
  'empties-filled': emptiesFilledWords,
  'text-cut': textCutWords,
  'sign-lost': signLostWords,
  'measure-scaled': measureScaledWords,
  'measure-rounded': measureRoundedWords,
  'measure-wrapped': measureWrappedWords,
  'measure-clipped': measureClippedWords,
  'rows-filtered': rowsFilteredWords,
  'rows-not-exported': rowsNotExportedWords,
};
