import { formatUnits, parseUnits } from '../decimal';
import type { Fault } from '../findings/fault';

/** A threshold of a fault as an integer in its own smallest unit, and the range that its evidence leaves open. */
export interface Threshold {
  readonly value: bigint;
  readonly min: bigint;
  readonly max: bigint;
  /** The same fault at another threshold, with the range of those that give the same table. */
  at(value: bigint, same: { readonly min: bigint; readonly max: bigint }): Fault;
}

/** The threshold of a fault that has an open range of numbers; null for others and for dates and texts. */
export function thresholdOf(fault: Fault): Threshold | null {
  if (!('same' in fault) || !fault.same || !isDecimal(fault.same.min) || !isDecimal(fault.same.max)) return null;
  const scale = Math.max(places(fault.same.min), places(fault.same.max), places(textOf(fault) ?? '0'));
  const text = textOf(fault);
  if (text === null || !isDecimal(text)) return null;
  const written = (units: bigint): string => formatUnits(units, scale);
  return {
    value: parseUnits(text, scale),
    min: parseUnits(fault.same.min, scale),
    max: parseUnits(fault.same.max, scale),
    at: (value, { min, max }) => withThreshold(fault, written(value), { min: written(min), max: written(max) }),
  };
}

function textOf(fault: Fault): string | null {
  switch (fault.fault) {
    case 'file-partially-loaded':
      return String(fault.loaded.at(-1)?.to ?? 0);
    case 'rows-capped':
      return String(fault.limit);
    case 'first-rows-skipped':
      return String(fault.count);
    case 'version-cutoff':
      return fault.version;
    case 'rows-filtered':
      return fault.value;
    default:
      return null;
  }
}

function withThreshold(fault: Fault, text: string, range: { min: string; max: string }): Fault {
  const same = range;
  switch (fault.fault) {
    case 'file-partially-loaded': {
      const last = fault.loaded.at(-1);
      return last ? { ...fault, loaded: [...fault.loaded.slice(0, -1), { ...last, to: Number(text) }], same } : fault;
    }
    case 'rows-capped':
      return { ...fault, limit: Number(text), same };
    case 'first-rows-skipped':
      return { ...fault, count: Number(text), same };
    case 'version-cutoff':
      return { ...fault, version: text, same };
    case 'rows-filtered':
      return { ...fault, value: text, same };
    default:
      return fault;
  }
}

function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function places(text: string): number {
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
}
