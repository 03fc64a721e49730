import { shown } from '@/lib/core/phrases/shown';
import type { Letter } from './letter';
import { parseRecipients } from './recipients';
import { blockText, letterText } from './text';

/** What Windows hands to a mail program; longer links open an empty window, or none. */
const LIMIT = 2000;

export interface Mailto {
  readonly href: string;
  /** Null when the whole letter fits; else a sentence that says what does not. */
  readonly note: string | null;
}

/** A mailto link (RFC 6068) of at most 2,000 characters. A longer letter keeps its first whole blocks and says that the rest is missing. */
export function letterMailto(letter: Letter): Mailto {
  const whole = link(letter, letterText(letter));
  if (whole.length <= LIMIT) return { href: whole, note: null };
  const rest = '[The rest of this message is too long for a mail link. Paste the full text here.]';
  const blocks = letter.blocks.map(blockText);
  for (let kept = blocks.length - 1; kept >= 0; kept--) {
    const href = link(letter, [...blocks.slice(0, kept), rest].join('\n\n'));
    if (href.length <= LIMIT) return { href, note: note(kept, blocks.length) };
  }
  return { href: link({ ...letter, subject: '' }, rest), note: note(0, blocks.length) };
}

function note(kept: number, of: number): string {
  const what = kept === 0 ? 'none of the message' : `only the beginning of the message, ${kept} of its ${of} parts`;
  return `A mail link holds ${what}. Copy the text and paste it over, or download the .eml, which holds all of it.`;
}

function link(letter: Letter, body: string): string {
  const parsed = parseRecipients(letter.to.email);
  const to = (parsed.ok ? parsed.value : [])
    .map(({ local, domain }) => `${encodeURIComponent(local)}@${encodeURIComponent(domain)}`)
    .join(',');
  return `mailto:${to}?subject=${encodeURIComponent(shown(letter.subject))}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}
