import type { FaultWords, Mechanism, Telling } from '../faults/fault-words';
import type { Fault, FaultCode } from '../findings/fault';
import { told } from './faults/told';

/** A fault in words: see FaultWords. */
export interface ToldFault {
  readonly sentence: string;
  readonly replayed: string;
  readonly label: string;
  readonly question: string;
  readonly mechanisms: readonly Mechanism[];
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

/** What the replay did, where the sentence before has just named the fault's files: "without it". */
export function replayedOnceNamed(fault: Fault, telling: Telling): string {
  const words = wordsOf(fault);
  return words.replayedOnceNamed?.(fault) ?? words.replayed(fault, telling);
}

/** "delta3.csv is the whole gap", of a fault that is all of it. */
export function tellWholeGap(fault: Fault, telling: Telling, gap: string): string {
  const being = wordsOf(fault).beingTheGap?.(fault);
  return being === undefined ? `The whole ${gap}: ${labelOf(fault, telling)}` : `${being} the whole ${gap}`;
}

/** Whether it is told with others of its kind, each of one file, where they were ruled out. */
export function isRuledOutTogether(fault: Fault): boolean {
  return wordsOf(fault).ruledOutTogether !== undefined && 'files' in fault && fault.files?.length === 1;
}

/** @param faults of one code, each `isRuledOutTogether` */
export function ruledOutTogether(faults: readonly Fault[], telling: Telling): string {
  const [first] = faults;
  return (first && wordsOf(first).ruledOutTogether?.(faults, telling)) ?? '';
}

/** The labels of faults that would not show, but one for all of a code that has words for several together. */
export function unseenLabels(faults: readonly Fault[], telling: Telling): readonly string[] {
  return faults.flatMap((fault) => {
    const alike = faults.filter((other) => other.fault === fault.fault);
    const together = alike.length > 1 ? wordsOf(fault).unseenTogether?.(alike, telling) : undefined;
    if (together === undefined) return [labelOf(fault, telling)];
    return fault === alike[0] ? [together] : [];
  });
}

/** Each code is paired with its own words, which the compiler cannot follow through an index. */
function wordsOf(fault: Fault): FaultWords<FaultCode> {
  return told[fault.fault] as FaultWords<FaultCode>;
}
