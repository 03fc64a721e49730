import { assertNever } from '../assert-never';
import type { Findings } from '../findings/findings';
import type { Warning, WarningOf } from '../findings/warning';
import { formatAmount, formatCount } from '../phrases/amounts';
import { list, plural, possessive } from '../phrases/phrases';
import { tellingOf } from './telling';

/** A warning of the findings as a whole sentence. */
export function tellWarning(warning: Warning, findings: Findings): string {
  const { entity, columns } = tellingOf(findings, 'ours');
  const { one, many } = entity;
  switch (warning.code) {
    case 'lines-rejected':
      return linesRejected(warning);
    case 'row-order-differs': {
      const { positions, keys } = warning;
      const seeming =
        positions === 1
          ? `1 value of ${columns.measure} seems`
          : `${formatCount(positions)} values of ${columns.measure} seem`;
      const differing = keys === 0 ? `no ${one} does` : `${plural(keys, one, many)} ${keys === 1 ? 'does' : 'do'}`;
      return `The two tables list their ${many} in different orders: compared row by row ${seeming} to differ; compared by key ${differing}.`;
    }
    case 'version-tie':
      return `${plural(warning.keys, one, many)} ${warning.keys === 1 ? 'has' : 'have'} rows with the same ${columns.version} and different content; the row that arrived later is taken as the newer.`;
    case 'tolerance-hides': {
      const { column, tolerance, keys } = warning;
      const unit = findings.columns.find(({ name }) => name === column)?.unit ?? null;
      return `${plural(keys, one, many)} ${keys === 1 ? 'differs' : 'differ'} in ${column} by no more than ${formatAmount(tolerance, unit)} and ${keys === 1 ? 'counts' : 'count'} as equal.`;
    }
    case 'keys-duplicated':
      return `${plural(warning.keys, one, many)} ${warning.keys === 1 ? 'stands' : 'stand'} more than once in ${possessive(findings.labels[warning.side])} table.`;
    default:
      return assertNever(warning);
  }
}

function linesRejected({ files }: WarningOf<'lines-rejected'>): string {
  const one = files.reduce((sum, { lines }) => sum + lines, 0) === 1;
  const places = list(files.map(({ file, lines }) => `${plural(lines, 'line', 'lines')} of ${file}`));
  return `${places} ${one ? 'was rejected and takes' : 'were rejected and take'} no part; what ${one ? 'it holds' : 'they hold'} was not compared.`;
}
