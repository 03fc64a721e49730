import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shown, shownJson } from '@/lib/core/phrases/shown';

const UNSEEN = [
  ...['200b', '200c', '200d', '200e', '200f', '202a', '202b', '202c', '202d', '202e', '2060', '2061', '2064'],
  ...['2066', '2067', '2068', '2069', 'feff', '00ad', '061c', '180e', '2028', '2029', '0000', '0007', '001b', '0085'],
  ...['009b', 'fe0f', 'fe00', 'e0001', 'e0041', 'e007f', '3164', '007f'],
];

describe('shown', () => {
  it.each(UNSEEN)('U+%s stands as a mark', (code) => {
    const text = `a${String.fromCodePoint(Number.parseInt(code, 16))}b`;
    expect(shown(text)).toBe(`a⟨U+${code.toUpperCase()}⟩b`);
  });

  it('no name moves a figure', () => {
    expect(shown('\u202e000,5$')).toBe('⟨U+202E⟩000,5$');
    expect(shown('name \u2067x\u2069: $5,000')).toBe('name ⟨U+2067⟩x⟨U+2069⟩: $5,000');
    expect(shown('\u001b[2Jgone')).toBe('⟨U+001B⟩[2Jgone');
  });

  it('text from right to left is as it is, held together', () => {
    expect(shown('يوحنا: $5,000')).toBe('\u2068يوحنا\u2069: $5,000');
    expect(shown('דוד כהן owes 12')).toBe('\u2068דוד כהן\u2069 owes 12');
    expect(shown('دوش می\u200cخواهم')).toBe('\u2068دوش می\u200cخواهم\u2069');
    expect(shown('דוד: $5,000, כהן: $12')).toBe('\u2068דוד\u2069: $5,000, \u2068כהן\u2069: $12');
  });

  it.each(['Müller', '金額', 'नाम', '$4,742,481 − 3 %', '👩‍👩‍👧', '❤️', '1️⃣', '🇩🇪', 'क्‍ष', 'a\tb\r\nc', '“q” … – ·'])(
    '%s is as it is',
    (text) => {
      expect(shown(text)).toBe(text);
    },
  );

  const texts = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ...UNSEEN.map((code) => String.fromCodePoint(Number.parseInt(code, 16))),
        'a',
        '1',
        ' ',
        'א',
        'ع',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  });

  it.each(['\ufe00\u200d\u05d0', '\u3400\u200d\u3164', '\u3400\u200c\u0639', '\u0639\u0301\u200c\u3400'])(
    'joins no letter to what is marked or held together: %j',
    (text) => {
      expect(shown(text)).toMatch(/⟨U\+200[CD]⟩/);
      expect(shown(shown(text))).toBe(shown(text));
    },
  );

  it('told twice is told the same', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(shown(shown(text))).toBe(shown(text));
      }),
    );
  });

  it('leaves no control of direction but pairs that hold a run together', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const rest = shown(text).replace(/\u2068[^\u2066-\u2069\u202a-\u202e\n]*\u2069/g, '');
        expect(rest).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/);
      }),
    );
  });

  it('JSON stays what it says', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const json = shownJson(JSON.stringify({ [text]: text }));
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ [text]: text })));
        expect(json).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
      }),
    );
  });
});
