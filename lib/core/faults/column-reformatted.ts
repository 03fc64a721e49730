import { MISSING } from '../decimal';
import type { FaultOf } from '../findings/fault';
import { type Reformatting, reformattings } from '../findings/fault-parameters';
import { alterText } from '../pipeline/alter-text';
import { alteredRanks } from '../pipeline/retext';
import { judgeFiles, residualPairs } from './cell-pairs';
import type { Clues } from './clues';
import type { FaultModule } from './fault-module';

const WAYS: Readonly<Record<Reformatting, string>> = {
  case: 'in small letters',
  'upper-case': 'in capital letters',
  whitespace: 'without the blanks around it',
  'unicode-form': 'with each accented letter as one character',
  punctuation: 'without dashes, dots and blanks',
};

/**
 * `column-reformatted`: the column says what it should in another writing. What counts as one value however it is written
 * (true and 1, 1.0 and 1, a date in another order) is equal, and a premise says so; this is what else texts come in.
 */
export const columnReformatted: FaultModule<'column-reformatted'> = {
  code: 'column-reformatted',
  writing: true,
  parameters: [
    { name: 'column', kind: 'typed-column', types: ['text'], label: 'which column' },
    { name: 'how', kind: 'choice', label: 'how it is written', options: WAYS },
  ],
  changes: ({ column, how }) => [
    { change: 'load-value', column: { name: column }, to: { value: 'altered', form: { how } }, files: null },
  ],
  /** Each column has a writing of its own. */
  besides: (fault, other) => fault.column !== other.column,
  switch: {
    stage: 'load',
    text: () => 'A column is written otherwise',
    start: ({ columns }) => {
      const text = columns.find(({ type }) => type === 'text');
      return text ? { fault: 'column-reformatted', column: text.name, how: 'upper-case' } : null;
    },
  },
  /** The writings that some cells which differ are in, and all that would be changed. */
  suggest: (clues) =>
    clues.compared.flatMap((c) => {
      const column = clues.dataset.columns[c];
      if (c === clues.dataset.version || !column?.texts) return [];
      return writingsIn(clues, c, column.texts).map(
        (how): FaultOf<'column-reformatted'> => ({ fault: 'column-reformatted', column: column.name, how }),
      );
    }),
  probes: () => [],
};

/** Cells that must be so written. */
const LEAST_ROWS = 2;
/** Cells that differ, of which some must be so written before all are looked at. */
const LOOKED_AT = 500;

function writingsIn(clues: Clues, c: number, texts: readonly string[]): Reformatting[] {
  const shown = new Map<Reformatting, number>();
  let looked = 0;
  const pairs = residualPairs(clues, c);
  for (let i = 0; i < pairs.count; i++) {
    const [units, seen] = [pairs.units[i] as number, pairs.seen[i] as number];
    const [should, stands] = [texts[units], texts[seen]];
    if (units === seen || should === undefined || stands === undefined) continue;
    for (const how of reformattings)
      if (alterText(should, { how }) === stands) shown.set(how, (shown.get(how) ?? 0) + 1);
    if (++looked === LOOKED_AT) break;
  }
  return reformattings.filter((how) => {
    if ((shown.get(how) ?? 0) < LEAST_ROWS) return false;
    const ranks = alteredRanks(texts, { how });
    const becomes = (rank: number): number => (rank === MISSING ? rank : (ranks[rank] ?? rank));
    return judgeFiles(clues, becomes, { least: LEAST_ROWS, column: c })?.all ?? false;
  });
}
