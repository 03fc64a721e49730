import type { FaultCode, FaultOf } from '../findings/fault';
import type { Findings } from '../findings/findings';
import type { PipelineChange } from '../pipeline/change';
import type { Replayed } from '../pipeline/replayed';
import type { Dataset } from '../table/dataset';
import type { Clues } from './clues';
import type { Telling } from './fault-words';
import type { Parameter } from './parameter';

/** What a fault does and what shows it, apart from how it is told (`FaultWords`); one file has both. */
export interface FaultModule<C extends FaultCode> {
  readonly code: C;
  /** All of the fault's parameters, in the order in which they are asked for. */
  readonly parameters: readonly Parameter<keyof FaultOf<C> & string>[];
  /** What the fault does to a pipeline, as data: all that any replay of it reads. */
  changes(fault: FaultOf<C>): readonly PipelineChange[];
  /** The fault with the parameters that this evidence suggests, likeliest first; few, for each is replayed. */
  suggest(clues: Clues): readonly FaultOf<C>[];
  /**
   * Instances that could have happened unseen and are worth naming when their replay equals the expected table, but for
   * those of which a glance at the expected replay tells that it would not.
   */
  probes(dataset: Dataset, expected: Replayed): readonly FaultOf<C>[];

  /** Its switch in the replay; left out where files and rule have controls of their own. */
  readonly switch?: FaultSwitch<C>;

  /** Whether a pipeline can have it beside another of its code; left out: it has at most one. */
  besides?(fault: FaultOf<C>, other: FaultOf<C>): boolean;
  /** Of how many separate claims it consists; left out: one. */
  claims?(fault: FaultOf<C>): number;
  /** Whether a person would believe its parameters where no replay proves them; left out: always. */
  plausible?(fault: FaultOf<C>): boolean;
  /** Whether it chooses rows by where they stand: with enough of such faults any row can be left out. Left out: no. */
  byPlace?(fault: FaultOf<C>): boolean;
  /** It only ever touches keys that show it. */
  readonly direct?: true;
  /** How far its files arrive; left out: it says nothing of that. */
  readonly arrival?: 'none' | 'part';
  /** The table is wrong only in that it knows more than the files do. */
  readonly ahead?: true;
  /** The table says what it should, and writes it otherwise. */
  readonly writing?: true;
}

export type Stage = 'arrive' | 'read' | 'dedupe' | 'load';

/** A fault that can be switched on and off. */
export interface FaultSwitch<C extends FaultCode> {
  readonly stage: Stage;
  /** Always in sight; the others under "More faults". */
  readonly frequent?: true;
  /** Left out: the fault's label. */
  text?(telling: Telling): string;
  /** The fault as it is when it is switched on; null where these files or columns leave it no sense. */
  start(findings: Findings): FaultOf<C> | null;
}
