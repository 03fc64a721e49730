import { assertNever } from '../assert-never';
import { MISSING, parseUnits } from '../decimal';
import type { Misreading, Rounding } from '../findings/fault-parameters';
import type { AmountWriting } from '../table/amount-writing';
import { misreadAmount } from './misread-amount';

/**
 * One thing that happens to a cell on its way into the table. `files`: 1 by delta index that has it; null: all. `rows`: 1 by
 * row of the pipeline's rows that has it; null: all.
 */
export type ValueStep = ValueAction & { readonly files: Uint8Array | null; readonly rows: Uint8Array | null };

export type ValueAction =
  | { readonly kind: 'empty' }
  /** NaN: nothing that the column can hold, which leaves it empty. */
  | { readonly kind: 'fill'; readonly with: number }
  /** Another text stands in a text's place: by rank; a rank between two is a text that the column does not hold. */
  | { readonly kind: 'retext'; readonly by: Float64Array }
  /** `writing`: by delta index how it writes amounts; null where that is not known, and they are read as they are. */
  | {
      readonly kind: 'misread';
      readonly how: Misreading;
      readonly writing: readonly (AmountWriting | null)[];
      readonly scale: number;
    }
  | { readonly kind: 'shift'; readonly by: number }
  /** units × numerator / denominator; a result between two units stays a fraction and equals no written value. */
  | { readonly kind: 'scale'; readonly numerator: number; readonly denominator: number }
  /** To a multiple of `step` units. */
  | { readonly kind: 'round'; readonly how: Rounding; readonly step: number }
  | { readonly kind: 'clip'; readonly max: number }
  | { readonly kind: 'abs' }
  /** Into the range of an integer, of which `turn` units are all values. */
  | { readonly kind: 'wrap'; readonly turn: number };

/** See `isRowWise`. */
export function isRowWiseStep({ kind }: ValueAction): boolean {
  return kind === 'empty' || kind === 'misread' || kind === 'scale' || kind === 'abs';
}

/** The value after the steps, for row `row` of the pipeline, which is of delta `file`. */
export function applyValueSteps(steps: readonly ValueStep[], units: number, file: number, row: number): number {
  let value = units;
  for (const step of steps) {
    if (value === MISSING && step.kind !== 'fill') continue;
    if (step.files !== null && step.files[file] !== 1) continue;
    if (step.rows !== null && step.rows[row] !== 1) continue;
    value = applyStep(step, value, file);
  }
  return value;
}

function applyStep(step: ValueAction, value: number, file: number): number {
  switch (step.kind) {
    case 'empty':
      return MISSING;
    case 'fill':
      return value === MISSING && !Number.isNaN(step.with) ? step.with : value;
    case 'retext':
      return step.by[value] ?? value;
    case 'misread': {
      const writing = step.writing[file] ?? null;
      return writing === null ? value : misreadAmount(step.how, writing, value, step.scale);
    }
    case 'shift':
      return value + step.by;
    case 'scale':
      return (value * step.numerator) / step.denominator;
    case 'round':
      return roundUnits(value, step.step, step.how);
    case 'clip':
      return Math.min(value, step.max);
    case 'abs':
      return Math.abs(value);
    case 'wrap':
      return value - Math.floor(value / step.turn + 0.5) * step.turn;
    default:
      return assertNever(step);
  }
}

/** `value` to a multiple of `step`; half-up is away from zero, half-even to the even multiple. Never -0. */
export function roundUnits(value: number, step: number, how: Rounding): number {
  const quotient = value / step;
  switch (how) {
    case 'cut':
      return Math.trunc(quotient) * step + 0;
    case 'down':
      return Math.floor(quotient) * step + 0;
    case 'up':
      return Math.ceil(quotient) * step + 0;
    case 'half-up':
      return Math.sign(quotient) * Math.floor(Math.abs(quotient) + 0.5) * step + 0;
    case 'half-even': {
      const below = Math.floor(quotient);
      const rest = quotient - below;
      const nearest = rest > 0.5 || (rest === 0.5 && below % 2 !== 0) ? below + 1 : below;
      return nearest * step + 0;
    }
    default:
      return assertNever(how);
  }
}

/** How many units of a column of that scale an integer that counts 10^-digits goes round in. */
export function turnUnits({ bits, digits }: { readonly bits: number; readonly digits: number }, scale: number): number {
  return 2 ** bits * 10 ** (scale - digits);
}

/** How many units of a date column of that scale a minute is. */
export function minuteUnits(scale: number): number {
  return 60_000 * 10 ** scale;
}

/** "0.01" as 1 / 100. */
export function fraction(factor: string): { readonly numerator: number; readonly denominator: number } {
  const places = factor.includes('.') ? factor.length - factor.indexOf('.') - 1 : 0;
  return { numerator: Number(parseUnits(factor, places)), denominator: 10 ** places };
}
