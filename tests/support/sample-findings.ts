import type { Findings } from '@/lib/core/findings/findings';

/** Users by how much AIQ is short, in steps of $250. */
const SPREAD = [16, 45, 75, 106, 110, 109, 90, 86, 105, 95, 122, 133, 122, 122, 113, 126, 108, 87, 51, 20];

/** Users and gap of the six bins of 250 batches from 4,501 to 6,000; every other bin has none. */
const HOLE: readonly (readonly [keys: number, amount: string])[] = [
  [323, '820903'],
  [333, '872019'],
  [288, '745622'],
  [284, '772756'],
  [332, '830480'],
  [281, '700701'],
];
const FIRST_OF_HOLE = 18;

function versionBin(bin: number): Findings['evidence']['gapByVersion'][number] {
  const [keys, amount] = HOLE[bin - FIRST_OF_HOLE] ?? [0, '0'];
  return {
    from: bin === 0 ? '0' : String(bin * 250 + 1),
    to: String(bin * 250 + 250),
    keys,
    amount,
    file: keys === 0 ? null : 3,
  };
}

/**
 * Findings of the Johnny's Jeans case, written by hand from its published figures: what the screen is built and tested
 * against without an engine. Aggregates alone; no user stands in it.
 */
export const sampleFindings: Findings = {
  schema: 'tieout.findings/1',
  labels: { ours: 'AIQ', theirs: "Johnny's Jeans" },
  mapping: {
    key: 'user_id',
    measure: 'total_spend',
    version: 'batch_id',
    attributes: ['count_saved_items', 'loyalty_credits'],
  },
  columns: [
    { name: 'total_spend', role: 'measure', type: 'number', unit: '$', sign: null, tolerance: '0', hidden: 0 },
    { name: 'count_saved_items', role: 'attribute', type: 'number', unit: null, sign: null, tolerance: '0', hidden: 0 },
    { name: 'loyalty_credits', role: 'attribute', type: 'number', unit: null, sign: null, tolerance: '0', hidden: 0 },
    { name: 'batch_id', role: 'version', type: 'number', unit: null, sign: null, tolerance: '0', hidden: 0 },
  ],
  conditions: [],
  inputs: [
    {
      file: 'delta0.csv',
      role: 'delta',
      order: 0,
      rows: 10000,
      keys: 10000,
      rejected: 0,
      total: '9993346',
      versions: { min: '0', max: '2000', distinct: 1989 },
    },
    {
      file: 'delta1.csv',
      role: 'delta',
      order: 1,
      rows: 2494,
      keys: 2494,
      rejected: 0,
      total: '6212911',
      versions: { min: '2001', max: '3000', distinct: 919 },
    },
    {
      file: 'delta2.csv',
      role: 'delta',
      order: 2,
      rows: 2519,
      keys: 2519,
      rejected: 0,
      total: '8820088',
      versions: { min: '3001', max: '4500', distinct: 1210 },
    },
    {
      file: 'delta3.csv',
      role: 'delta',
      order: 3,
      rows: 2473,
      keys: 2473,
      rejected: 0,
      total: '11131828',
      versions: { min: '4501', max: '6000', distinct: 1225 },
    },
    {
      file: 'delta4.csv',
      role: 'delta',
      order: 4,
      rows: 2483,
      keys: 2483,
      rejected: 0,
      total: '14897837',
      versions: { min: '6002', max: '8000', distinct: 1439 },
    },
    {
      file: 'AIQ-user-summary.csv',
      role: 'ours',
      rows: 10000,
      keys: 10000,
      rejected: 0,
      total: '29162044',
      versions: { distinct: 5021 },
    },
    {
      file: 'Johnny-user-summary.csv',
      role: 'theirs',
      rows: 10000,
      keys: 10000,
      rejected: 0,
      total: '33904525',
      versions: { distinct: 5667 },
    },
  ],
  expected: { keys: 10000, total: '33904525' },
  gap: { ours: '29162044', theirs: '33904525', difference: '4742481' },
  keys: { compared: 10000, mismatched: 1841, onlyOurs: 0, onlyTheirs: 0, duplicatedOurs: 0, duplicatedTheirs: 0 },
  sides: {
    ours: {
      proved: true,
      causes: [
        {
          fault: 'file-not-loaded',
          files: ['delta3.csv'],
          keys: 1841,
          amount: '4742481',
        },
      ],
      reproduced: { rows: 10000, of: 10000 },
      unexplained: { keys: 0, amount: '0' },
      equivalents: [],
      distinguishingFaults: [],
      distinguishingKeys: [],
      blindSpots: ['last-row-wins', 'largest-measure-wins'],
      blindSpotFaults: [{ fault: 'last-row-wins' }, { fault: 'largest-measure-wins' }],
      ruledOut: [
        { causes: [{ fault: 'version-compared-as-text' }], reproduced: { rows: 7115, of: 10000 } },
        { causes: [{ fault: 'file-not-loaded', files: ['delta1.csv'] }], reproduced: { rows: 7099, of: 10000 } },
        { causes: [{ fault: 'first-row-wins' }], reproduced: { rows: 4231, of: 10000 } },
      ],
      rules: {
        consistent: ['largest-version', 'last-arrival', 'largest-measure'],
        excluded: ['first-arrival', 'smallest-version', 'largest-version-as-text'],
      },
      patterns: [],
      exact: true,
      unsettled: 0,
    },
    theirs: {
      proved: true,
      causes: [],
      reproduced: { rows: 10000, of: 10000 },
      unexplained: { keys: 0, amount: '0' },
      equivalents: [],
      distinguishingFaults: [],
      distinguishingKeys: [],
      blindSpots: ['last-row-wins', 'largest-measure-wins'],
      blindSpotFaults: [{ fault: 'last-row-wins' }, { fault: 'largest-measure-wins' }],
      ruledOut: [],
      rules: {
        consistent: ['largest-version', 'last-arrival', 'largest-measure'],
        excluded: ['first-arrival', 'smallest-version', 'largest-version-as-text'],
      },
      patterns: [],
      exact: true,
      unsettled: 0,
    },
  },
  repair: [
    {
      side: 'ours',
      rows: 1841,
      beyond: 0,
      outcomes: [
        { rule: 'largest-version', load: 'repair', files: ['delta3.csv'], right: 10000, of: 10000, overwritten: 0 },
        {
          rule: 'largest-version',
          load: 'whole-files',
          files: ['delta3.csv'],
          right: 10000,
          of: 10000,
          overwritten: 0,
        },
        { rule: 'last-arrival', load: 'whole-files', files: ['delta3.csv'], right: 9368, of: 10000, overwritten: 632 },
      ],
    },
  ],
  evidence: {
    bridge: [
      { kind: 'theirs', side: 'theirs', cause: null, keys: 10000, amount: '0', total: '33904525' },
      { kind: 'expected', side: null, cause: null, keys: 10000, amount: '0', total: '33904525' },
      { kind: 'cause', side: 'ours', cause: 0, keys: 1841, amount: '-4742481', total: '29162044' },
      { kind: 'unexplained', side: 'ours', cause: null, keys: 0, amount: '0', total: '29162044' },
      { kind: 'ours', side: 'ours', cause: null, keys: 10000, amount: '0', total: '29162044' },
    ],
    filesWon: [
      { file: 'delta0.csv', expected: 3215, ours: 4231, theirs: 3215 },
      { file: 'delta1.csv', expected: 1060, ours: 1414, theirs: 1060 },
      { file: 'delta2.csv', expected: 1401, ours: 1872, theirs: 1401 },
      { file: 'delta3.csv', expected: 1841, ours: 0, theirs: 1841 },
      { file: 'delta4.csv', expected: 2483, ours: 2483, theirs: 2483 },
    ],
    fromNoFile: { ours: 0, theirs: 0 },
    gapByVersion: Array.from({ length: 32 }, (_, bin) => versionBin(bin)),
    gapOutsideVersions: { keys: 0, amount: '0' },
    fileVersions: [
      { file: 'delta0.csv', min: '0', max: '2000' },
      { file: 'delta1.csv', min: '2001', max: '3000' },
      { file: 'delta2.csv', min: '3001', max: '4500' },
      { file: 'delta3.csv', min: '4501', max: '6000' },
      { file: 'delta4.csv', min: '6002', max: '8000' },
    ],
    gapSpread: {
      bins: SPREAD.map((keys, bin) => ({ from: String(bin * 250), to: String(bin * 250 + 250), keys })),
      median: '2668',
      max: '4906',
      min: '16',
      keys: 1841,
    },
  },
  premises: [],
  unread: [],
  missing: null,
  totals: [],
  warnings: [{ code: 'row-order-differs', positions: 9969, keys: 1841 }],
};
