import type { Fault } from '@/lib/core/findings/fault';
import { tellFault } from '@/lib/core/words/tell-fault';
import { plainTelling } from './telling';

/** Every fault of the catalogue in the shapes that its words tell apart, in pipeline order. */
export const exampleFaults: readonly Fault[] = [
  { fault: 'file-not-loaded', files: ['delta3.csv'] },
  { fault: 'file-not-loaded', files: ['delta1.csv', 'delta3.csv'] },
  { fault: 'file-not-loaded', files: ['delta1.csv', 'delta3.csv', 'delta4.csv'] },
  { fault: 'file-partially-loaded', files: ['delta2.csv'], loaded: [{ from: 0, to: 1236 }] },
  {
    fault: 'file-partially-loaded',
    files: ['delta2.csv'],
    loaded: [{ from: 0, to: 1236 }],
    equivalentRange: { min: '1230', max: '1236' },
  },
  {
    fault: 'file-partially-loaded',
    files: ['delta2.csv'],
    loaded: [
      { from: 0, to: 500 },
      { from: 700, to: 2519 },
    ],
  },
  { fault: 'file-partially-loaded', files: ['delta2.csv'], loaded: [{ from: 4, to: 5 }] },
  { fault: 'file-partially-loaded', files: ['delta2.csv'], loaded: [] },
  { fault: 'rows-capped', limit: 1000, equivalentRange: { min: '990', max: '1000' } },
  { fault: 'rows-capped', limit: 1 },
  { fault: 'rows-capped', limit: 0 },
  { fault: 'first-rows-skipped', count: 1 },
  { fault: 'first-rows-skipped', count: 2 },
  { fault: 'late-rows-dropped' },
  { fault: 'version-cutoff', version: '6000' },
  { fault: 'version-cutoff', version: '6000', equivalentRange: { min: '6000', max: '6003' } },
  { fault: 'new-keys-ignored' },
  { fault: 'key-altered', how: 'leading-zeros' },
  { fault: 'key-altered', how: 'whitespace' },
  { fault: 'key-altered', how: 'case' },
  { fault: 'key-altered', how: 'upper-case' },
  { fault: 'key-altered', how: 'float-precision' },
  { fault: 'key-altered', how: 'fifteen-digits' },
  { fault: 'key-altered', how: 'decimal-point' },
  { fault: 'columns-swapped', columns: ['total_spend', 'loyalty_credits'] },
  { fault: 'columns-swapped', columns: ['total_spend', 'loyalty_credits'], files: ['delta1.csv'] },
  { fault: 'version-compared-as-text' },
  { fault: 'smallest-version-wins' },
  { fault: 'first-row-wins' },
  { fault: 'last-row-wins' },
  { fault: 'largest-measure-wins' },
  { fault: 'largest-version-wins' },
  { fault: 'ties-broken-differently', keep: 'earlier' },
  { fault: 'ties-broken-differently', keep: 'later' },
  { fault: 'largest-of-each-column' },
  { fault: 'zeros-ignored' },
  { fault: 'empties-ignored', columns: ['loyalty_credits'] },
  { fault: 'empties-ignored', columns: ['total_spend', 'count_saved_items', 'loyalty_credits'] },
  { fault: 'versions-summed' },
  { fault: 'duplicates-kept' },
  { fault: 'column-not-updated', columns: ['loyalty_credits'] },
  { fault: 'column-not-updated', columns: ['count_saved_items', 'loyalty_credits'] },
  { fault: 'column-emptied', columns: ['loyalty_credits'] },
  { fault: 'column-emptied', columns: ['count_saved_items', 'loyalty_credits'], files: ['delta1.csv'] },
  { fault: 'empties-filled', columns: ['loyalty_credits'], value: '0' },
  { fault: 'empties-filled', columns: ['count_saved_items', 'loyalty_credits'], value: '-1' },
  { fault: 'sign-lost' },
  { fault: 'sign-lost', files: ['delta1.csv'] },
  { fault: 'measure-scaled', factor: '100' },
  { fault: 'measure-scaled', factor: '0.01', files: ['delta1.csv', 'delta3.csv'] },
  { fault: 'measure-scaled', factor: '-1' },
  { fault: 'measure-rounded', how: 'cut', digits: 0 },
  { fault: 'measure-rounded', how: 'half-up', digits: 1 },
  { fault: 'measure-rounded', how: 'half-even', digits: 2, files: ['delta1.csv'] },
  { fault: 'measure-rounded', how: 'down', digits: -2 },
  { fault: 'measure-rounded', how: 'up', digits: -4 },
  { fault: 'measure-wrapped', bits: 16, digits: 0 },
  { fault: 'measure-wrapped', bits: 32, digits: 2 },
  { fault: 'measure-clipped', max: '4000' },
  { fault: 'measure-clipped', max: '4000', files: ['delta1.csv'] },
  { fault: 'rows-filtered', column: 'loyalty_credits', operator: '<', value: '5', stage: 'load' },
  { fault: 'rows-filtered', column: 'total_spend', operator: '=', value: '0', stage: 'arrival' },
  {
    fault: 'rows-filtered',
    column: 'loyalty_credits',
    operator: '>=',
    value: '1000',
    stage: 'arrival',
    equivalentRange: { min: '998', max: '1000' },
  },
  { fault: 'rows-not-exported', versions: { min: '8001', max: '8001' } },
  { fault: 'rows-not-exported', versions: { min: '8001', max: '8020' } },
];

/** All that the catalogue can say, as Markdown to read through. */
export function everySentence(): string {
  const telling = plainTelling();
  return `${exampleFaults
    .map((fault) => {
      const told = tellFault(fault, telling);
      return [
        `## ${told.label}`,
        `\`${JSON.stringify(fault)}\``,
        told.sentence,
        `- Replay: running the pipeline again ${told.replayed}`,
        `- To the engineer: ${told.question}`,
        `- To the customer: ${told.forCustomer}`,
        `- It would show in: ${told.wouldShow}`,
        '- Mechanisms:',
        ...told.mechanisms.map(({ mechanism, lookAt }) => `  - ${mechanism} (${lookAt})`),
      ].join('\n');
    })
    .join('\n\n')}\n`;
}
