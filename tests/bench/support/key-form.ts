import { assertNever } from '@/lib/core/assert-never';

/** How a large case writes its keys; `padded` are integers with leading zeros. */
export const keyForms = ['int', 'padded', 'uuid', 'email'] as const;
export type KeyForm = (typeof keyForms)[number];

const NAMES = ['ada', 'bruno', 'chen', 'dilara', 'emeka', 'freya', 'goran', 'hana', 'ines', 'jorge', 'kaya'] as const;
const HOSTS = ['mail', 'post.central', 'letters', 'inbox.north', 'web'] as const;

/** The key of each of so many users, 0-based, its own; the same on every run. */
export function keyWriter(form: KeyForm, users: number): (user: number) => string {
  switch (form) {
    case 'int':
      return (user) => String(user + 1);
    case 'padded': {
      const digits = String(users).length + 1;
      return (user) => String(user + 1).padStart(digits, '0');
    }
    case 'uuid':
      return uuid;
    case 'email':
      return (user) =>
        `${NAMES[user % NAMES.length]}.${NAMES[Math.floor(user / 7) % NAMES.length]}${user}@${HOSTS[user % HOSTS.length]}.example`;
    default:
      return assertNever(form);
  }
}

/** Spread over all its digits, as random ones are; distinct, for the first eight are a bijection of the number. */
function uuid(user: number): string {
  const [a, b, c, d] = [1, 2, 3, 4].map((word) =>
    scrambled(user ^ scrambled(word))
      .toString(16)
      .padStart(8, '0'),
  );
  return `${a}-${b?.slice(0, 4)}-4${b?.slice(5)}-a${c?.slice(1, 4)}-${c?.slice(4)}${d}`;
}

/** A bijection of the 32-bit integers: the finaliser of MurmurHash3 (Austin Appleby, public domain). */
function scrambled(number: number): number {
  let mixed = number;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
