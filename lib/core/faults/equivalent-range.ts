import { formatUnits, parseUnits } from '../decimal';
import type { Fault } from '../findings/fault';
import { moduleOf } from './catalogue';
import type { Parameter } from './parameter';

/** A threshold of a fault as an integer in its own smallest unit, and the range that its evidence leaves open. */
export interface Threshold {
  readonly value: bigint;
  readonly min: bigint;
  readonly max: bigint;
  /** The same fault at another threshold, with the range of those that give the same table. */
  at(value: bigint, equivalentRange: { readonly min: bigint; readonly max: bigint }): Fault;
}

/** The threshold of a fault that has an open range of numbers; null for others and for dates and texts. */
export function thresholdOf(fault: Fault): Threshold | null {
  if (
    !('equivalentRange' in fault) ||
    !fault.equivalentRange ||
    !isDecimal(fault.equivalentRange.min) ||
    !isDecimal(fault.equivalentRange.max)
  )
    return null;
  const scale = Math.max(
    places(fault.equivalentRange.min),
    places(fault.equivalentRange.max),
    places(textOf(fault) ?? '0'),
  );
  const text = textOf(fault);
  if (text === null || !isDecimal(text)) return null;
  const written = (units: bigint): string => formatUnits(units, scale);
  return {
    value: parseUnits(text, scale),
    min: parseUnits(fault.equivalentRange.min, scale),
    max: parseUnits(fault.equivalentRange.max, scale),
    at: (value, { min, max }) => withThreshold(fault, written(value), { min: written(min), max: written(max) }),
  };
}

type Values = Readonly<Record<string, unknown>>;
type RowRanges = readonly { readonly from: number; readonly to: number }[];

/** The parameter of a fault that may be open; undefined where it has none. */
function openParameter(fault: Fault): Parameter | undefined {
  return moduleOf(fault).parameters.find(({ open }) => open);
}

/** The threshold as it is written; null where the fault has none. Of row ranges it is where the last one ends. */
function textOf(fault: Fault): string | null {
  const parameter = openParameter(fault);
  if (!parameter) return null;
  const value = (fault as Values)[parameter.name];
  return parameter.kind === 'row-ranges' ? String((value as RowRanges).at(-1)?.to ?? 0) : String(value);
}

function withThreshold(fault: Fault, text: string, equivalentRange: { min: string; max: string }): Fault {
  const parameter = openParameter(fault);
  if (!parameter) return fault;
  const { name, kind } = parameter;
  const held = (fault as Values)[name];
  const moved =
    kind === 'row-ranges' ? endingAt(held as RowRanges, Number(text)) : kind === 'count' ? Number(text) : text;
  return { ...fault, [name]: moved, equivalentRange } as Fault;
}

function endingAt(ranges: RowRanges, to: number): RowRanges {
  return ranges.map((range, at) => (at === ranges.length - 1 ? { ...range, to } : range));
}

function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function places(text: string): number {
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
}
