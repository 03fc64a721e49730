import type { FaultCode } from '@/lib/core/findings/fault';
import type { WrittenAmounts } from './plain-case';
import type { Random } from './random';

/** What the exported files of a case look like. */
export interface Shape {
  /** `spaced`: some files write white space around the key. `long`: 20 digits, neighbours a few units apart. `coded`: with dashes, dots and slashes. `accented`: names, in one Unicode form or the other. */
  readonly keys: 'int' | 'padded' | 'email' | 'long' | 'spaced' | 'coded' | 'accented';
  readonly measure: 'whole' | 'cents';
  /** Some measures are past what an integer of so many bits holds; null: none is meant to be. */
  readonly past: 16 | 32 | null;
  /** How the measure is written; null: as it is. */
  readonly amounts: WrittenAmounts | null;
  /** Some measures are negative. */
  readonly refunds: boolean;
  /** `batch`: numbers of one to five digits. `instant`: times of day to the millisecond, several in a second. */
  readonly versions: 'batch' | 'date' | 'instant';
  /** How the deltas write dates; null: year first. */
  readonly dateOrder: 'day-first' | 'month-first' | null;
  /** Files overlap in their versions: some rows arrive after newer ones. */
  readonly late: boolean;
  /** Later files bring keys that the first did not have. */
  readonly newKeys: boolean;
  /** Later files repeat some rows of earlier ones, version and content alike. */
  readonly ties: boolean;
  /** Share of an earlier file's rows that a later one repeats with the same version and another measure. */
  readonly conflicts: number;
  /** A key may stand twice in one file. */
  readonly repeats: boolean;
  /** Keys are written otherwise in some rows ("7" beside "007"), so that an alteration makes rows meet. */
  readonly variants: boolean;
  /** Some cells of the attributes are empty. */
  readonly empties: boolean;
  /** Some rows delete their key. */
  readonly deletes: boolean;
  /** A column of words beside the numbers. */
  readonly tier: boolean;
  /** Tables do not have the column of words. */
  readonly tierInDeltas: boolean;
  /** A column of remarks: of several lengths, some with quotes, commas, line breaks or letters beyond ASCII. */
  readonly notes: boolean;
  /** The key is of several columns: an order and its lines, and more; null: it is of one. */
  readonly lines: 2 | 3 | null;
  /** Names of files count from 0 without leading zeros. */
  readonly unpadded: boolean;
  /** A column of regions, of which each later file holds but some. */
  readonly regions: boolean;
  readonly files: number;
  readonly size: number;
}

/** A shape on which every one of the faults can show. `turn` varies the kinds evenly over a series of cases. */
export function drawShape(random: Random, turn: number, codes: readonly FaultCode[], largest: number): Shape {
  const needs: Needs = (...wanted) => wanted.some((code) => codes.includes(code));
  const misread = needs('version-misread') ? random.pick(MISREADINGS) : null;
  const kinds = needs('key-altered') ? KEY_KINDS : KEY_KINDS.slice(0, 4);
  return {
    keys: kinds[turn % kinds.length] ?? 'int',
    measure:
      turn % 3 === 1 || (needs('measure-rounded') && random.chance(0.6)) || needs('measure-misread')
        ? 'cents'
        : 'whole',
    amounts: needs('measure-misread') ? random.pick(WRITINGS) : null,
    past: needs('measure-wrapped') ? random.pick([16, 32]) : null,
    refunds: random.chance(0.25) || needs('sign-lost'),
    versions: misread?.versions ?? drawVersions(random, needs),
    dateOrder: misread?.dateOrder ?? null,
    late: needs('late-rows-dropped', 'version-misread', 'last-row-wins', 'first-row-wins') || random.chance(0.5),
    newKeys: needs('new-keys-ignored') || random.chance(0.6),
    ties: random.chance(0.4),
    conflicts: needs('file-loaded-again', 'files-out-of-order') ? 0.12 : turn % 7 === 5 ? 0.02 : 0,
    repeats: random.chance(0.2),
    variants: needs('key-altered') ? random.chance(0.7) : random.chance(0.1),
    empties: needs('empties-ignored', 'empties-filled'),
    deletes: needs('deletes-ignored'),
    tier: needs('measure-scaled') ? random.chance(0.7) : random.chance(0.35),
    tierInDeltas: turn % 3 === 0,
    files: turn % 10 === 9 ? random.whole(21, 50) : random.chance(0.6) ? random.whole(3, 7) : random.whole(8, 20),
    size: Math.min(largest, random.chance(0.8) ? random.whole(200, 700) : random.whole(700, 3000)),
    notes: needs('text-cut', 'column-reformatted') || (needs('rows-filtered') && random.chance(0.4)),
    unpadded: needs('files-out-of-order'),
    regions: needs('partition-overwritten'),
    lines: needs('key-incomplete') ? random.pick([2, 2, 3]) : null,
  };
}

type Needs = (...wanted: FaultCode[]) => boolean;

function drawVersions(random: Random, needs: Needs): Shape['versions'] {
  const shifted = needs('column-shifted');
  if (needs('version-compared-as-text') || !random.chance(shifted ? 0.6 : 0.25)) return 'batch';
  return shifted && random.chance(0.5) ? 'instant' : 'date';
}

/** The words of the column of words. */
export const TIERS = ['bronze', 'gold', 'iron', 'silver'] as const;

/** Remarks whose every order agrees; one in a row. */
export const NOTES = [
  'ok',
  'call back',
  'moved house',
  'asked, twice',
  'said "no"',
  'paid\nlate',
  'caf\u00e9 owner',
  'prefers to be written to, and not to be called on',
] as const;

/** How amounts are written that can be misread. */
const WRITINGS = [
  { decimal: '.', separator: ',', decimals: 2 },
  { decimal: '.', separator: ',', decimals: 0 },
  { decimal: ',', separator: '.', decimals: 2 },
  { decimal: ',', separator: ' ', decimals: 2 },
  { decimal: ',', separator: null, decimals: 2 },
  { decimal: ',', separator: null, decimals: 0 },
  { decimal: '.', separator: null, decimals: 1 },
] as const;

/** What versions are misread. */
const MISREADINGS = [
  { versions: 'date', dateOrder: 'day-first' },
  { versions: 'date', dateOrder: 'month-first' },
  { versions: 'instant', dateOrder: null },
] as const;

export const REGIONS = ['east', 'mid', 'north', 'north east', 'south', 'south west', 'west'] as const;

const KEY_KINDS = ['int', 'padded', 'email', 'long', 'spaced', 'coded', 'accented'] as const;

/** "padded keys, cents, batch versions, late rows, 12 files, 431 keys" */
export function describeShape(shape: Shape): string {
  return [
    `${shape.keys} keys${shape.lines === null ? '' : ` of ${shape.lines} columns`}`,
    ...(shape.past === null ? [] : [`amounts past ${shape.past} bits`]),
    shape.measure,
    ...(shape.amounts === null ? [] : [`amounts as ${JSON.stringify(shape.amounts)}`]),
    `${shape.versions} versions${shape.dateOrder === null ? '' : ` ${shape.dateOrder}`}`,
    ...(
      [
        'refunds',
        'late',
        'newKeys',
        'ties',
        'conflicts',
        'repeats',
        'variants',
        'empties',
        'deletes',
        'tier',
        'tierInDeltas',
        'notes',
        'regions',
      ] as const
    ).filter((trait) => shape[trait]),
    `${shape.files} files`,
    `${shape.size} keys`,
  ].join(', ');
}
