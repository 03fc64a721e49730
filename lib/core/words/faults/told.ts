import type { FaultWords } from '../../faults/fault-words';
import type { FaultCode } from '../../findings/fault';
import { columnEmptiedWords } from './column-emptied';
import { columnNotUpdatedWords } from './column-not-updated';
import { columnReformattedWords } from './column-reformatted';
import { columnShiftedWords } from './column-shifted';
import { columnsSwappedWords } from './columns-swapped';
import { deletesIgnoredWords } from './deletes-ignored';
import { duplicatesKeptWords } from './duplicates-kept';
import { emptiesFilledWords } from './empties-filled';
import { emptiesIgnoredWords } from './empties-ignored';
import { fileLoadedAgainWords } from './file-loaded-again';
import { fileNotLoadedWords } from './file-not-loaded';
import { filePartiallyLoadedWords } from './file-partially-loaded';
import { filesOutOfOrderWords } from './files-out-of-order';
import { firstRowWinsWords } from './first-row-wins';
import { firstRowsSkippedWords } from './first-rows-skipped';
import { keyAlteredWords } from './key-altered';
import { keyIncompleteWords } from './key-incomplete';
import { largestMeasureWinsWords } from './largest-measure-wins';
import { largestOfEachColumnWords } from './largest-of-each-column';
import { largestVersionWinsWords } from './largest-version-wins';
import { lastRowWinsWords } from './last-row-wins';
import { lateRowsDroppedWords } from './late-rows-dropped';
import { measureClippedWords } from './measure-clipped';
import { measureMisreadWords } from './measure-misread';
import { measureRoundedWords } from './measure-rounded';
import { measureScaledWords } from './measure-scaled';
import { measureWrappedWords } from './measure-wrapped';
import { newKeysIgnoredWords } from './new-keys-ignored';
import { partitionOverwrittenWords } from './partition-overwritten';
import { rowsCappedWords } from './rows-capped';
import { rowsFilteredWords } from './rows-filtered';
import { rowsNotExportedWords } from './rows-not-exported';
import { rowsRepeatedWords } from './rows-repeated';
import { signLostWords } from './sign-lost';
import { smallestVersionWinsWords } from './smallest-version-wins';
import { textCutWords } from './text-cut';
import { tiesBrokenDifferentlyWords } from './ties-broken-differently';
import { versionComparedAsTextWords } from './version-compared-as-text';
import { versionCutoffWords } from './version-cutoff';
import { versionMisreadWords } from './version-misread';
import { versionsSummedWords } from './versions-summed';
import { zerosIgnoredWords } from './zeros-ignored';

/** How each fault is told: apart from the catalogue, for what searches needs no words. */
export const told: { readonly [C in FaultCode]: FaultWords<C> } = {
  'file-not-loaded': fileNotLoadedWords,
  'file-partially-loaded': filePartiallyLoadedWords,
  'rows-capped': rowsCappedWords,
  'first-rows-skipped': firstRowsSkippedWords,
  'files-out-of-order': filesOutOfOrderWords,
  'file-loaded-again': fileLoadedAgainWords,
  'partition-overwritten': partitionOverwrittenWords,
  'deletes-ignored': deletesIgnoredWords,
  'late-rows-dropped': lateRowsDroppedWords,
  'version-cutoff': versionCutoffWords,
  'new-keys-ignored': newKeysIgnoredWords,
  'key-altered': keyAlteredWords,
  'columns-swapped': columnsSwappedWords,
  'largest-version-wins': largestVersionWinsWords,
  'version-compared-as-text': versionComparedAsTextWords,
  'version-misread': versionMisreadWords,
  'smallest-version-wins': smallestVersionWinsWords,
  'first-row-wins': firstRowWinsWords,
  'last-row-wins': lastRowWinsWords,
  'largest-measure-wins': largestMeasureWinsWords,
  'ties-broken-differently': tiesBrokenDifferentlyWords,
  'key-incomplete': keyIncompleteWords,
  'largest-of-each-column': largestOfEachColumnWords,
  'zeros-ignored': zerosIgnoredWords,
  'empties-ignored': emptiesIgnoredWords,
  'versions-summed': versionsSummedWords,
  'duplicates-kept': duplicatesKeptWords,
  'rows-repeated': rowsRepeatedWords,
  'column-not-updated': columnNotUpdatedWords,
  'column-emptied': columnEmptiedWords,
  'empties-filled': emptiesFilledWords,
  'text-cut': textCutWords,
  'measure-misread': measureMisreadWords,
  'column-shifted': columnShiftedWords,
  'column-reformatted': columnReformattedWords,
  'sign-lost': signLostWords,
  'measure-scaled': measureScaledWords,
  'measure-rounded': measureRoundedWords,
  'measure-wrapped': measureWrappedWords,
  'measure-clipped': measureClippedWords,
  'rows-filtered': rowsFilteredWords,
  'rows-not-exported': rowsNotExportedWords,
};
