import type { Findings, Warning } from '../findings/findings';
import { formatCount } from '../phrases/amounts';
import { list, plural, possessive } from '../phrases/phrases';
import { type Entity, entityOf } from './entity';

/** The warnings of the findings, each with its code and its sentence. */

/** `seeming`: row positions whose measure differs; `differing`: keys that do. */
export function rowOrderDiffers(of: {
  readonly measure: string;
  readonly entity: Entity;
  readonly seeming: number;
  readonly differing: number;
}): Warning {
  const { one, many } = of.entity;
  const values =
    of.seeming === 1 ? `1 value of ${of.measure} seems` : `${formatCount(of.seeming)} values of ${of.measure} seem`;
  const keys =
    of.differing === 0 ? `no ${one} does` : `${plural(of.differing, one, many)} ${of.differing === 1 ? 'does' : 'do'}`;
  return {
    code: 'row-order-differs',
    text: `The two tables list their ${many} in different orders: compared row by row ${values} to differ; compared by key ${keys}.`,
  };
}

/** `keys`: those with two rows of equal version and different content, for which the later arrival was kept. */
export function versionTie(of: { readonly keys: number; readonly version: string; readonly entity: Entity }): Warning {
  const { one, many } = of.entity;
  return {
    code: 'version-tie',
    text: `${plural(of.keys, one, many)} ${of.keys === 1 ? 'has' : 'have'} rows with the same ${of.version} and different content; the row that arrived later is taken as the newer.`,
  };
}

/** `tolerance` is told in the column's unit: "$0.01". */
export function toleranceHides(of: {
  readonly hidden: number;
  readonly column: string;
  readonly tolerance: string;
  readonly entity: Entity;
}): Warning {
  const { one, many } = of.entity;
  return {
    code: 'tolerance-hides',
    text: `${plural(of.hidden, one, many)} ${of.hidden === 1 ? 'differs' : 'differ'} in ${of.column} by no more than ${of.tolerance} and ${of.hidden === 1 ? 'counts' : 'count'} as equal.`,
  };
}

/** The files that have lines which take no part; null where none has. */
export function linesRejected(inputs: Findings['inputs']): Warning | null {
  const flawed = inputs.filter(({ rejected }) => rejected > 0);
  if (flawed.length === 0) return null;
  const one = flawed.reduce((sum, { rejected }) => sum + rejected, 0) === 1;
  const lines = list(flawed.map(({ file, rejected }) => `${plural(rejected, 'line', 'lines')} of ${file}`));
  return {
    code: 'lines-rejected',
    text: `${lines} ${one ? 'was rejected and takes' : 'were rejected and take'} no part; what ${one ? 'it holds' : 'they hold'} was not compared.`,
  };
}

/** For each table that holds keys more than once. */
export function duplicationWarnings({
  keys,
  labels,
  mapping,
}: Pick<Findings, 'keys' | 'labels' | 'mapping'>): Warning[] {
  const { one, many } = entityOf(mapping.key);
  const duplicated = [
    { count: keys.duplicatedOurs, label: labels.ours },
    { count: keys.duplicatedTheirs, label: labels.theirs },
  ];
  return duplicated
    .filter(({ count }) => count > 0)
    .map(({ count, label }) => ({
      code: KEYS_DUPLICATED,
      text: `${plural(count, one, many)} ${count === 1 ? 'stands' : 'stand'} more than once in ${possessive(label)} table.`,
    }));
}

export const KEYS_DUPLICATED = 'keys-duplicated';
