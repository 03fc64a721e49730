import { sameReplay } from '../compare/same-replay';
import { faultCodes, probesOf } from '../faults/catalogue';
import type { Fault } from '../findings/fault';
import { replay } from '../pipeline/replay';
import type { Replayed } from '../pipeline/replayed';
import type { Dataset } from '../table/dataset';

/** The catalogue's faults whose replay equals the expected table: had they happened, these files would not show it. */
export function findBlindSpots(dataset: Dataset, expected: Replayed, tick: () => void): Fault[] {
  return faultCodes.flatMap((code) =>
    probesOf(code, dataset, expected).filter((fault) => {
      tick();
      return sameReplay(dataset, expected, replay(dataset, [fault]));
    }),
  );
}
