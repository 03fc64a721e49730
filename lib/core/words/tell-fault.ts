import { catalogue } from '../faults/catalogue';
import type { FaultWords, Mechanism, Telling } from '../faults/fault-words';
import type { Fault, FaultCode } from '../findings/fault';

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

/** The catalogue pairs each code with its own words, which the compiler cannot follow through an index. */
function wordsOf(fault: Fault): FaultWords<FaultCode> {
  return catalogue[fault.fault].words as FaultWords<FaultCode>;
}
