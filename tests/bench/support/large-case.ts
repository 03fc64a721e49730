import { seededRandom } from '@/lib/core/sample/random';
import type { BoundTable, CaseColumn, CaseTables } from '@/lib/core/table/case-tables';
import { keySpace } from '@/tests/support/key-space';
import { type KeyForm, keyWriter } from './key-form';

/** The versions of each delta, both ends inclusive: those of the published case, times a hundred. */
const VERSIONS = [
  [0, 200_000],
  [200_001, 300_000],
  [300_001, 450_000],
  [450_001, 600_000],
  [600_001, 800_000],
] as const;

/** A later file carries so many rows of every hundred that are older than the files before it. */
const LATE = 3;

const COLUMNS: readonly CaseColumn[] = (
  [
    ['total_spend', 'measure'],
    ['count_saved_items', 'attribute'],
    ['loyalty_credits', 'attribute'],
    ['batch_id', 'version'],
  ] as const
).map(([name, role]) => ({
  name,
  role,
  type: 'number',
  scale: 0,
  unit: null,
  sign: null,
  texts: null,
  wide: null,
  tolerance: 0,
}));

/**
 * Five deltas, made by a fixed rule, as reading would bind them: the first has 49 of 50 users, each later one a quarter
 * of all. No user has a version twice. Tables are for the caller to plant.
 * @param users >= 1000
 */
export function largeCase(users: number, form: KeyForm): CaseTables {
  const random = seededRandom(20);
  const deltas = VERSIONS.map(([from, to], file): BoundTable => {
    const keys: number[] = [];
    for (let k = 0; k < users; k++) {
      const takesPart = file === 0 ? k % 50 !== 49 : random.integer(0, 3) === 0;
      if (takesPart) keys.push(k);
    }
    const columns = COLUMNS.map(() => new Float64Array(keys.length));
    for (let r = 0; r < keys.length; r++) {
      const late = file > 0 && random.integer(0, 99) < LATE;
      const drawn = late ? random.integer(0, from - 6) : random.integer(from, to - 5);
      const version = drawn - (drawn % VERSIONS.length) + file;
      const cells = [random.integer(0, 6000), random.integer(0, 60), random.integer(0, 500), version];
      cells.forEach((cell, c) => {
        (columns[c] as Float64Array)[r] = cell;
      });
    }
    return {
      file: `delta${file}.csv`,
      rows: keys.length,
      key: Int32Array.from(keys),
      columns,
      lines: Int32Array.from(keys, (_, r) => r + 2),
    };
  });
  const write = keyWriter(form, users);
  return {
    keys: keySpace(users, (id) => [write(id)]),
    columns: COLUMNS,
    deltas,
    ours: null,
    theirs: null,
  };
}
