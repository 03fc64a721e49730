import type { Fault } from '../findings/fault';
import type { Side } from '../findings/findings';
import { plantChanges } from '../pipeline/plant';
import type { CaseTables } from '../table/case-tables';
import { changesOfAll } from './catalogue';

/** The case with one side's table replaced by what the pipeline gives with the faults: see `plantChanges`. */
export function plantFaults(tables: CaseTables, side: Side, faults: readonly Fault[]): CaseTables {
  return plantChanges(tables, side, changesOfAll(faults));
}
