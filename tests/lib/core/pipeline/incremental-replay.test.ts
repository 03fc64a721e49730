import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesWithoutEachFile } from '@/lib/core/causes/without-each-file';
import { matchTables } from '@/lib/core/compare/match';
import { differingKeys, sameReplay } from '@/lib/core/compare/same-replay';
import { replayedRows } from '@/lib/core/compare/table-view';
import { pipelineWith, replay, tryReplay } from '@/lib/core/faults/replay';
import type { Fault } from '@/lib/core/findings/fault';
import { outranking } from '@/lib/core/pipeline/dedupe';
import type { Replayed } from '@/lib/core/pipeline/replayed';
import { buildDataset, type Dataset, type GroupedRows } from '@/lib/core/table/dataset';
import { sameCell } from '@/lib/core/table/equal';
import { hardCase } from '../../../support/arbitrary-case';
import { faultSet } from '../../../support/arbitrary-faults';
import { plainCase } from '../../../support/plain-case';

/** Of each key the arrived row that outranks the others, looked for among all of its rows. */
function slowWinners(dataset: Dataset, faults: Parameters<typeof replay>[1]): number[] {
  const pipeline = pipelineWith(dataset, faults, null);
  const beats = outranking(pipeline);
  const { start } = pipeline.rows;
  return Array.from({ length: start.length - 1 }, (_, k) => {
    const rows = Array.from(
      { length: (start[k + 1] as number) - (start[k] as number) },
      (_, i) => (start[k] as number) + i,
    );
    const arrived = rows.filter((r) => pipeline.arrived === null || pipeline.arrived[r] === 1);
    return arrived.reduce((best, r) => (best === -1 || beats(r, best) ? r : best), -1);
  });
}

/** Cell by cell, key by key, and every pairing of rows tried. */
function slowMatch(dataset: Dataset, replayed: Replayed, observed: GroupedRows) {
  const compared = dataset.columns.flatMap((column, c) =>
    observed.columns[c] && replayed.values[c] ? [{ column, c }] : [],
  );
  const mismatched: number[] = [];
  let [matched, of] = [0, 0];
  for (let k = 0; k < replayed.winner.length; k++) {
    const known = k < observed.start.length - 1;
    const from = known ? (observed.start[k] as number) : 0;
    const held = Array.from({ length: known ? (observed.start[k + 1] as number) - from : 0 }, (_, i) => from + i);
    const taken = (replayed.given?.[k] ?? -1) !== -1;
    const rows = replayedRows(dataset.columns.length, replayed, k);
    const same = (row: readonly number[], o: number) =>
      compared.every(({ column, c }) => sameCell(column, row[c] as number, observed.columns[c]?.[o] as number));
    const pairs = taken ? 1 : mostPairs(rows, held, same);
    const most = taken ? held.length : Math.max(rows.length, held.length);
    matched += pairs;
    of += most;
    if (pairs < most) mismatched.push(k);
  }
  return { rows: matched, of, mismatched };
}

function mostPairs<A, B>(a: readonly A[], b: readonly B[], same: (x: A, y: B) => boolean): number {
  const [first, ...rest] = a;
  if (first === undefined) return 0;
  return b.reduce(
    (most, partner, at) =>
      same(first, partner) ? Math.max(most, 1 + mostPairs(rest, b.toSpliced(at, 1), same)) : most,
    mostPairs(rest, b, same),
  );
}

describe('replays without each file', () => {
  it('agree with a table as each of them does that is run by itself', () => {
    fc.assert(
      fc.property(hardCase, (plain) => {
        const dataset = buildDataset(plainCase(plain));
        for (const observed of [dataset.ours, dataset.theirs]) {
          if (!observed) continue;
          const none = matchTables(dataset, replay(dataset, []), observed);
          const found = matchesWithoutEachFile(dataset, observed, none);
          dataset.files.forEach(({ name }, f) => {
            const alone = replay(dataset, [{ fault: 'file-not-loaded', files: [name] }]);
            const { rows, of } = matchTables(dataset, alone, observed);
            expect(found[f]).toEqual({ rows, of });
          });
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a replay after other replays', () => {
  it('is the replay of files that nothing has replayed before', () => {
    fc.assert(
      fc.property(hardCase, fc.array(faultSet, { minLength: 1, maxLength: 4 }), (plain, sets) => {
        const used = buildDataset(plainCase(plain));
        for (const faults of sets) {
          const fresh = buildDataset(plainCase(plain));
          const [here, there] = [replay(used, faults, used.ours), replay(fresh, faults, fresh.ours)];
          expect({ ...here, rows: null }).toEqual({ ...there, rows: null });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is on trial what it is when it is kept, and changes none that is', () => {
    fc.assert(
      fc.property(hardCase, fc.array(faultSet, { minLength: 2, maxLength: 5 }), (plain, sets) => {
        const dataset = buildDataset(plainCase(plain));
        const told = (replayed: Replayed) => structuredClone({ ...replayed, rows: null });
        const kept = sets.map((faults) => {
          const replayed = replay(dataset, faults, dataset.ours);
          return { faults, replayed, as: told(replayed) };
        });
        const tried = kept.map(({ faults }) => tryReplay(dataset, faults, dataset.ours, told));
        expect(tried).toEqual(kept.map(({ as }) => as));
        expect(kept.map(({ replayed }) => told(replayed))).toEqual(tried);
      }),
      { numRuns: 300 },
    );
  });

  it('on trial writes over what the trials before it have written, whatever leaves rows out', () => {
    const rows = ['1', '2'].map((user_id) => ({ user_id, total_spend: '5', batch_id: '1', op: 'D' }));
    const tables = plainCase({ deltas: [{ file: 'a.csv', rows }], deletes: 'op' });
    const dataset = buildDataset(tables);
    const filtered: Fault = {
      fault: 'rows-filtered',
      stage: 'load',
      column: 'total_spend',
      operator: '>',
      value: '4',
    };
    for (const faults of [[], [filtered]]) {
      const winners = Array.from({ length: 9 }, () => tryReplay(dataset, faults, null, ({ winner }) => winner));
      expect(new Set(winners).size).toBeLessThan(3);
    }
  });

  it('keeps of each key the row that outranks every other', () => {
    fc.assert(
      fc.property(hardCase, faultSet, (plain, faults) => {
        const tables = plainCase(plain);
        const dataset = buildDataset({
          ...tables,
          deltas: tables.deltas.map((table) => ({ ...table, deletes: null })),
        });
        const chosen = faults.filter((fault) => fault.fault !== 'rows-filtered' || fault.stage === 'arrival');
        replay(dataset, []);
        expect([...replay(dataset, chosen, dataset.ours).winner]).toEqual(slowWinners(dataset, chosen));
      }),
      { numRuns: 500 },
    );
  });

  it('matches a table in the rows, and for the keys, that a comparison of every cell says', () => {
    fc.assert(
      fc.property(hardCase, fc.array(faultSet, { minLength: 1, maxLength: 3 }), (plain, sets) => {
        const dataset = buildDataset(plainCase(plain));
        const observed = dataset.ours;
        if (!observed) throw new Error('ours is given');
        for (const faults of sets) {
          const replayed = replay(dataset, faults, observed);
          const flags = new Uint8Array(replayed.winner.length);
          const match = matchTables(dataset, replayed, observed, flags);
          const { rows, of } = match;
          expect(matchTables(dataset, replayed, observed)).toEqual(match);
          const mismatched = [...flags.keys()].filter((k) => flags[k] === 1);
          expect({ rows, of, mismatched }).toEqual(slowMatch(dataset, replayed, observed));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('differs from another for the keys whose rows do', () => {
    fc.assert(
      fc.property(hardCase, faultSet, faultSet, (plain, some, others) => {
        const dataset = buildDataset(plainCase(plain));
        const [a, b] = [replay(dataset, some, dataset.ours), replay(dataset, others, dataset.ours)];
        const keys = Math.max(a.winner.length, b.winner.length);
        const told = (replayed: Replayed, k: number) =>
          k >= replayed.winner.length
            ? []
            : (replayed.given?.[k] ?? -1) !== -1
              ? [['given', replayed.given?.[k]]]
              : replayedRows(dataset.columns.length, replayed, k).toSorted((x, y) => (String(x) < String(y) ? -1 : 1));
        const differing = Array.from({ length: keys }, (_, k) => k).filter(
          (k) => JSON.stringify(told(a, k)) !== JSON.stringify(told(b, k)),
        );
        const flags = differingKeys(dataset, a, b);
        expect([...flags.keys()].filter((k) => flags[k] === 1)).toEqual(differing);
        if (dataset.columns.every(({ tolerance }) => tolerance === 0))
          expect(sameReplay(dataset, a, b)).toBe(differing.length === 0);
      }),
      { numRuns: 500 },
    );
  });
});
