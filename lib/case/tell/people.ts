import type { Findings } from '@/lib/core/findings/findings';
import type { LetterName } from './draft';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly company: string;
}

/** Who signs, and whom each letter is for. */
export interface People {
  readonly from: Person;
  readonly engineer: Person;
  readonly customer: Person;
}

/** Where nobody was named: without names, the companies as the sides are called. */
export function proposedPeople({ labels }: Pick<Findings, 'labels'>): People {
  return {
    from: { name: '', email: '', company: labels.ours },
    engineer: { name: '', email: '', company: labels.ours },
    customer: { name: '', email: '', company: labels.theirs },
  };
}

export function correspondents(people: People, letter: LetterName): { readonly to: Person; readonly from: Person } {
  return { to: people[letter], from: people.from };
}
