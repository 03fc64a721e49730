import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseNumberText } from '@/lib/core/csv/number-text';
import { formatUnits } from '@/lib/core/decimal';
import type { FuzzTarget } from '../target';

const CHARACTERS = Array.from("0123456789.,-+()$€% \u00a0'eE");

const written = fc.tuple(
  fc.bigInt(0n, 10n ** 24n),
  fc.nat(8),
  fc.boolean(),
  fc.constantFrom('before', 'inside', 'behind', 'parentheses', 'none'),
  fc.constantFrom('', '', '$', '€', 'EUR', 'USD'),
  fc.constantFrom('front', 'back', 'back with a space'),
  fc.constantFrom<['.' | ',', string][]>(['.', ''], [',', ''], ['.', ','], [',', '.'], ['.', '\u00a0'], [',', "'"]),
  fc.constantFrom('', ' ', '  '),
);

/**
 * Numbers in every writing that is known, and garbage made of the same characters. What was written is read to the last
 * digit; whatever else is read as a number has exactly the digits that stand in its cell.
 */
export const numbers: FuzzTarget = {
  name: 'numbers',
  given: 'numbers in every writing, and garbage of the same characters',
  heldTo: 'the number that was written; the digits of the cell',
  property: fc.property(
    written,
    fc.array(fc.constantFrom(...CHARACTERS, 'EUR'), { maxLength: 12 }),
    ([units, scale, negative, minus, currency, place, [sign, group], blank], garbage) => {
      const plain = formatUnits(units, scale);
      const [whole = '', fraction] = plain.split('.');
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
      const digits = grouped + (fraction === undefined ? '' : sign + fraction);
      const isNegative = negative && units !== 0n && minus !== 'none';
      const mark = isNegative && minus !== 'parentheses' ? '-' : '';
      const [front, back] =
        place === 'front' ? [currency, ''] : ['', `${place.endsWith('space') ? ' ' : ''}${currency}`];
      const behind = minus === 'behind' ? mark : '';
      const inside = minus === 'inside' ? mark : '';
      const before = minus === 'before' ? mark : '';
      const body = `${before}${front}${inside}${digits}${behind}${currency === '' ? '' : back}`;
      const cell = isNegative && minus === 'parentheses' ? `(${body})` : body;
      const read = parseNumberText(blank + cell + blank, sign);
      assert.ok(read !== null, cell);
      assert.equal(formatUnits(read.units, read.scale), (isNegative ? '-' : '') + plain, cell);

      const text = garbage.join('');
      for (const by of ['.', ','] as const) {
        const found = parseNumberText(text, by);
        if (found === null) continue;
        const mantissa = text.replace(/(?<=[\d.,])[eE][+-]?\d{1,4}/, '');
        const digitsIn = mantissa.replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '');
        const digitsOut = String(found.units).replace('-', '').replace(/0+$/, '');
        assert.equal(digitsOut, digitsIn, text);
      }
    },
  ),
};
