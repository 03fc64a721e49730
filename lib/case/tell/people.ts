import '../open/zod-without-eval';
import * as z from 'zod/mini';
import type { Findings } from '@/lib/core/findings/findings';
import type { LetterName } from './draft';

/** The name under which the people are kept among the drafts. */
export const PEOPLE = 'people';

const personSchema = z.object({ name: z.string(), email: z.string(), company: z.string() });

const peopleSchema = z.object({ from: personSchema, engineer: personSchema, customer: personSchema });

/** Who signs, and whom each letter is for. */
export type People = z.infer<typeof peopleSchema>;
export type Person = People['from'];

/** As they were filled in; else without names, the companies as the sides are called. */
export function peopleOf(text: string | undefined, { labels }: Findings): People {
  const proposed: People = {
    from: { name: '', email: '', company: labels.ours },
    engineer: { name: '', email: '', company: labels.ours },
    customer: { name: '', email: '', company: labels.theirs },
  };
  try {
    return peopleSchema.safeParse(JSON.parse(text ?? 'null')).data ?? proposed;
  } catch {
    return proposed;
  }
}

export function formatPeople(people: People): string {
  return JSON.stringify(people);
}

export function correspondents(people: People, letter: LetterName): { readonly to: Person; readonly from: Person } {
  return { to: people[letter], from: people.from };
}
