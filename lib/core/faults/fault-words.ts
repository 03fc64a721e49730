import type { FaultCode, FaultOf } from '../findings/fault';
import type { Side } from '../findings/findings';

/** What the words of a fault may name. */
export interface Telling {
  readonly side: Side;
  readonly labels: { readonly ours: string; readonly theirs: string };
  /** All deltas in arrival order. */
  readonly files: readonly string[];
  /** Header names. */
  readonly columns: {
    readonly key: string;
    readonly measure: string;
    readonly version: string;
  };
  /** Header names of the key's columns, by part. */
  readonly keyColumns: readonly string[];
  /** What one key is called in the singular and plural: "user", "users"; "row", "rows" when unknown. */
  readonly entity: { readonly one: string; readonly many: string };
  /** A decimal with thousands separators and the measure's unit: "$4,742,481". */
  readonly amount: (decimal: string) => string;
}

/** One of the physical reasons behind a fault, which the files cannot tell apart, with the one thing to look at that would. */
export interface Mechanism {
  /** Unique within its fault; it stays where the words change. */
  readonly code: string;
  /** A phrase. */
  readonly mechanism: string;
  /** What would show that it is this one, as a phrase: "the load log". `--json` prints it as `evidence`. */
  readonly lookAt: string;
}

/** How a fault is told. Plain English a customer could read; whole sentences end in a full stop, phrases do not. */
export interface FaultWords<C extends FaultCode> {
  /** What happened, as a sentence and a headline: "No row of delta3.csv took effect in AIQ's table." */
  sentence(fault: FaultOf<C>, telling: Telling): string;
  /** What the replay did, to follow "Running the pipeline again": "without delta3.csv", "comparing batch_id as text". */
  replayed(fault: FaultOf<C>, telling: Telling): string;
  /** A label of at most five words or so for a chart or a list: "delta3.csv, no effect". */
  label(fault: FaultOf<C>, telling: Telling): string;
  /** The question to the backend engineer whose answer settles it. */
  question(fault: FaultOf<C>, telling: Telling): string;
  /** Most likely first. */
  mechanisms(fault: FaultOf<C>, telling: Telling): readonly Mechanism[];
  /** The datum that would show this fault at work: "a user whose newest row arrives before an older one". */
  wouldShow(fault: FaultOf<C>, telling: Telling): string;
  /** For the customer: what happened, without jargon, blame, file name or unproved mechanism. */
  forCustomer(fault: FaultOf<C>, telling: Telling): string;

  /** `replayed` where the sentence before has just named its files: "without it"; left out: `replayed` itself. */
  replayedOnceNamed?(fault: FaultOf<C>): string;
  /** To precede "the whole gap" where it is all of it: "delta3.csv is"; left out: the gap is told by the label. */
  beingTheGap?(fault: FaultOf<C>): string;
  /** One phrase for several of one file each that were ruled out: "delta0.csv or delta1.csv without effect". */
  ruledOutTogether?(faults: readonly FaultOf<C>[], telling: Telling): string;
  /** One label for several that would not show: "user_id altered in any of 7 ways"; left out: each has its own. */
  unseenTogether?(faults: readonly FaultOf<C>[], telling: Telling): string;
}
