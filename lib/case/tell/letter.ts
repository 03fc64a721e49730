import type { RowCells } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { keyText } from '@/lib/core/key';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { customerLetter } from '@/lib/report/letters/customer';
import { editableText } from '@/lib/report/letters/edit';
import { letterEml } from '@/lib/report/letters/eml';
import { engineerLetter } from '@/lib/report/letters/engineer';
import { letterHtml } from '@/lib/report/letters/html';
import type { Letter, WrittenLetter } from '@/lib/report/letters/letter';
import { letterMailto, type Mailto } from '@/lib/report/letters/mailto';
import { checkNumbers, type Mark, numbersIn, numbersInLetter } from '@/lib/report/letters/number-check';
import { parseRecipients } from '@/lib/report/letters/recipients';
import { letterText } from '@/lib/report/letters/text';
import { maskFindings, maskRows } from '@/lib/report/mask';
import { applyDraft, type Edit, finalLetter, type LetterDraft, type LetterName, type Passage } from './draft';
import { withKeysNamed } from './masking-text';
import { correspondents, type People } from './people';

export type { Block, TableBlock } from '@/lib/report/letters/letter';
export type { Mark } from '@/lib/report/letters/number-check';

/** Rows that the engineer is shown. */
export const EXAMPLES = 10;

export interface LetterInput {
  readonly findings: Findings;
  /** The largest differences first. */
  readonly examples: readonly RowCells[];
  readonly people: People;
  /** Makes the pseudonyms; the customer's letter is always under it. */
  readonly mask: Mask;
  readonly masked: boolean;
}

/** A letter as it stands, with what a person must look at before it leaves. */
export type LetterState =
  | { readonly kind: 'nothing-to-send'; readonly why: string }
  | {
      readonly kind: 'letter';
      readonly subject: string;
      readonly passages: readonly CheckedPassage[];
      readonly subjectMarks: readonly Mark[];
      /** Changes whose passage the letter no longer has; they are kept, but not in it. */
      readonly homeless: readonly Edit[];
      /** Keys that a person wrote and that were masked again. */
      readonly hiddenKeys: number;
      readonly letter: Letter;
      /** The marks of a text while it is being written. */
      readonly check: (text: string) => readonly Mark[];
    };

export interface CheckedPassage extends Passage {
  /** What a person edits. */
  readonly text: string;
  /** Numbers of the changed text that are not as the findings have them. */
  readonly marks: readonly Mark[];
}

/** What a changed text is compared with. */
interface Known {
  readonly allowed: ReadonlySet<string>;
  readonly said: ReadonlySet<string>;
}

/** Writes a letter and puts a person's changes into it. */
export function letterState(name: LetterName, input: LetterInput, draft: LetterDraft): LetterState {
  const written = writeLetter(name, input);
  if (written.kind === 'nothing-to-send') return written;
  const known = knownNumbers(name, input, written.letter);
  const safe = keyGuard(name, input, known.allowed);
  const guarded: LetterDraft = {
    subject: draft.subject === null ? null : safe.text(draft.subject),
    edits: draft.edits.map((edit) => ({ ...edit, now: safe.text(edit.now) })),
  };
  const { subject, passages, homeless } = applyDraft(written.letter, guarded);
  return {
    kind: 'letter',
    subject,
    subjectMarks: draft.subject === null ? [] : checkNumbers(subject, known.allowed, known.said),
    passages: passages.map((passage) => checked(passage, known)),
    homeless,
    hiddenKeys: safe.hidden(),
    letter: finalLetter(written.letter, subject, passages),
    check: (text) => checkNumbers(text, known.allowed, known.said),
  };
}

export interface Sendable {
  readonly text: string;
  readonly html: string;
  /** Null where an address cannot be read. */
  readonly eml: string | null;
  readonly mailto: Mailto | null;
}

/** Why an address field is none, as a sentence; null: it is, or it is empty. Who signs has one address. */
export function addressProblem(email: string, whose: 'to' | 'from'): string | null {
  const parsed = parseRecipients(email);
  if (!parsed.ok) return parsed.problem;
  return whose === 'from' && parsed.value.length > 1
    ? 'A letter is from one address: leave one, and put the others into the letter.'
    : null;
}

export function sendable(letter: Letter): Sendable {
  const to = addressProblem(letter.to.email, 'to');
  const from = addressProblem(letter.from.email, 'from');
  return {
    text: letterText(letter),
    html: letterHtml(letter),
    eml: to === null && from === null ? letterEml(letter) : null,
    mailto: to === null ? letterMailto(letter) : null,
  };
}

function writeLetter(name: LetterName, { findings, examples, people, mask, masked }: LetterInput): WrittenLetter {
  const whom = correspondents(people, name);
  return name === 'engineer'
    ? engineerLetter({ findings, examples, people: whom, mask: masked ? mask : null })
    : customerLetter({ findings: maskFindings(findings, mask), people: whom });
}

function isMasked(name: LetterName, { masked }: LetterInput): boolean {
  return masked || name === 'customer';
}

function knownNumbers(name: LetterName, input: LetterInput, letter: Letter): Known {
  const { findings, examples, people, mask } = input;
  const whom = correspondents(people, name);
  const texts = [whom.to, whom.from].flatMap((person) => [person.name, person.email, person.company]);
  const shown = isMasked(name, input) ? maskRows(examples, mask, findings.mapping.attributes) : examples;
  return {
    allowed: numbersIn(isMasked(name, input) ? maskFindings(findings, mask) : findings, shown, texts),
    said: numbersInLetter(letter),
  };
}

function checked(passage: Passage, { allowed, said }: Known): CheckedPassage {
  const text = passage.block === null ? '' : editableText(passage.block);
  return { ...passage, text, marks: passage.edited ? checkNumbers(text, allowed, said) : [] };
}

/**
 * Masks the examples' keys in what a person wrote: an edit that was made unmasked may name them. A key that is also a
 * figure of the findings cannot be told from it and stays.
 */
function keyGuard(
  name: LetterName,
  input: LetterInput,
  allowed: ReadonlySet<string>,
): { readonly text: (text: string) => string; readonly hidden: () => number } {
  let hidden = 0;
  const keys = input.examples.map(({ key }) => key).filter((key) => !allowed.has(keyText(key)));
  if (!isMasked(name, input)) return { text: (text) => text, hidden: () => 0 };
  return {
    text: (text) => {
      const told = withKeysNamed(text, keys, (key) => {
        hidden += 1;
        return input.mask.key(key);
      });
      const masked = input.mask.text(told);
      if (masked !== told) hidden += 1;
      return masked;
    },
    hidden: () => hidden,
  };
}
