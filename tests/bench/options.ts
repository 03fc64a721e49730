import { parseArgs } from 'node:util';
import { type RowOrder, rowOrders } from './support/case-files';
import { type KeyForm, keyForms } from './support/key-form';

export const parts = ['drop', 'stages', 'faults', 'small', 'rows'] as const;
export type Part = (typeof parts)[number];

export interface BenchOptions {
  readonly only: readonly Part[];
  /** Numbers of users, ascending. */
  readonly sizes: readonly number[];
  readonly keys: readonly KeyForm[];
  readonly order: RowOrder;
  /** Of each figure; the median counts. */
  readonly runs: number;
  /** A site that was built before; null: what the sources give. */
  readonly site: string | null;
  /** Writes the README's table. */
  readonly write: boolean;
  /** Fails below a floor. */
  readonly check: boolean;
}

export const HELP = `npm run bench -- [options]
  --only drop,stages,faults,small,rows  parts to run; all of them unless said
  --sizes 10k,100k,1M                   numbers of users
  --large                               10M as well
  --keys int,padded,uuid,email          what keys are; int, uuid and email unless said
  --order by-key|shuffled               order of each file's rows; by key unless said
  --runs 3                              of each figure; the median counts
  --site DIR                            a site that was built before
  --write                               writes the README's table
  --check                               fails below the floors`;

/** Throws a sentence on a call that cannot be understood. */
export function readOptions(args: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: parts.join(',') },
      sizes: { type: 'string', default: '10k,100k,1M' },
      large: { type: 'boolean', default: false },
      keys: { type: 'string', default: 'int,uuid,email' },
      order: { type: 'string', default: 'by-key' },
      runs: { type: 'string', default: '3' },
      site: { type: 'string' },
      write: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const [order = 'by-key'] = among([values.order], rowOrders);
  const sizes = values.sizes.split(',').map(countOf);
  return {
    only: among(values.only.split(','), parts),
    sizes: [...new Set([...sizes, ...(values.large ? [10_000_000] : [])])].sort((a, b) => a - b),
    keys: among(values.keys.split(','), keyForms),
    order,
    runs: countOf(values.runs),
    site: values.site ?? null,
    write: values.write,
    check: values.check,
  };
}

function among<T extends string>(given: readonly string[], known: readonly T[]): readonly T[] {
  return given.map((name) => {
    const found = known.find((one) => one === name);
    if (found === undefined) throw new Error(`${name} is none of ${known.join(', ')}`);
    return found;
  });
}

/** "10k" is 10,000 and "1M" a million. */
export function countOf(text: string): number {
  const [, digits, unit] = /^(\d+)(k|M)?$/.exec(text) ?? [];
  if (digits === undefined || Number(digits) === 0) throw new Error(`${text} is no number above 0`);
  return Number(digits) * { '': 1, k: 1000, M: 1_000_000 }[unit === 'k' || unit === 'M' ? unit : ''];
}
