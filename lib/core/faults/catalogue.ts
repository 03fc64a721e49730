import type { DedupeRule } from '../findings/dedupe-rule';
import type { Fault, FaultCode } from '../findings/fault';
import type { PipelineChange } from '../pipeline/change';
import type { Replayed } from '../pipeline/replayed';
import type { Dataset } from '../table/dataset';
import type { Clues } from './clues';
import { columnEmptied } from './column-emptied';
import { columnNotUpdated } from './column-not-updated';
import { columnReformatted } from './column-reformatted';
import { columnShifted } from './column-shifted';
import { columnsSwapped } from './columns-swapped';
import { deletesIgnored } from './deletes-ignored';
import { duplicatesKept } from './duplicates-kept';
import { emptiesFilled } from './empties-filled';
import { emptiesIgnored } from './empties-ignored';
import type { FaultModule } from './fault-module';
import { fileLoadedAgain } from './file-loaded-again';
import { fileNotLoaded } from './file-not-loaded';
import { filePartiallyLoaded } from './file-partially-loaded';
import { filesOutOfOrder } from './files-out-of-order';
import { firstRowWins } from './first-row-wins';
import { firstRowsSkipped } from './first-rows-skipped';
import { keyAltered } from './key-altered';
import { keyIncomplete } from './key-incomplete';
import { largestMeasureWins } from './largest-measure-wins';
import { largestOfEachColumn } from './largest-of-each-column';
import { largestVersionWins } from './largest-version-wins';
import { lastRowWins } from './last-row-wins';
import { lateRowsDropped } from './late-rows-dropped';
import { measureClipped } from './measure-clipped';
import { measureMisread } from './measure-misread';
import { measureRounded } from './measure-rounded';
import { measureScaled } from './measure-scaled';
import { measureWrapped } from './measure-wrapped';
import { newKeysIgnored } from './new-keys-ignored';
import { partitionOverwritten } from './partition-overwritten';
import { rowsCapped } from './rows-capped';
import { rowsFiltered } from './rows-filtered';
import { rowsNotExported } from './rows-not-exported';
import { rowsRepeated } from './rows-repeated';
import { signLost } from './sign-lost';
import { smallestVersionWins } from './smallest-version-wins';
import { textCut } from './text-cut';
import { tiesBrokenDifferently } from './ties-broken-differently';
import { versionComparedAsText } from './version-compared-as-text';
import { versionCutoff } from './version-cutoff';
import { versionMisread } from './version-misread';
import { versionsSummed } from './versions-summed';
import { zerosIgnored } from './zeros-ignored';

type Catalogue = { readonly [C in FaultCode]: FaultModule<C> };

/** Every fault that Tieout knows, in pipeline order: the order in which they are applied, told, and break ties. */
export const catalogue: Catalogue = {
  'file-not-loaded': fileNotLoaded,
  'file-partially-loaded': filePartiallyLoaded,
  'rows-capped': rowsCapped,
  'first-rows-skipped': firstRowsSkipped,
  'files-out-of-order': filesOutOfOrder,
  'file-loaded-again': fileLoadedAgain,
  'partition-overwritten': partitionOverwritten,
  'deletes-ignored': deletesIgnored,
  'late-rows-dropped': lateRowsDropped,
  'version-cutoff': versionCutoff,
  'new-keys-ignored': newKeysIgnored,
  'key-altered': keyAltered,
  'columns-swapped': columnsSwapped,
  'largest-version-wins': largestVersionWins,
  'version-compared-as-text': versionComparedAsText,
  'version-misread': versionMisread,
  'smallest-version-wins': smallestVersionWins,
  'first-row-wins': firstRowWins,
  'last-row-wins': lastRowWins,
  'largest-measure-wins': largestMeasureWins,
  'ties-broken-differently': tiesBrokenDifferently,
  'key-incomplete': keyIncomplete,
  'largest-of-each-column': largestOfEachColumn,
  'zeros-ignored': zerosIgnored,
  'empties-ignored': emptiesIgnored,
  'versions-summed': versionsSummed,
  'duplicates-kept': duplicatesKept,
  'rows-repeated': rowsRepeated,
  'column-not-updated': columnNotUpdated,
  'column-emptied': columnEmptied,
  'empties-filled': emptiesFilled,
  'text-cut': textCut,
  'measure-misread': measureMisread,
  'column-shifted': columnShifted,
  'column-reformatted': columnReformatted,
  'sign-lost': signLost,
  'measure-scaled': measureScaled,
  'measure-rounded': measureRounded,
  'measure-wrapped': measureWrapped,
  'measure-clipped': measureClipped,
  'rows-filtered': rowsFiltered,
  'rows-not-exported': rowsNotExported,
};

export const faultCodes = Object.keys(catalogue) as readonly FaultCode[];

const position = new Map(faultCodes.map((code, index) => [code, index]));

/** The fault's place in the catalogue, from 0. */
export function pipelinePosition(fault: Fault): number {
  return position.get(fault.fault) as number;
}

/** The same faults in catalogue order; equal codes keep their order. */
export function inPipelineOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => pipelinePosition(a) - pipelinePosition(b));
}

/** What a fault does to a pipeline. */
function changesOf(fault: Fault): readonly PipelineChange[] {
  return moduleOf(fault).changes(fault);
}

/** What faults do together, in the order in which it takes effect. */
export function changesOfAll(faults: readonly Fault[]): PipelineChange[] {
  return inPipelineOrder(faults).flatMap(changesOf);
}

/** The de-duplication rule that a fault stands for; null where it stands for none. */
export function ruleOf(fault: Fault): DedupeRule | null {
  return changesOf(fault).find((change) => change.change === 'rank')?.rule ?? null;
}

/** Faults of one code that the evidence suggests, likeliest first. */
export function suggestFaults(code: FaultCode, clues: Clues): readonly Fault[] {
  return catalogue[code].suggest(clues).filter((fault: Fault) => ruleOf(fault) !== clues.dataset.rule);
}

/** Instances of one code to try against the expected table. */
export function probesOf(code: FaultCode, dataset: Dataset, expected: Replayed): readonly Fault[] {
  return catalogue[code].probes(dataset, expected).filter((fault: Fault) => ruleOf(fault) !== dataset.rule);
}

/** Files of which, by the fault, no row arrives, or only a part does; empty where it says nothing of that. */
export function filesArriving(fault: Fault, how: 'none' | 'part'): readonly string[] {
  return moduleOf(fault).arrival === how && 'files' in fault ? (fault.files ?? []) : [];
}

/** The catalogue pairs each code with its own module, which the compiler cannot follow through an index. */
export function moduleOf(fault: Fault): FaultModule<FaultCode> {
  return catalogue[fault.fault] as unknown as FaultModule<FaultCode>;
}
