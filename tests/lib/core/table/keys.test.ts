import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cells } from '@/lib/core/csv/cells';
import type { Key } from '@/lib/core/key';
import { KeyInterner } from '@/lib/core/table/keys';
import { columnOf } from '@/tests/support/csv-text';
import { nastyPart as part } from '@/tests/support/nasty-part';

/** @param files the keys of each file, interned one file after the other */
function idsOf(files: readonly (readonly Key[])[], parts: number) {
  const columns = files.map((keys) =>
    Array.from({ length: parts }, (_, p) => columnOf(keys.map((key) => key[p] ?? ''))),
  );
  const interner = new KeyInterner(Array.from({ length: parts }, (_, p) => columns.map((file) => file[p] as Cells)));
  return { ids: columns.flatMap((file) => [...interner.rows(file, null)]), interner };
}

/** Parts as files have them: nasty, or numbers that are held as numbers. */
const numbers = fc.nat({ max: 12 }).map(String);
const padded = fc.nat({ max: 12 }).map((n) => String(n).padStart(3, '0'));

const column = fc.constantFrom(part, part, numbers, padded, fc.oneof(numbers, padded));

const isPlain = (key: string | undefined) => /^(0|-?[1-9]\d{0,14})$/.test(key ?? '');

describe('keys', () => {
  it('are the same only if every part is, over all files and whatever their cells are held as', () => {
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 4 }).chain((parts) =>
          fc.tuple(
            fc.constant(parts.length),
            fc.array(fc.array(fc.tuple(...parts), { maxLength: 12 }), { minLength: 1, maxLength: 3 }),
            fc.array(fc.tuple(...parts.map((one) => fc.oneof(one, part))), { maxLength: 3 }),
            fc.array(fc.oneof(fc.tuple(...parts.map((one) => fc.oneof(one, part))), fc.array(part)), {
              maxLength: 5,
            }),
          ),
        ),
        ([parts, files, others, asked]) => {
          const { ids, interner } = idsOf(files, parts);
          const all = [...ids, ...others.map((key) => interner.of(key))];
          const keys = [...files.flat(), ...others];
          const oracle = [...new Set(keys.map((key) => JSON.stringify(key)))];
          expect(all).toEqual(keys.map((key) => oracle.indexOf(JSON.stringify(key))));
          expect(interner.count).toBe(oracle.length);
          expect(all.map((id) => interner.parts(id))).toEqual(keys);
          if (interner.plain) expect(keys.every(([key, other]) => other === undefined && isPlain(key))).toBe(true);
          expect([...keys, ...asked].map((key) => interner.find(key))).toEqual(
            [...keys, ...asked].map((key) => oracle.indexOf(JSON.stringify(key))),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are numbered by the rows that are kept, whatever texts the others hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(part, fc.boolean()), { maxLength: 40 }), (rows) => {
        const texts = rows.map(([text]) => text);
        const kept = Int32Array.from([...rows.keys()].filter((r) => rows[r]?.[1]));
        const cells = columnOf(texts);
        const interner = new KeyInterner([[cells, columnOf(['x'])]]);
        const keys = Array.from(kept, (r) => texts[r]);
        const oracle = [...new Set(keys)];
        expect([...interner.rows([cells], kept)]).toEqual(keys.map((key) => oracle.indexOf(key)));
      }),
      { numRuns: 300 },
    );
  });

  it('are plain where all are whole numbers, and no longer once another comes', () => {
    const { interner } = idsOf([[['7'], ['-12']], [['80']]], 1);
    expect(interner.plain).toBe(true);
    interner.of(['007']);
    expect(interner.plain).toBe(false);
    expect(idsOf([[['007'], ['012']]], 1).interner.plain).toBe(false);
    expect(idsOf([[['7', '8']]], 2).interner.plain).toBe(false);
  });

  it('keep leading zeros, white space and case', () => {
    expect(idsOf([[['7'], ['07'], ['7 '], ['a'], ['A'], ['7']]], 1).ids).toEqual([0, 1, 2, 3, 4, 0]);
    expect(
      idsOf(
        [
          [['7'], ['8']],
          [['07'], ['7']],
        ],
        1,
      ).ids,
    ).toEqual([0, 1, 2, 0]);
  });
});
