import { spoken } from '../phrases/phrases';

/** What one key is called: "user", "users". Both lower case. */
export interface Entity {
  readonly one: string;
  readonly many: string;
}

/** Column names that name an entity without saying "id". */
const NOUNS = new Set(
  'account client company contact customer employee household item member order patient person player product shopper store student subscriber supplier user vendor'.split(
    ' ',
  ),
);

const CAMEL_SUFFIX = /(?<=[a-z])(?:Id|ID|Key|No|Number|Code|Uuid|UUID)$/;
const SNAKE_SUFFIX = /[\s_-](?:id|key|no|nr|num|number|code|uuid|guid|pk)$/i;

/**
 * The entity from the key column: "user_id" is a user, "customer" a customer, "LoyaltyMemberID" a loyalty member.
 * Several key columns, and a name that says nothing ("id", "k1"), give "key", "keys".
 */
export function entityOf(key: string | readonly string[]): Entity {
  const column = typeof key === 'string' ? key : key.length === 1 ? (key[0] ?? '') : '';
  const stripped = column.replace(SNAKE_SUFFIX, '').replace(CAMEL_SUFFIX, '');
  const noun = spoken(stripped.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')).toLowerCase();
  const singular = NOUNS.has(noun.replace(/s$/, '')) ? noun.replace(/s$/, '') : noun;
  const says = stripped === column ? NOUNS.has(singular) : /^[a-z]{3,}(?: [a-z]{2,})*$/.test(noun);
  return says ? { one: singular, many: pluralOf(singular) } : { one: 'key', many: 'keys' };
}

function pluralOf(noun: string): string {
  if (noun.endsWith('person')) return `${noun.slice(0, -6)}people`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
