import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterEml } from '@/lib/report/letters/eml';
import type { Letter } from '@/lib/report/letters/letter';
import { letterMailto } from '@/lib/report/letters/mailto';
import { addressOf, parseRecipients } from '@/lib/report/letters/recipients';

const addresses = (text: string) => {
  const parsed = parseRecipients(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value.map((mailbox) => [mailbox.name, addressOf(mailbox)]);
};

function letterTo(email: string): Letter {
  const nobody = { name: '', email: '', company: '' };
  return { subject: 'S', to: { ...nobody, email }, from: nobody, blocks: [] };
}

const toOf = (email: string) => /^To: (.*(?:\r\n .*)*)/m.exec(letterEml(letterTo(email)))?.[1] ?? null;

describe('recipients', () => {
  it.each([
    ['jo@acme.test, kim@acme.test', ['jo@acme.test', 'kim@acme.test']],
    ['jo@acme.test; kim@acme.test;', ['jo@acme.test', 'kim@acme.test']],
    ['  jo@acme.test ', ['jo@acme.test']],
    ["o'neil+a.b@sub.acme.test", ["o'neil+a.b@sub.acme.test"]],
    ['"a, b"@acme.test', ['"a, b"@acme.test']],
    ['jo@bücher.example', ['jo@xn--bcher-kva.example']],
    ['用户@例え.テスト', ['用户@xn--r8jz45g.xn--zckzah']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(addresses(text).map(([, address]) => address)).toEqual(expected);
  });

  it.each([
    ['Jo Doe <jo@acme.test>', 'Jo Doe', 'jo@acme.test'],
    ['"Doe, Jo" <jo@acme.test>', 'Doe, Jo', 'jo@acme.test'],
    ['"a \\"b\\" c" <jo@acme.test>', 'a "b" c', 'jo@acme.test'],
    ['Jo Q. Doe <jo@acme.test>', 'Jo Q. Doe', 'jo@acme.test'],
    ['Zoë <zoe@acme.test>', 'Zoë', 'zoe@acme.test'],
    ['<jo@acme.test>', '', 'jo@acme.test'],
  ])('%s names whom it is for', (text, name, address) => {
    expect(addresses(text)).toEqual([[name, address]]);
  });

  it.each([
    ...['jo', 'jo@', '@acme.test', 'jo@acme', 'jo@@acme.test', 'jo@acme..test', '.jo@acme.test', 'jo.@acme.test'],
    ...['jo@-acme.test', 'jo@acme.test kim@acme.test', 'jo doe@acme.test', 'Team: jo@acme.test, kim@acme.test;'],
    ...[
      'jo@acme.test>',
      '<jo@acme.test',
      '"jo@acme.test',
      'Jo, Doe <jo@acme.test>',
      'jo@acme.test (Jo)',
      'jo@acme/x.test',
    ],
    ...[
      'jo@acme.test\r\nBcc: x@acme.test',
      'jo@acme.test\u0000',
      'jo\u202e@acme.test',
      'jo@127.0.0.1',
      'jo@a:b@acme.test',
    ],
    ...[`${'a'.repeat(65)}@acme.test`, `jo@${'a'.repeat(64)}.test`],
  ])('%j is refused, and nothing is made of it', (text) => {
    const parsed = parseRecipients(text);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok || parsed.problem).toMatch(/\.$/);
    expect(toOf(text)).toBeNull();
    expect(letterMailto(letterTo(text)).href).toMatch(/^mailto:\?/);
  });

  it('stand in a draft and in a link as the addresses that they are', () => {
    expect(toOf('jo@acme.test, "Doe, Kim" <kim@acme.test>')).toBe('jo@acme.test, "Doe, Kim" <kim@acme.test>');
    expect(toOf('Zoë <zoe@bücher.example>')).toBe('=?UTF-8?B?Wm/Dqw==?= <zoe@xn--bcher-kva.example>');
    expect(letterMailto(letterTo('jo@acme.test, a&b@acme.test')).href).toMatch(
      /^mailto:jo@acme\.test,a%26b@acme\.test\?/,
    );
  });

  it('never make a header or an address that nobody wrote', () => {
    const pieces = fc.constantFrom(
      ...['jo@acme.test', ',', ';', '"', '<', '>', ' ', '\\', '\r\n', ':', 'Bcc', '(', '@', 'ü'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (drawn) => {
        const text = drawn.join('');
        const [head = ''] = letterEml(letterTo(text)).split('\r\n\r\n');
        expect(
          head
            .replace(/\r\n /g, ' ')
            .split('\r\n')
            .map((line) => line.split(':')[0]),
        ).toEqual([...(toOf(text) === null ? [] : ['To']), ...['Subject', 'X-Unsent', 'MIME-Version', 'Content-Type']]);
        const parsed = parseRecipients(text);
        if (parsed.ok) for (const mailbox of parsed.value) expect(text).toContain(mailbox.local);
      }),
    );
  });
});
