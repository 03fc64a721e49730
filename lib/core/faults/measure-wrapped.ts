import type { FaultOf } from '../findings/fault';
import { MEASURE } from '../table/case-tables';
import { relationsOf } from './cell-relations';
import type { FaultModule } from './fault-module';
import { hasDecimals } from './switch-starts';

const BITS: Readonly<Record<FaultOf<'measure-wrapped'>['bits'], string>> = { 16: '16 bits', 32: '32 bits' };

/**
 * `measure-wrapped`: the measure went through an integer of so many bits, which counts 10^-digits of it: an amount past
 * its range comes in again at the other end, off by as much as the integer goes round in.
 */
export const measureWrapped: FaultModule<'measure-wrapped'> = {
  code: 'measure-wrapped',
  parameters: [
    { name: 'bits', kind: 'choice', label: 'in an integer of', options: BITS },
    {
      name: 'digits',
      kind: 'digits',
      label: 'that counts',
      from: 0,
      to: 3,
      text: (digits) => (digits === 0 ? 'whole numbers' : `units of ${(10 ** -digits).toFixed(digits)}`),
    },
  ],
  changes: ({ bits, digits }) => [
    { change: 'load-value', column: { use: 'measure' }, to: { value: 'wrapped', bits, digits }, files: null },
  ],
  switch: {
    stage: 'load',
    text: ({ columns }) => `${columns.measure} wraps round in a short integer`,
    start: (findings) => ({ fault: 'measure-wrapped', bits: 32, digits: hasDecimals(findings) ? 2 : 0 }),
  },
  /** The integers round which amounts are off by whole turns, and whose range holds them. */
  suggest(clues) {
    const { turns } = relationsOf(clues, MEASURE);
    return turns
      .filter(({ bits, cells }) => cells >= LEAST_ROWS[bits])
      .sort((a, b) => b.cells - a.cells || b.bits - a.bits)
      .slice(0, MOST)
      .map(({ bits, digits }) => ({ fault: 'measure-wrapped', bits, digits }));
  },
  probes: () => [],
};

/** Amounts that must be off by whole turns: of 32 bits chance gives none, of 16 one in many thousand. */
const LEAST_ROWS: Readonly<Record<FaultOf<'measure-wrapped'>['bits'], number>> = { 16: 2, 32: 1 };

const MOST = 2;
