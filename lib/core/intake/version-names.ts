import { wordsOf } from './words';

/** Parts of names that say which row is newest, in the languages that exports speak, best first. */
const SAYING: readonly (readonly [RegExp, number])[] = [
  [/batch/, 60],
  [/version|rowver|revision|rowscn|modstamp|xmin|etag/, 58],
  [/sequence|lsn/, 56],
  [
    /updat|modif|lastmod|lastchange|changed|actualiz|actualiza|atualiz|aktualis|aggiorn|bijgewerkt|gewijzigd|geaendert|geändert|aenderung|änderung|mise.?a.?jour|mis.?à.?jour|misajour|uppdater|oppdater|opdater|ändrad|endret|muokattu|zmodyf|zmien|zmian|zmen|upraven|güncel|guncel|обновл|измен|更新|修改|変更|수정|갱신/u,
    54,
  ],
  [/synced|extracted|ingested|loaded|snapshot|generation/, 50],
  [/timestamp|sourcets|tsms|epoch/, 48],
];
/** Whole words that say it. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ...['rev', 'ver', 'seq', 'build', 'gen', 'maj', 'vers'].map((word) => [word, 52] as const),
  ...['ts', 'load', 'stand'].map((word) => [word, 46] as const),
]);
/** Names that may say it and often say something else. */
const HINTS = new Set([
  'date',
  'time',
  'datetime',
  'day',
  'created',
  'offset',
  'datum',
  'fecha',
  'data',
  'hora',
  'stamp',
  'inserted',
]);
/** Names that say another thing of time. */
const OTHERWISE = new Set([
  'birth',
  'birthday',
  'born',
  'dob',
  'signup',
  'registered',
  'joined',
  'expiry',
  'expires',
  'due',
  'valid',
  'start',
  'end',
]);

export interface NameClue {
  /** Above 0 where the name says which row is newest; 40 and more where it says nothing else. */
  readonly score: number;
  readonly word: string;
}

/** What a column's name says of its being the version. */
export function versionClue(name: string): NameClue {
  const words = wordsOf(name);
  const joined = words.join('');
  if (words.some((word) => OTHERWISE.has(word))) return { score: 0, word: '' };
  for (const [pattern, score] of SAYING) {
    const found = pattern.exec(joined);
    if (found)
      return {
        score: words.includes('created') ? 20 : score,
        word: words.find((word) => pattern.test(word)) ?? found[0],
      };
  }
  const whole = words.find((word) => WORDS.has(word));
  if (whole !== undefined) return { score: WORDS.get(whole) ?? 0, word: whole };
  const hint = words.find((word) => HINTS.has(word));
  return hint === undefined ? { score: 0, word: '' } : { score: hint === 'created' ? 10 : 15, word: hint };
}

/** Enough for a name to be taken at its word. */
export const SURE = 40;
