import fc from 'fast-check';
import type { PlainCase, PlainRow } from './plain-case';

/**
 * Cases in which equality and rank are hard: amounts a few units apart, past what a double holds in some; versions that
 * are written with leading zeros, that tie, that are empty; empty cells; keys that a table holds twice; tables without a
 * column; rows that delete.
 */
export const hardCase: fc.Arbitrary<PlainCase> = fc
  .record({
    wide: fc.boolean(),
    cents: fc.boolean(),
    padded: fc.boolean(),
    deletes: fc.boolean(),
    tolerances: fc.record({
      total_spend: fc.constantFrom(0, 1, 2, 5),
      items: fc.constantFrom(0, 0, 1),
    }),
    ties: fc.constantFrom('earlier' as const, 'later' as const),
  })
  .chain(({ wide, cents, padded, deletes, ...rest }) => {
    const amount = fc
      .tuple(fc.constantFrom(0n, wide ? 10n ** 17n : 0n, wide ? -(10n ** 17n) : 0n), fc.bigInt({ min: -3n, max: 6n }))
      .map(([base, off]) => decimal(base + off, cents ? 2 : 0));
    const row = fc.record({
      user_id: fc.constantFrom('a', 'b', 'c', 'd'),
      total_spend: fc.oneof({ weight: 6, arbitrary: amount }, { weight: 1, arbitrary: fc.constant('') }),
      items: fc.constantFrom('', '0', '1', '2'),
      tier: fc.constantFrom('', 'gold', 'tin'),
      batch_id: padded
        ? fc.constantFrom('', '2', '10', '010', '0999', '1000', '999')
        : fc.constantFrom('', '2', '9', '10', '1000'),
      op: fc.constantFrom('I', 'I', 'U', 'D'),
    });
    const delta = fc.array(row, { maxLength: 7 });
    const nudge = fc.record({ off: fc.bigInt({ min: -2n, max: 2n }), items: fc.constantFrom('', '1', null) });
    const table = (deltas: readonly PlainRow[][]) =>
      fc
        .tuple(
          fc.array(fc.tuple(fc.nat(), nudge), { maxLength: 7 }),
          fc.array(row, { maxLength: 2 }),
          fc.constantFrom(null, null, null, 'tier', 'batch_id'),
        )
        .map(([picked, fresh, without]) => {
          const all = deltas.flat();
          const taken = picked.flatMap(([at, change]) => {
            const own = all[at % Math.max(1, all.length)];
            return own ? [nudged(own, change)] : [];
          });
          return [...taken, ...fresh].map((own) => shown(own, without));
        });
    return fc
      .array(delta, { minLength: 1, maxLength: 3 })
      .filter((deltas) => deltas.flat().length > 0)
      .chain((deltas) =>
        fc.record({ ours: table(deltas), theirs: table(deltas) }).map(
          ({ ours, theirs }): PlainCase => ({
            deltas: deltas.map((rows, f) => ({ file: `delta${f}.csv`, rows })),
            ours,
            theirs,
            attributes: ['items', 'tier'],
            ...(deletes ? { deletes: 'op' } : {}),
            ...rest,
          }),
        ),
      );
  });

function nudged(row: PlainRow, { off, items }: { readonly off: bigint; readonly items: string | null }): PlainRow {
  const amount = row['total_spend'] ?? '';
  if (amount === '') return row;
  const places = amount.split('.')[1]?.length ?? 0;
  const units = BigInt(amount.replace('.', '')) + off;
  return { ...row, total_spend: decimal(units, places), ...(items === null ? {} : { items }) };
}

/** A table has no column of operations, and may lack another. */
function shown(row: PlainRow, without: string | null): PlainRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'op' && name !== without));
}

function decimal(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const sign = units < 0n ? '-' : '';
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
