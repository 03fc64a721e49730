import type { PlainCase, PlainFile, PlainRow, WrittenAmounts } from '../planted/plain-case';
import type { Random } from '../planted/random';

/** How the users and amounts of a golden case are written. */
export interface SourceShape {
  readonly keys: 'plain' | 'leading-zeros' | 'mixed-case' | 'long';
  readonly amounts: 'whole' | 'cents';
  /** Later files bring users that the first has not, and rows older than those before them. */
  readonly untidy: boolean;
  /** Some amounts are past what an integer of so many bits holds. */
  readonly past?: 16;
  /** How the files write amounts; left out: as plain decimals. */
  readonly written?: WrittenAmounts;
  /** Some amounts are below zero. */
  readonly refunds?: boolean;
  /** Some cells of the attributes are empty. */
  readonly empties?: boolean;
  /** Each user has two lines, and the key is of both. */
  readonly lines?: true;
  /** Versions are dates, which the deltas write day first. */
  readonly dates?: true;
  /** Versions are times of day. */
  readonly times?: true;
  /** Of the files; left out: delta0.csv to delta3.csv. */
  readonly names?: readonly string[];
  /** A column of regions, of which each later file holds but two; `deltas`: the tables do not have it. */
  readonly regions?: true | 'deltas';
  /** A column of remarks beside the numbers. */
  readonly remarks?: boolean;
  /** Some rows delete their user. */
  readonly deletes?: boolean;
}

const REMARKS = ['none', 'asked once', 'call back in May', 'prefers letters', 'moved'] as const;

const USERS = 60;
const NEW_USERS = 8;
const ROWS_A_FILE = 26;

/** Versions of each file: apart, or overlapping so that some rows arrive after newer ones. */
const TIDY = [60, 300, 600, 900] as const;
const TIDY_WIDTH = 299;
const UNTIDY_WIDTH = 499;

/** A first export of all users and three later ones. Versions have two to four digits; some values are 0. */
export function drawSource(shape: SourceShape, random: Random): PlainCase {
  const users = Array.from({ length: USERS + NEW_USERS }, (_, n) => keyOf(shape, n + 1));
  const first = users.slice(0, USERS);
  const pool = random.shuffle(Array.from({ length: 1400 }, (_, n) => n + 60));
  const nextVersion = (from: number, to: number): string => {
    const at = pool.findIndex((version) => version >= from && version <= to);
    return String(pool.splice(at, 1)[0]);
  };
  const deltas = TIDY.map((from, f): PlainFile => {
    const known = (shape.untidy ? users : first).filter(
      (key) => f === 0 || !shape.regions || regionOf(key) % 3 !== f % 3,
    );
    const present = f === 0 ? first : random.shuffle(known).slice(0, ROWS_A_FILE);
    const width = shape.untidy ? UNTIDY_WIDTH : TIDY_WIDTH;
    const rows = present.map((key): PlainRow => {
      const values = [amount(shape, random), attribute(shape, 50, random), attribute(shape, 1000, random)];
      const version = nextVersion(from, from + width);
      const region = shape.regions ? [REGIONS[regionOf(key)] ?? ''] : [];
      if (shape.remarks) values.push(random.pick(REMARKS));
      const cells = [...values, ...region, writtenAs(shape, version)];
      return shape.deletes && f > 0 && random.chance(0.2) ? { key, cells, deleted: true } : { key, cells };
    });
    return { name: shape.names?.[f] ?? `delta${f}.csv`, rows };
  });
  return {
    key: 'user_id',
    ...(shape.dates ? { dateOrder: 'day-first' } : {}),
    ...(shape.written ? { amounts: shape.written } : {}),
    ...(shape.lines ? { keyColumns: ['user_id', 'line_no'] } : {}),
    columns: [
      { name: 'total_spend', role: 'measure', type: 'number' },
      { name: 'saved_items', role: 'attribute', type: 'number' },
      { name: 'credits', role: 'attribute', type: 'number' },
      ...(shape.remarks ? [{ name: 'remark', role: 'attribute', type: 'text' } as const] : []),
      ...(shape.regions
        ? [{ name: 'region', role: shape.regions === 'deltas' ? 'condition' : 'attribute', type: 'text' } as const]
        : []),
      shape.dates || shape.times
        ? { name: shape.times ? 'updated_at' : 'changed_on', role: 'version', type: 'date' }
        : { name: 'batch_id', role: 'version', type: 'number' },
    ],
    deltas,
  };
}

const REGIONS = ['east', 'mid', 'north', 'south', 'west', 'west coast'];

function regionOf(key: string): number {
  return Number(key) % REGIONS.length;
}

function writtenAs({ dates, times }: SourceShape, version: string): string {
  if (times) return new Date(Date.UTC(2024, 0, 1, 0, 7 * Number(version))).toISOString();
  return dates ? dateOf(Number(version)) : version;
}

function dateOf(day: number): string {
  return new Date(Date.UTC(2024, 0, day)).toISOString().slice(0, 10);
}

function keyOf({ keys, lines }: SourceShape, n: number): string {
  if (lines) return `${1000 + (n >> 1)} · ${1 + (n & 1)}`;
  switch (keys) {
    case 'plain':
      return String(1000 + n);
    case 'leading-zeros':
      return String(n).padStart(5, '0');
    case 'mixed-case':
      return `User${String.fromCharCode(65 + (n % 26))}${n}`;
    case 'long':
      return String(90_071_992_547_409_900_000n + 37n * BigInt(n));
  }
}

function amount({ amounts, past, refunds, written }: SourceShape, random: Random): string {
  if (random.chance(0.08)) return '0';
  const beyond = past && random.chance(0.3) ? 2 ** past : written?.separator && random.chance(0.4) ? 4000 : 0;
  const whole = `${refunds && random.chance(0.15) ? '-' : ''}${random.whole(1, 999) + beyond}`;
  return amounts === 'whole' ? whole : `${whole}.${String(random.whole(11, 99))}`;
}

function attribute({ empties }: SourceShape, most: number, random: Random): string {
  if (empties && random.chance(0.12)) return '';
  return random.chance(0.1) ? '0' : String(random.whole(1, most));
}
