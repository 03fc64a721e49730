import type { RowCells } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { derivedNumbers } from './derived-numbers';
import { editableText } from './edit';
import type { Letter } from './letter';
import { collectNumbersMutable, type FoundNumber, numbersOf } from './numbers';

export type Mark = Pick<FoundNumber, 'text' | 'from' | 'to'> & {
  /** `unknown`: the findings do not have it. `moved`: they do, but the draft did not say it. */
  readonly kind: 'unknown' | 'moved';
};

/**
 * The numbers that are not as the findings have them, with their place in the text. With `draft`, the numbers that the
 * unedited letter says (those of its listings included), one that only the findings have is marked as moved: 1,841
 * users became 1,414.
 */
export function checkNumbers(
  text: string,
  allowed: ReadonlySet<string>,
  draft: ReadonlySet<string> | null = null,
): Mark[] {
  return numbersOf(text).flatMap((found): Mark[] => {
    const place = { text: found.text, from: found.from, to: found.to };
    if (draft && isIn(found, draft)) return [];
    if (!isIn(found, allowed)) return [{ ...place, kind: 'unknown' }];
    return draft ? [{ ...place, kind: 'moved' }] : [];
  });
}

/**
 * Everything that a letter written from these findings may say: each number that stands anywhere in them, also within
 * texts, names and dates, what the words derive from them (see `derivedNumbers`), the examples' values, and the numbers
 * of `texts` (labels, people, a date, the case's name). Canonical decimals.
 */
export function numbersIn(
  findings: Findings,
  examples: readonly RowCells[] = [],
  texts: readonly string[] = [],
): ReadonlySet<string> {
  const allowed = new Set<string>(derivedNumbers(findings));
  collectNumbersMutable(findings, allowed);
  collectNumbersMutable(examples, allowed);
  collectNumbersMutable(texts, allowed);
  // Examples are counted, and files by index are told by name.
  allowed.add(String(examples.length));
  return allowed;
}

/** The numbers that a letter says, subject included: what an edit is compared with. */
export function numbersInLetter(letter: Letter): ReadonlySet<string> {
  const said = new Set<string>();
  collectNumbersMutable([letter.subject, ...letter.blocks.map(editableText)], said);
  return said;
}

function isIn(found: FoundNumber, set: ReadonlySet<string>): boolean {
  return found.readings.some((reading) => reading.every((value) => set.has(value)));
}
