import type { CsvColumn, CsvTable } from '../csv/csv-table';
import type { ColumnReason } from './reasons';
import { SURE, versionClue } from './version-names';
import { wordsOf } from './words';

/** How well a column suits a use, and why. Only scores above 0 are candidates. */
export interface Score {
  readonly column: CsvColumn;
  readonly score: number;
  readonly why: readonly ColumnReason[];
}

const ENTITIES = new Set([
  'user',
  'customer',
  'client',
  'member',
  'account',
  'person',
  'profile',
  'contact',
  'subscriber',
  'guest',
  'shopper',
  'buyer',
  'patient',
  'employee',
]);
const ID_WORDS = new Set([
  'id',
  'key',
  'uid',
  'uuid',
  'guid',
  'no',
  'number',
  'nr',
  'code',
  'sku',
  'email',
  'mail',
  'userid',
  'customerid',
  'clientid',
  'accountid',
  'memberid',
]);
const MEASURE_WORDS: readonly string[] = [
  ...[
    'spend',
    'spent',
    'revenue',
    'amount',
    'sales',
    'gmv',
    'ltv',
    'turnover',
    'balance',
    'value',
    'cost',
    'price',
    'payment',
    'paid',
    'total',
    'sum',
    'points',
    'credits',
    'quantity',
    'qty',
  ],
];
const COUNT_WORDS = new Set(['count', 'num', 'items', 'age', 'rank', 'index', 'year', 'month', 'day', 'zip', 'phone']);

/** How well a column names the entity. */
export function keyScore(column: CsvColumn, table: CsvTable): Score {
  const words = wordsOf(column.name);
  const { tally } = column;
  const why: ColumnReason[] = [];
  let score = 0;
  const identifies = words.some((word) => ID_WORDS.has(word));
  if (words.some((word) => ENTITIES.has(word) || /^(user|customer|client|account|member)id$/.test(word))) {
    score += identifies || words.length === 1 ? 50 : 10;
    if (score > 10) why.push({ code: 'name-says-whom' });
  } else if (identifies) {
    score += 35;
    why.push({ code: 'name-identifies' });
  }
  if (table.rows > 0 && tally.distinct === table.rows) {
    score += 30;
    why.push({ code: 'unique' });
  } else if (tally.distinct > table.rows * 0.9) score += 15;
  if (isVersionName(column.name)) score -= 60;
  if (isMeasureName(words) && !identifies) score -= 40;
  if (tally.scale > 0 || tally.unit !== null) score -= 50;
  if (tally.dates > 0) score -= 40;
  if (tally.empty > 0) score -= 20;
  if (table.columns[0] === column) score += 5;
  return { column, score, why: why.length > 0 ? why : [{ code: 'nearest-to-key' }] };
}

/** How well a column is the one to total; 0 or less unless nearly all its cells are numbers. */
export function measureScore(column: CsvColumn): Score {
  const words = wordsOf(column.name);
  const { tally } = column;
  const place = MEASURE_WORDS.findIndex((word) => words.includes(word));
  const isNumber = tally.numbers > 0 && tally.others + tally.dates <= tally.numbers;
  if (!isNumber || isVersionName(column.name)) return { column, score: 0, why: [] };
  const named = place === -1 ? 0 : 40 - place;
  const counts = words.some((word) => COUNT_WORDS.has(word)) ? -15 : 0;
  const identifies = words.some((word) => ID_WORDS.has(word)) ? -30 : 0;
  const score =
    20 +
    named +
    (tally.unit === null || tally.unit === '%' ? 0 : 30) +
    (tally.scale > 0 ? 10 : 0) +
    counts +
    identifies;
  const word = MEASURE_WORDS[place];
  const why: ColumnReason[] = [
    ...(word === undefined ? [] : [{ code: 'name-says', word } as const]),
    { code: 'cells', type: 'number', all: tally.others + tally.dates === 0 },
    ...(tally.unit === null ? [] : [{ code: 'cells-carry', unit: tally.unit } as const]),
  ];
  return { column, score, why };
}

/** How well a column says which row of a key is newest, by its name. */
export function versionScore(column: CsvColumn): Score {
  const { tally } = column;
  const clue = versionClue(column.name);
  if (clue.score === 0 || tally.numbers + tally.dates + tally.others === 0) return { column, score: 0, why: [] };
  const type =
    tally.numbers > 0 && tally.dates + tally.others === 0
      ? 'number'
      : tally.dates > 0 && tally.numbers + tally.others === 0
        ? 'date'
        : 'text';
  return {
    column,
    score: Math.max(1, clue.score - (type === 'text' ? 8 : 0)),
    why: [
      { code: 'name-says', word: clue.word },
      { code: 'cells', type, all: type !== 'text' },
    ],
  };
}

function isVersionName(name: string): boolean {
  return versionClue(name).score >= SURE;
}

function isMeasureName(words: readonly string[]): boolean {
  return MEASURE_WORDS.some((word) => words.includes(word));
}

/** The best candidate above 0; the leftmost among equals. */
export function best(scores: readonly Score[]): Score | null {
  return scores.reduce<Score | null>((top, score) => (score.score > (top?.score ?? 0) ? score : top), null);
}
