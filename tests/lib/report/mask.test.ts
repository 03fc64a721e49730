import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyText } from '@/lib/core/key';
import { createMask } from '@/lib/core/mask/pseudonym';
import { letterEml } from '@/lib/report/letters/eml';
import { engineerLetter } from '@/lib/report/letters/engineer';
import { letterHtml } from '@/lib/report/letters/html';
import { letterText } from '@/lib/report/letters/text';
import { maskFindings, maskRows } from '@/lib/report/mask';
import { roundedAway, roundedOff } from '@/lib/report/round-off';
import { arbitraryFindings } from '../../support/arbitrary-findings';
import { sampleFindings } from '../../support/sample-findings';
import { exampleRows, people } from './report-case';

describe('a mask', () => {
  it('always gives a key the same pseudonym, and another one under another salt', () => {
    expect(createMask('salt').key(['6803'])).toBe(createMask('salt').key(['6803']));
    expect(createMask('salt').key(['6803'])).not.toBe(createMask('other').key(['6803']));
    expect(createMask('salt').key(['6803'])).toMatch(/^user-[0-9A-HJKMNP-TV-Z]{8}$/);
  });

  it.each([
    [['6803'], 'user-KETP8YZV'],
    [['a · b', 'c'], 'user-WVHHJ2P4'],
    [['a', 'b · c'], 'user-2XKQW238'],
  ])('gives %j the pseudonym that it has always had', (key, pseudonym) => {
    expect(createMask('salt').key(key)).toBe(pseudonym);
  });

  it('gives ten thousand keys as many pseudonyms', () => {
    const mask = createMask('a salt of this case', 'customer');
    expect(new Set(Array.from({ length: 10_000 }, (_, at) => mask.key([String(at)]))).size).toBe(10_000);
  });

  it('leaves no key in anything that is written from masked rows', () => {
    const mask = createMask('salt');
    const draft = engineerLetter({ findings: sampleFindings, people, examples: exampleRows, mask });
    if (draft.kind !== 'letter') throw new Error(draft.why);
    const written = [
      letterText(draft.letter),
      letterHtml(draft.letter),
      letterEml(draft.letter).replace(/=\r\n/g, ''),
    ].join('\n');
    for (const row of exampleRows) expect(written).not.toContain(keyText(row.key));
    expect(written).toContain(mask.key(exampleRows[0]?.key ?? []));
    expect(maskRows(exampleRows, mask, []).map((row) => row.key)).toEqual(
      exampleRows.map((row) => [mask.key(row.key)]),
    );
  });
});

describe('masked findings', () => {
  it('round off what belongs to one person, and keep totals, counts and causes', () => {
    const { evidence, ...rest } = maskFindings(sampleFindings, createMask('salt'));
    expect(evidence.gapSpread.max).toBe('5000');
    expect(evidence.gapSpread.min).toBe('16');
    expect(rest.gap).toEqual(sampleFindings.gap);
    expect(rest.keys).toEqual(sampleFindings.keys);
    expect(rest.sides).toEqual(sampleFindings.sides);
    expect(evidence.bridge).toEqual(sampleFindings.evidence.bridge);
  });

  it('name no range of keys', () => {
    const side = sampleFindings.sides.ours;
    if (!side) throw new Error('the sample has ours');
    const pattern = {
      kind: 'key-range' as const,
      range: { from: 77_777_001, to: 77_777_999 },
      support: 5,
      of: 10,
      precision: 1,
    };
    const masked = maskFindings(
      { ...sampleFindings, sides: { ours: { ...side, patterns: [pattern] }, theirs: null } },
      createMask('salt'),
    );
    expect(JSON.stringify(masked)).not.toContain('77777');
  });

  it('hide no bin: every value still lies within the range that is shown', () => {
    fc.assert(
      fc.property(arbitraryFindings(), (findings) => {
        const { min, max } = findings.evidence.gapSpread;
        const masked = maskFindings(findings, createMask('salt')).evidence.gapSpread;
        if (min !== null) expect(Number(masked.min)).toBeLessThanOrEqual(Number(min));
        if (max !== null) expect(Number(masked.max)).toBeGreaterThanOrEqual(Number(max));
      }),
    );
  });
});

describe('rounding off', () => {
  it.each([
    ['4906', '5000', '4900', '4900'],
    ['-4906', '-4900', '-5000', '-4900'],
    ['16', '16', '16', '16'],
    ['0.00', '0.00', '0.00', '0.00'],
    ['-1234.56', '-1200.00', '-1300.00', '-1200.00'],
    ['0.997', '1.000', '0.990', '1.000'],
  ])('keeps two digits of %s', (decimal, up, down, nearest) => {
    expect([roundedAway(decimal, 'up'), roundedAway(decimal, 'down'), roundedOff(decimal)]).toEqual([
      up,
      down,
      nearest,
    ]);
  });
});
