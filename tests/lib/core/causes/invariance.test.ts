import { describe, expect, test } from 'vitest';
import type { Fault, FaultCode } from '@/lib/core/findings/fault';
import type { Findings, SideFindings } from '@/lib/core/findings/findings';
import { investigate } from '@/lib/core/investigation/investigate';
import { bindTables } from '../../../support/planted/bind-tables';
import type { PlainCase, PlainRow } from '../../../support/planted/plain-case';
import { type CaseSpec, type PlantedCase, plantCase } from '../../../support/planted/plant';
import { seededRandom } from '../../../support/planted/random';

/** A planted case as the tables that an investigation starts from, still as text. */
interface Given {
  readonly source: PlainCase;
  readonly ours: readonly PlainRow[];
  readonly theirs: readonly PlainRow[] | null;
}

function investigateGiven({ source, ours, theirs }: Given): Findings {
  const tables = bindTables(source, ours, theirs);
  return investigate(tables, { labels: { ours: 'Vendor', theirs: 'Customer' }, key: [source.key], rejected: {} })
    .findings;
}

const given = (planted: PlantedCase): Given => ({
  source: planted.source,
  ours: planted.ours.rows,
  theirs: planted.theirs?.rows ?? null,
});

/** What a verdict says, without the parameters that a transformation renames or moves. */
function verdictOf(side: SideFindings | null): unknown {
  return (
    side && {
      proved: side.proved,
      faults: side.causes.map((cause) => cause.fault),
      keys: side.causes.map((cause) => cause.keys),
      amounts: side.causes.map((cause) => Number(cause.amount)),
      reproduced: side.reproduced,
      unexplained: [side.unexplained.keys, Number(side.unexplained.amount)],
    }
  );
}

const verdictsOf = (findings: Findings): unknown => ({
  ours: verdictOf(findings.sides.ours),
  theirs: verdictOf(findings.sides.theirs),
  keys: findings.keys,
  gap: Number(findings.gap.difference),
});

/** Faults that no row order decides, so that rows may be shuffled within their files. */
const ORDERLESS: readonly FaultCode[] = [
  'file-not-loaded',
  'version-cutoff',
  'version-compared-as-text',
  'smallest-version-wins',
  'largest-of-each-column',
  'versions-summed',
  'duplicates-kept',
  'measure-scaled',
  'key-altered',
];

const specs = (codes: readonly FaultCode[]): CaseSpec[] =>
  codes.map((code, i) => ({ seed: 7100 + i, size: 'single', codes: [code], faulty: 'both', largest: 320 }));

describe('a verdict does not change', { timeout: 60_000 }, () => {
  test.each(specs(ORDERLESS))('when the rows of every file are shuffled ($codes)', (spec) => {
    const before = given(plantCase(spec));
    const random = seededRandom(spec.seed);
    const after: Given = {
      source: {
        ...before.source,
        deltas: before.source.deltas.map((file) => ({ ...file, rows: random.shuffle(file.rows) })),
      },
      ours: random.shuffle(before.ours),
      theirs: before.theirs && random.shuffle(before.theirs),
    };
    expect(verdictsOf(investigateGiven(after))).toEqual(verdictsOf(investigateGiven(before)));
  });

  test.each(specs(ORDERLESS))('when files and columns get other names ($codes)', (spec) => {
    const before = given(plantCase(spec));
    const after: Given = {
      ...before,
      source: {
        ...before.source,
        key: 'customer',
        columns: before.source.columns.map((column, c) => ({ ...column, name: `field ${c}` })),
        deltas: before.source.deltas.map((file, f) => ({
          ...file,
          name: `2026-week-${String(f).padStart(2, '0')}.csv`,
        })),
      },
    };
    expect(verdictsOf(investigateGiven(after))).toEqual(verdictsOf(investigateGiven(before)));
  });

  test.each(
    specs(['file-not-loaded', 'version-compared-as-text', 'largest-measure-wins', 'versions-summed', 'zeros-ignored']),
  )('when a delta is split in two, but that a lost file is lost in both parts ($codes)', (spec) => {
    const before = given(plantCase(spec));
    const after: Given = {
      ...before,
      source: {
        ...before.source,
        deltas: before.source.deltas.flatMap((file, f) => {
          if (f !== before.source.deltas.length - 1) return [file];
          const half = Math.ceil(file.rows.length / 2);
          return [
            { name: file.name, rows: file.rows.slice(0, half) },
            { name: `${file.name} (part 2)`, rows: file.rows.slice(half) },
          ];
        }),
      },
    };
    expect(verdictsOf(investigateGiven(after))).toEqual(verdictsOf(investigateGiven(before)));
  });

  test.each(specs(ORDERLESS))('but for its mirror image when the two tables are swapped ($codes)', (spec) => {
    const before = given(plantCase(spec));
    if (before.theirs === null) throw new Error('both tables are planted');
    const one = investigateGiven(before);
    const other = investigateGiven({ ...before, ours: before.theirs, theirs: before.ours });
    const faults = (side: SideFindings | null): Fault[] =>
      (side?.causes ?? []).map((cause) => ({ ...cause, keys: 0, amount: '0' }));
    expect(faults(other.sides.theirs)).toEqual(faults(one.sides.ours));
    expect(faults(other.sides.ours)).toEqual(faults(one.sides.theirs));
    expect(Number(other.gap.difference)).toBe(0 - Number(one.gap.difference));
    expect(other.keys).toEqual({
      ...one.keys,
      onlyOurs: one.keys.onlyTheirs,
      onlyTheirs: one.keys.onlyOurs,
      duplicatedOurs: one.keys.duplicatedTheirs,
      duplicatedTheirs: one.keys.duplicatedOurs,
    });
  });
});
