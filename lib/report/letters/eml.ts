import { shown } from '@/lib/core/phrases/shown';
import { letterHtmlDocument } from './html';
import type { Letter, Person } from './letter';
import { addressOf, parseRecipients } from './recipients';
import { letterText } from './text';

/**
 * The letter as an `.eml` draft (RFC 5322, 2045 to 2047): UTF-8, text and HTML as alternatives, CRLF, no line above 76
 * characters. `X-Unsent: 1` makes mail programs that know it open the file for editing. A field without an address, or
 * with one that is none, is left out. ASCII but for addresses whose own letters are beyond it (RFC 6532).
 */
export function letterEml(letter: Letter): string {
  const text = quotedPrintable(letterText(letter));
  const html = quotedPrintable(letterHtmlDocument(letter));
  const boundary = freeBoundary(text + html);
  const part = (type: string, body: string) => [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    body,
  ];
  return [
    ...addressHeader('From', letter.from),
    ...addressHeader('To', letter.to),
    header('Subject', shown(letter.subject)),
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative;',
    ` boundary="${boundary}"`,
    '',
    ...part('text/plain', text),
    ...part('text/html', html),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

/** UTF-8 bytes as quoted-printable; every newline becomes CRLF, lines have at most 76 characters. */
export function quotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(quotedLine)
    .join('\r\n');
}

function quotedLine(line: string): string {
  const bytes = new TextEncoder().encode(line);
  const tokens = Array.from(bytes, (byte, at) => {
    const blankAtEnd = (byte === 0x20 || byte === 0x09) && at === bytes.length - 1;
    const plain = (byte >= 0x21 && byte <= 0x7e && byte !== 0x3d) || ((byte === 0x20 || byte === 0x09) && !blankAtEnd);
    // A leading dot ends the message in SMTP, and a leading "From " is rewritten by some mail stores.
    const fragile = at === 0 && (byte === 0x2e || (byte === 0x46 && line.startsWith('From ')));
    return plain && !fragile ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  const lines: string[] = [];
  let current = '';
  tokens.forEach((token, at) => {
    const last = at === tokens.length - 1;
    if (current.length + token.length > (last ? 76 : 75)) {
      lines.push(`${current}=`);
      current = '';
    }
    current += token;
  });
  return [...lines, current].join('\r\n');
}

/** Words of a header that is not plain ASCII become base64 encoded-words of at most 75 characters, whole characters each. */
function header(name: string, value: string): string {
  return fold(`${name}:`, words(oneLine(value)));
}

/** Of addresses that can be read; a name given apart goes with a single address that brings none. */
function addressHeader(name: string, person: Person): string[] {
  const parsed = parseRecipients(person.email);
  if (!parsed.ok || parsed.value.length === 0) return [];
  const alone = parsed.value.length === 1;
  const parts = parsed.value.flatMap((mailbox, at) => {
    const comma = at < parsed.value.length - 1 ? ',' : '';
    const display = shown(oneLine(mailbox.name || (alone ? person.name : '')));
    const address = addressOf(mailbox);
    return display === '' ? [`${address}${comma}`] : [...displayWords(display), `<${address}>${comma}`];
  });
  return [fold(`${name}:`, parts)];
}

function displayWords(display: string): string[] {
  return isPlain(display) && display.length <= 60 ? [`"${display.replace(/["\\]/g, '\\$&')}"`] : encodedWords(display);
}

function words(value: string): string[] {
  if (isPlain(value) && !value.includes('=?') && value.split(' ').every((word) => word.length <= 60))
    return value.split(' ');
  return encodedWords(value);
}

function encodedWords(value: string): string[] {
  const chunks: string[] = [];
  let chunk = '';
  for (const character of value) {
    if (new TextEncoder().encode(chunk + character).length > 45) {
      chunks.push(chunk);
      chunk = '';
    }
    chunk += character;
  }
  return [...chunks, chunk].map(
    (text) => `=?UTF-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode(text)))}?=`,
  );
}

function fold(name: string, parts: readonly string[]): string {
  const lines: string[] = [];
  let line = name;
  for (const part of parts) {
    if (line.length + 1 + part.length > 76) {
      lines.push(line);
      line = '';
    }
    line += ` ${part}`;
  }
  return [...lines, line].join('\r\n');
}

function isPlain(value: string): boolean {
  return /^[ -~]*$/.test(value);
}

/** A line break in a field would begin a new header. */
function oneLine(value: string): string {
  return value.replace(/[\r\n\t]+/g, ' ').trim();
}

/** The first of a row of boundaries that does not occur in the parts. "=_" occurs in no quoted-printable text. */
function freeBoundary(parts: string): string {
  let at = 0;
  while (parts.includes(`=_tieout_${at}`)) at++;
  return `=_tieout_${at}`;
}
