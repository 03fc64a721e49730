import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISSING } from '@/lib/core/decimal';
import { type Misreading, misreadings } from '@/lib/core/findings/fault-parameters';
import { misreadAmount } from '@/lib/core/pipeline/misread-amount';
import { bindTexts } from '@/tests/support/bind-texts';
import { csvRecord } from '@/tests/support/csv-text';
import { writtenAmount } from '@/tests/support/planted/plain-case';

/** How the one file writes its amounts, as it is read. */
async function writingOf(amounts: readonly string[]) {
  const rows = amounts.map((amount, r) => `${csvRecord([`k${r}`, amount, '1'])}\n`).join('');
  const bound = await bindTexts({ 'delta0.csv': `id,n,v\n${rows}`, 'ours.csv': 'id,n,v\nk0,1,1\n' });
  if (!bound.ok) throw new Error(JSON.stringify(bound.problem));
  return bound.value.tables.deltas[0]?.amounts ?? null;
}

/** What a loader that reads digits, one sign between thousands and one for decimals makes of a text. */
function readWrongly(text: string, how: Misreading, separator: string | null): number {
  if (how === 'thousands-cut') {
    const cut = separator === null ? text : (text.split(separator)[0] ?? '');
    return Number(cut.replace(',', '.'));
  }
  const [thousands, decimal] = how === 'comma-dropped' ? [',', '.'] : ['.', ','];
  return Number(text.replaceAll(' ', '').replaceAll(thousands, '').replaceAll(decimal, '.'));
}

const writing = fc.record({
  decimal: fc.constantFrom('.' as const, ',' as const),
  grouped: fc.constantFrom('other' as const, ' ' as const, null),
  decimals: fc.integer({ min: 0, max: 2 }),
});

describe('an amount that is misread', () => {
  it('is what a loader makes of its text', () => {
    const how = fc.constantFrom(...misreadings);
    const hundredths = fc.integer({ min: -99_999_999_99, max: 99_999_999_99 });
    fc.assert(
      fc.property(writing, how, hundredths, ({ decimal, grouped, decimals }, misreading, units) => {
        const other = decimal === '.' ? ',' : '.';
        const separator = grouped === 'other' ? other : grouped;
        const amounts = { decimal, separator, decimals };
        const text = writtenAmount({ amounts } as never, (units / 100).toFixed(2));
        // A sign that is not the decimal one is rightly dropped.
        fc.pre(misreading === 'thousands-cut' ? separator !== null && text.includes(separator) : true);
        fc.pre(misreading === 'thousands-cut' || decimal === (misreading === 'comma-dropped' ? ',' : '.'));
        const read = misreadAmount(misreading, amounts, units * 1000, 5);
        const wrongly = readWrongly(text, misreading, separator);
        if (read === MISSING) expect(wrongly).toBeNaN();
        else expect(read / 1e5).toBeCloseTo(wrongly, 5);
      }),
    );
  });

  it.each([
    ['thousands-cut', '1,234,567.89', '.', ',', 1],
    ['comma-dropped', '12,34', ',', null, 1234],
    ['comma-dropped', '1.234,56', ',', '.', 1.23456],
    ['point-dropped', '12.5', '.', null, 125],
    ['point-dropped', '1,234.50', '.', ',', 1.2345],
  ] as const)('%s: %s', (how, text, decimal, separator, read) => {
    const value = Number(text.replaceAll(separator ?? ' ', '').replace(',', '.'));
    const decimals = text.split(decimal)[1]?.length ?? 0;
    expect(misreadAmount(how, { decimal, separator, decimals }, Math.round(value * 1e5), 5) / 1e5).toBe(read);
  });
});

describe('how a file writes its amounts', () => {
  it.each([
    [['12.50', '7.00', '1234.99'], { decimal: '.', separator: null, decimals: 2 }],
    [['12.5', '7', '1234.99'], { decimal: '.', separator: null, decimals: 0 }],
    [['12.5', '7.0', '1234.99'], { decimal: '.', separator: null, decimals: 1 }],
    [['1,234.50', '999.00'], { decimal: '.', separator: ',', decimals: 2 }],
    [['1.234,5', '12,25', '3'], { decimal: ',', separator: '.', decimals: 0 }],
    [['1 234,50', '12,25'], { decimal: ',', separator: ' ', decimals: 2 }],
  ])('%j', async (amounts, read) => {
    expect(await writingOf(amounts)).toEqual(read);
  });

  it.each([[['12.50', '7', '1.25']], [['1,234.50', '1234.25']]])(
    'is not known where amounts are written apart: %j',
    async (amounts) => {
      expect(await writingOf(amounts)).toBeNull();
    },
  );
});
