import type { Findings } from '../findings/findings';
import { plural, possessive, tableOf } from '../phrases/phrases';
import { mixedTotals } from './mixed';
import { absentKeys, type Standing } from './standing';
import { unseenLabels } from './tell-fault';
import { tellWarning } from './warnings';

/** What else a reader must know, each once: mixed totals, keys on one side only, the findings' warnings. */
export function notesOf(findings: Findings, standings: readonly Standing[]): readonly string[] {
  const { keys, labels } = findings;
  const entity = standings[0]?.telling.entity ?? { one: 'key', many: 'keys' };
  const told = (count: number, rest: (are: string) => string) =>
    count === 0 ? [] : [`${plural(count, entity.one, entity.many)} ${rest(count === 1 ? 'is' : 'are')}.`];
  const [ours, theirs] = [`${possessive(labels.ours)} table`, `${possessive(labels.theirs)} table`];
  const [only] = standings;
  const presence =
    standings.length === 2 || !only
      ? [
          ...told(keys.onlyTheirs, (are) => `${are} in ${theirs} and not in ${ours}`),
          ...told(keys.onlyOurs, (are) => `${are} in ${ours} and not in ${theirs}`),
        ]
      : [
          ...told(
            keys.onlyOurs + keys.onlyTheirs,
            (are) => `${are} in ${tableOf(only.telling)} and in none of the files`,
          ),
          ...told(absentKeys(findings), (are) => `${are} in the files and not in ${tableOf(only.telling)}`),
        ];
  const tied = findings.premises.some(({ code }) => code === 'ties');
  const warnings = findings.warnings.filter(
    ({ code }) => (code !== 'lines-rejected' || findings.unread.length === 0) && (code !== 'version-tie' || !tied),
  );
  const mixed = [mixedTotals(findings)].filter((sentence) => sentence !== null);
  return [...new Set([...mixed, ...presence, ...warnings.map((warning) => tellWarning(warning, findings))])];
}

/** The faults that these files would not show, in one sentence; null: all would show. */
export function blindSpotsOf(standings: readonly Standing[]): string | null {
  const labels = [...new Set(standings.flatMap(({ found, telling }) => unseenLabels(found.blindSpotFaults, telling)))];
  if (labels.length === 0) return null;
  return `Had ${labels.length === 1 ? 'this' : 'any of these'} happened, these files would not show it: ${labels.join('; ')}.`;
}
