import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editableText, withEditedBlock, withEditedText } from '@/lib/report/letters/edit';
import { letterEml, quotedPrintable } from '@/lib/report/letters/eml';
import { letterHtml, letterHtmlDocument } from '@/lib/report/letters/html';
import type { Block, Letter } from '@/lib/report/letters/letter';
import { letterMailto } from '@/lib/report/letters/mailto';
import { letterText } from '@/lib/report/letters/text';
import { people } from '../report-case';

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => `x${text.replace(/[\r\n|]/g, '.')}x`);
const block: fc.Arbitrary<Block> = fc.oneof(
  line.map((text) => ({ kind: 'paragraph', text }) as const),
  line.map((text) => ({ kind: 'heading', text }) as const),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => ({ kind: 'list', ordered: false, items }) as const),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((lines) => ({ kind: 'code', language: 'sql', text: lines.join('\n') }) as const),
  fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 3 }).map(
    (rows) =>
      ({
        kind: 'table',
        columns: [
          { label: 'A', align: 'left' },
          { label: 'B', align: 'right' },
        ],
        rows,
      }) as const,
  ),
);
const letters: fc.Arbitrary<Letter> = fc.record({
  subject: line,
  to: fc.constant(people.to),
  from: fc.constant(people.from),
  blocks: fc.array(block, { minLength: 1, maxLength: 5 }),
});

/** A slow, obvious reader of quoted-printable. */
function decode(text: string): string {
  const bytes: number[] = [];
  const joined = text.replace(/=\r\n/g, '');
  for (let at = 0; at < joined.length; at++) {
    if (joined[at] === '=') {
      bytes.push(Number.parseInt(joined.slice(at + 1, at + 3), 16));
      at += 2;
    } else bytes.push(joined.charCodeAt(at));
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
}

/** Splits the message as RFC 2046 says. */
function readEml(eml: string): { headers: Map<string, string>; parts: { type: string; text: string }[] } {
  const [head = '', ...rest] = eml.split('\r\n\r\n');
  const headers = new Map(
    head
      .replace(/\r\n /g, ' ')
      .split('\r\n')
      .map((text) => [text.slice(0, text.indexOf(':')).toLowerCase(), text.slice(text.indexOf(':') + 2)]),
  );
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = rest
    .join('\r\n\r\n')
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [partHead = '', ...body] = part.replace(/^\r\n/, '').split('\r\n\r\n');
      return {
        type: /Content-Type: ([^;]+)/.exec(partHead)?.[1] ?? '',
        text: decode(body.join('\r\n\r\n').replace(/\r\n$/, '')).replace(/\r\n/g, '\n'),
      };
    });
  return { headers, parts };
}

describe('an .eml', () => {
  it('gives back the text and the HTML as they are, whatever they hold', () => {
    fc.assert(
      fc.property(letters, (letter) => {
        const { parts } = readEml(letterEml(letter));
        expect(parts).toEqual([
          { type: 'text/plain', text: letterText(letter).replace(/\r/g, '\n') },
          { type: 'text/html', text: letterHtmlDocument(letter).replace(/\r/g, '\n') },
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('is ASCII with CRLF and no line above 76 characters', () => {
    fc.assert(
      fc.property(letters, (letter) => {
        const eml = letterEml(letter);
        expect(eml).toMatch(/^[\r\n -~]*$/);
        expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const text of eml.split('\r\n')) expect(text.length).toBeLessThanOrEqual(76);
      }),
      { numRuns: 100 },
    );
  });

  it('encodes a subject beyond ASCII in whole characters and gives it back', () => {
    const subject = 'Unterschied: 4 742 481 € zwischen „Johnny’s Jeans“ und AIQ – was wir wissen 👖👖👖👖👖👖👖👖';
    const { headers } = readEml(letterEml({ subject, ...people, blocks: [] }));
    const words = [...(headers.get('subject') ?? '').matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)];
    const strict = new TextDecoder('utf-8', { fatal: true });
    expect(words.map((word) => strict.decode(Buffer.from(word[1] ?? '', 'base64'))).join('')).toBe(subject);
    for (const word of words) expect(word[0].length).toBeLessThanOrEqual(75);
  });

  it('opens as a draft, to and from the people named', () => {
    const { headers } = readEml(letterEml({ subject: 'Plain', ...people, blocks: [] }));
    expect(headers.get('x-unsent')).toBe('1');
    expect(headers.get('to')).toBe('"Priya Raman" <priya@example.com>');
    expect(headers.get('subject')).toBe('Plain');
    expect(headers.get('mime-version')).toBe('1.0');
  });

  it('lets no field begin a header of its own', () => {
    const to = { name: 'Eve\r\nBcc: all@example.com', email: 'eve@example.com\r\nBcc: all@example.com', company: '' };
    const eml = letterEml({ subject: 'a\r\nBcc: all@example.com', to, from: people.from, blocks: [] });
    expect(eml.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  });

  it('escapes a trailing blank and a leading dot', () => {
    expect(quotedPrintable('.a \nFrom x=')).toBe('=2Ea=20\r\n=46rom x=3D');
  });
});

describe('a letter as text', () => {
  it('keeps to 76 columns where words allow', () => {
    const words = 'word '.repeat(60).trim();
    const text = letterText({
      subject: '',
      ...people,
      blocks: [
        { kind: 'paragraph', text: words },
        { kind: 'list', ordered: true, items: [words] },
        { kind: 'quote', text: words },
      ],
    });
    for (const one of text.split('\n')) expect(one.length).toBeLessThanOrEqual(76);
    expect(
      text
        .replace(/[>\d.]/g, '')
        .split(/\s+/)
        .filter((word) => word === 'word'),
    ).toHaveLength(180);
  });

  it('makes a list of a table that is too wide, with every cell', () => {
    const wide = 'w'.repeat(50);
    const text = letterText({
      subject: '',
      ...people,
      blocks: [
        {
          kind: 'table',
          columns: [
            { label: 'A', align: 'left' },
            { label: 'B', align: 'left' },
          ],
          rows: [[wide, wide]],
        },
      ],
    });
    expect(text).toBe(`- A: ${wide}; B:\n  ${wide}\n`);
  });
});

describe('a letter as HTML', () => {
  it('holds no element that its texts bring along', () => {
    const html = letterHtml({
      subject: '',
      ...people,
      blocks: [
        { kind: 'paragraph', text: '<script>alert(1)</script> & "a"' },
        { kind: 'table', columns: [{ label: '<b>', align: 'left' }], rows: [["<img src=x onerror='1'>"]] },
      ],
    });
    expect(html).not.toMatch(/<(script|img|b)\b/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;a&quot;');
  });
});

describe('a mailto link', () => {
  it('holds a short letter whole', () => {
    const link = letterMailto({ subject: 'Ä & b', ...people, blocks: [{ kind: 'paragraph', text: 'One\nTwo & ?' }] });
    expect(link.note).toBeNull();
    const url = new URL(link.href);
    expect(url.pathname).toBe('priya@example.com');
    expect(url.searchParams.get('subject')).toBe('Ä & b');
    expect(url.searchParams.get('body')).toBe('One\r\nTwo & ?\r\n');
  });

  it('never exceeds what mail programs take, and says what it left out', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 30, maxLength: 60 }), (blocks) => {
        const { href, note } = letterMailto({ subject: 'x', ...people, blocks });
        expect(href.length).toBeLessThanOrEqual(2000);
        if (note === null)
          expect(new URL(href).searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(
            letterText({ subject: 'x', ...people, blocks }),
          );
        else expect(note).toMatch(/holds (only the beginning|none)/);
      }),
      { numRuns: 30 },
    );
  });
});

describe('editing a letter', () => {
  it('leaves a block as it is when the text is unchanged', () => {
    fc.assert(
      fc.property(block, (one) => {
        expect(withEditedText(one, editableText(one))).toEqual(one);
      }),
    );
  });

  it('changes the one block and takes out an emptied one', () => {
    const letter: Letter = {
      subject: '',
      ...people,
      blocks: [
        { kind: 'paragraph', text: 'a' },
        { kind: 'paragraph', text: 'b' },
      ],
    };
    expect(letterText(withEditedBlock(letter, 1, 'c'))).toBe('a\n\nc\n');
    expect(letterText(withEditedBlock(letter, 0, ' '))).toBe('b\n');
  });
});
