import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRepair, repairRows } from '@/lib/core/causes/repair';
import { replay } from '@/lib/core/faults/replay';
import { dedupeRules } from '@/lib/core/findings/dedupe-rule';
import type { Fault } from '@/lib/core/findings/fault';
import type { Repair } from '@/lib/core/findings/findings';
import { buildDataset } from '@/lib/core/table/dataset';
import { hardCase } from '../../../support/arbitrary-case';
import { type PlainCase, type PlainRow, plainCase } from '../../../support/plain-case';
import { slowCase } from '../../../support/slow-case';

interface Causes {
  /** Files that a cause names. */
  readonly files: readonly string[];
  /** Which of equal versions the side keeps; null: the agreed one. */
  readonly keeps: 'earlier' | 'later' | null;
}

/** What the product says of mending ours, under every rule. */
function saidRepair(plain: PlainCase, { files, keeps }: Causes): { said: Repair | null; rows: PlainRow[] } {
  const dataset = buildDataset(plainCase(plain));
  const observed = dataset.ours;
  if (!observed) throw new Error('ours is given');
  const expected = replay(dataset, []);
  const faults: Fault[] = [
    ...(files.length === 0 ? [] : [{ fault: 'file-not-loaded' as const, files: [...files] }]),
    ...(keeps ? [{ fault: 'ties-broken-differently' as const, keep: keeps }] : []),
  ];
  const arrivals = plain.deltas.flatMap(({ rows }) => rows);
  return {
    said: planRepair(dataset, 'ours', observed, expected, { faults }, dedupeRules),
    rows: Array.from(
      repairRows(dataset, observed, expected),
      (row) => arrivals[dataset.deltas.arrival[row] as number] as PlainRow,
    ),
  };
}

/** The same, found by loading: the table's row of a key stands first, and what is loaded arrives after it. */
function slowRepair(plain: PlainCase, { files, keeps }: Causes): { said: Repair | null; rows: PlainRow[] } {
  const slow = slowCase(plain);
  const columns = slow.columnsOf('ours', null);
  const keyOf = (row: PlainRow) => row['user_id'] ?? '';
  const deletes = (row: PlainRow) => plain.deletes !== undefined && row[plain.deletes] === 'D';
  const isRight = (key: string, held: readonly PlainRow[]) => {
    const expected = slow.expected(key);
    return expected !== null && slow.sameBag([expected], held, columns);
  };
  const rows = slow.keys.flatMap((key) => {
    const held = slow.held('ours', key);
    const expected = slow.expected(key);
    return expected && held.length < 2 && !isRight(key, held) ? [expected] : [];
  });
  const beyond = slow.keys.filter((key) => {
    const held = slow.held('ours', key);
    return held.length > 1 || (held.length === 1 && slow.expected(key) === null);
  });
  const whole = plain.deltas.filter(({ file }) => files.includes(file)).flatMap((delta) => delta.rows);
  const loads = [
    { load: 'repair' as const, loaded: rows, files: [] },
    { load: 'whole-files' as const, loaded: whole, files: [...files] },
  ].filter(({ loaded }) => loaded.length > 0);
  const outcomes = dedupeRules.flatMap((rule) =>
    loads.map(({ load, loaded, files: of }) => {
      const judged = slow.keys.map((key) => {
        const held = slow.held('ours', key);
        const kept = slow.kept(
          [...held, ...loaded.filter((row) => keyOf(row) === key)],
          rule,
          keeps ?? plain.ties ?? 'later',
        );
        const after = held.length > 1 ? held : kept && !deletes(kept) ? [kept] : [];
        return { before: isRight(key, held), after: isRight(key, after) };
      });
      return {
        rule,
        load,
        files: of,
        right: judged.filter(({ after }) => after).length,
        of: slow.keys.filter((key) => slow.expected(key)).length,
        overwritten: judged.filter(({ before, after }) => before && !after).length,
      };
    }),
  );
  const said = rows.length === 0 && beyond.length === 0 ? null : { rows: rows.length, beyond: beyond.length, outcomes };
  return { said: said && { side: 'ours', ...said }, rows };
}

const causes: fc.Arbitrary<Causes> = fc.record({
  files: fc.subarray(['delta0.csv', 'delta1.csv', 'delta2.csv']),
  keeps: fc.constantFrom(null, 'earlier' as const, 'later' as const),
});

describe('a repair', () => {
  it('promises what loading its rows, or whole files, on top of the table comes to under each rule', () => {
    fc.assert(
      fc.property(hardCase, causes, (plain, own) => {
        expect(saidRepair(plain, own)).toEqual(slowRepair(plain, own));
      }),
      { numRuns: 1000 },
    );
  });

  it('knows versions as they are written where the largest as text wins', () => {
    const row = (user_id: string, total_spend: string, batch_id: string) => ({ user_id, total_spend, batch_id });
    const plain: PlainCase = {
      deltas: [
        { file: 'delta0.csv', rows: [row('a', '1', '0999'), row('b', '1', '2')] },
        { file: 'delta1.csv', rows: [row('a', '2', '1000'), row('b', '2', '10')] },
      ],
      ours: [row('a', '1', '0999'), row('b', '1', '2')],
    };
    const asText = saidRepair(plain, { files: [], keeps: null }).said?.outcomes.find(
      ({ rule }) => rule === 'largest-version-as-text',
    );
    expect(asText).toMatchObject({ right: 1, of: 2 });
  });
});
