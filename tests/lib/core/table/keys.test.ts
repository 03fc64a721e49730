import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cells } from '@/lib/core/csv/cells';
import {
  ANY_CHARACTERS,
  BEYOND_ASCII,
  BLANK,
  LONG_NUMBER,
  LOWER,
  MARK,
  UPPER,
  WHOLE_NUMBER,
  ZERO_FIRST,
} from '@/lib/core/csv/characters';
import { type Key, keyId } from '@/lib/core/key';
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

/** What each bit says of a text. */
const SAYS: readonly (readonly [bit: number, RegExp])[] = [
  [UPPER, /[A-Z]/],
  [LOWER, /[a-z]/],
  [BLANK, /[\0- ]/],
  [MARK, /[-./]/],
  [BEYOND_ASCII, /[^\0-\x7f]/],
  [ZERO_FIRST, /^0\d/],
  [WHOLE_NUMBER, /^-?\d+$/],
  [LONG_NUMBER, /^-?\d{16,}$/],
];

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
          for (const [bit, says] of SAYS)
            if (keys.some((key) => says.test(keyId(key)))) expect(interner.characters & bit).toBe(bit);
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

  it('say of which characters they are, and of more once others come', () => {
    const numbers = idsOf([[['7'], ['12']], [['80']]], 1).interner;
    expect(numbers.characters).toBe(WHOLE_NUMBER);
    numbers.of(['-3']);
    expect(numbers.characters).toBe(WHOLE_NUMBER | MARK);
    numbers.of(['007']);
    expect(numbers.characters).toBe(ANY_CHARACTERS);
    expect(idsOf([[['007'], ['012']]], 1).interner.characters).toBe(WHOLE_NUMBER | ZERO_FIRST);
    const texts = idsOf([[['u7'], ['u-8']]], 1).interner;
    expect(texts.characters).toBe(LOWER | MARK);
    texts.of(['U7']);
    expect(texts.characters).toBe(LOWER | MARK | UPPER);
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
