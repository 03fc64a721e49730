import { fail, ok, type Result } from '@/lib/core/result';

/** Addresses of mail as a person writes them (RFC 5322 with the letters of RFC 6532, without comments and old forms). */

export interface Mailbox {
  /** As it is shown; empty: none is given. */
  readonly name: string;
  /** Before the "@", quoted where it must be. */
  readonly local: string;
  /** After it, in ASCII: letters of other scripts are in Punycode. */
  readonly domain: string;
}

const ATEXT = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~\\-]";
const DOT_ATOM = `${ATEXT}+(?:\\.${ATEXT}+)*`;
const QUOTED = '"(?:[^"\\\\\\p{C}\\u2028\\u2029]|\\\\[^\\p{C}\\u2028\\u2029])*"';
const DOMAIN = '[\\p{L}\\p{M}\\p{N}.\\-]+';
const ADDRESS = `(?<local>${DOT_ATOM}|${QUOTED})@(?<domain>${DOMAIN})`;
const BARE = new RegExp(`^${ADDRESS}$`, 'u');
const NAMED = new RegExp(`^(?<name>(?:${QUOTED}|${ATEXT}+(?:\\.(?!\\S))?|[ ])*?)[ ]*<${ADDRESS}>$`, 'u');

const LOCAL_BYTES = 64;
const DOMAIN_BYTES = 253;

/** The addresses of a list, which commas or semicolons part. An empty text has none. The problem is a whole sentence. */
export function parseRecipients(text: string): Result<readonly Mailbox[], string> {
  if (/[\p{C}\u2028\u2029]/u.test(text))
    return fail('The addresses hold a line break or another sign that no address has: write them on one line.');
  const parts = splitList(text);
  if (parts === null) return fail('A quotation mark or a bracket of the addresses is not closed: close it.');
  const mailboxes: Mailbox[] = [];
  for (const part of parts) {
    const mailbox = parseMailbox(part);
    if (!mailbox.ok) return mailbox;
    mailboxes.push(mailbox.value);
  }
  return ok(mailboxes);
}

/** "jo@acme.test". */
export function addressOf({ local, domain }: Mailbox): string {
  return `${local}@${domain}`;
}

function parseMailbox(text: string): Result<Mailbox, string> {
  const found = BARE.exec(text) ?? NAMED.exec(text);
  if (!found?.groups) return fail(whyNot(text));
  const { name = '', local = '', domain = '' } = found.groups;
  const ascii = asciiDomain(domain);
  if (ascii === null) return fail(`“${domain}” is not the name of a mail domain: check what stands after the “@”.`);
  if (new TextEncoder().encode(local).length > LOCAL_BYTES)
    return fail(`What stands before the “@” of “${text}” is longer than an address may be: check it.`);
  return ok({ name: unquoted(name), local, domain: ascii });
}

function whyNot(text: string): string {
  if (/^[^"<@]*:/.test(text)) return `“${text}” is a group of addresses: write each address by itself.`;
  if (!text.includes('@')) return `“${text}” is not an e-mail address: it has no “@”.`;
  return `“${text}” is not an e-mail address: write it as name@example.com, or as Name <name@example.com>, with a comma between two.`;
}

/** At commas and semicolons that are in no quotation and no bracket; null: one of these is not closed. */
function splitList(text: string): readonly string[] | null {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let angled = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted && character === '\\') {
      part += text.slice(at, at + 2);
      at += 1;
      continue;
    }
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '<') angled = true;
    else if (!quoted && character === '>') angled = false;
    if (!quoted && !angled && (character === ',' || character === ';')) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  if (quoted || angled) return null;
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '');
}

/** Null where it is none: labels of letters, digits and hyphens between, at least two of them. */
function asciiDomain(domain: string): string | null {
  try {
    const ascii = new URL(`http://${domain}/`).hostname;
    const labels = ascii.split('.');
    const is = labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
    return is && labels.length > 1 && !/^\d+$/.test(labels.at(-1) ?? '') && ascii.length <= DOMAIN_BYTES ? ascii : null;
  } catch {
    return null;
  }
}

function unquoted(phrase: string): string {
  return phrase
    .trim()
    .replace(/"((?:[^"\\]|\\.)*)"/gu, (_, inner: string) => inner.replace(/\\(.)/gu, '$1'))
    .trim();
}
