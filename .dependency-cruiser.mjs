/**
 * The import arrow: lib/core ← lib/engine ← lib/case ← components ← app, with lib/charts and lib/report beside lib/engine,
 * and the one inside lib/core.
 * Each folder names what it may import; everything else of the project is refused.
 */
const project = '^(app|components|lib|tests|scripts)/';

/** Folders `from` may import, from within the project, only what `allowed` matches. */
const arrow = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: project, pathNot: allowed },
});

/**
 * The arrow inside lib/core: what each folder may import besides itself, the findings' schema and the files beside the
 * folders. What findings mean in English stands in phrases, in the words of each fault, and in words, which nothing in
 * core imports.
 */
const core = {
  findings: [],
  mask: ['intake/words'],
  sample: [],
  phrases: [],
  csv: [],
  archive: ['csv'],
  intake: ['csv'],
  table: ['csv', 'mask'],
  pipeline: ['csv', 'table'],
  faults: ['csv', 'table', 'pipeline', 'phrases'],
  compare: ['csv', 'table', 'pipeline', 'mask'],
  causes: ['csv', 'table', 'pipeline', 'faults', 'compare'],
  premises: ['csv', 'intake', 'table', 'pipeline', 'faults', 'compare', 'causes'],
  investigation: ['csv', 'table', 'pipeline', 'faults', 'compare', 'causes', 'premises', 'mask'],
  words: ['phrases', 'faults', 'csv/csv-table', 'intake/intake-note', 'intake/reasons', 'compare/rows/row-query'],
};

const corePaths = (folders) => `^lib/core/([^/]+\\.ts$|(${folders.join('|')})(/|\\.))`;

const coreArrows = Object.entries(core).map(([folder, below]) =>
  arrow(
    `core-${folder}`,
    `^lib/core/${folder}/`,
    corePaths([folder, 'findings', ...below]),
    `lib/core/${folder} imports of core ${['findings', ...below].join(', ')} and what stands beside the folders`,
  ),
);

/** Packages are npm's; Node's own modules are not the page's to use. */
const npm = ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'npm-unknown'];

const nodePackages = '(^|/)node_modules/';

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },

    ...coreArrows,
    arrow('core-files', '^lib/core/[^/]+$', corePaths(['findings']), 'what stands beside the folders is below them'),
    arrow(
      'core-folders',
      `^lib/core/(?!(${Object.keys(core).join('|')})/)[^/]+/`,
      '^$',
      'a folder of lib/core has its place in the arrow',
    ),
    arrow('engine-over-core', '^lib/engine/', '^lib/(core|engine)/', 'lib/engine imports lib/core'),
    arrow(
      'session-knows-no-host',
      '^lib/engine/session/',
      '^lib/(core/|engine/(session/|readers/|investigator\\.ts$))',
      'lib/engine/session runs wherever it is hosted',
    ),
    arrow('readers-know-no-session', '^lib/engine/readers/', '^lib/(core|engine/readers)/', 'lib/engine/readers reads'),
    arrow('charts-over-core', '^lib/charts/', '^lib/(core|charts)/', 'lib/charts imports lib/core'),
    arrow(
      'report-over-charts',
      '^lib/report/',
      '^lib/(core|charts|report)/',
      'lib/report imports lib/core and lib/charts',
    ),
    arrow(
      'case-over-lib',
      '^lib/case/',
      '^lib/(core|engine|charts|report|case)/',
      'lib/case imports core, engine, charts and report',
    ),
    arrow(
      'cli-over-lib',
      '^lib/cli/',
      '^(lib/(core|engine|report|cli)/|scripts/steps/(server|content-policy)\\.mjs$)',
      'lib/cli imports core, engine and report, and what serves the page',
    ),
    arrow(
      'components-over-case',
      '^components/(?!ui/)',
      '^(components/|lib/case/|lib/charts/|lib/core/)',
      'components import lib/case, lib/charts, and types and formatters of lib/core',
    ),
    arrow('ui-knows-no-domain', '^components/ui/', '^components/ui/', 'components/ui knows nothing of the domain'),
    arrow('app-only-composes', '^app/', '^(app|components)/', 'app imports components'),

    {
      name: 'components-run-no-core',
      comment:
        'Of lib/core a component takes types, and to run only what formats, names and tells: decimal, key, words, problem, rejection, result, assertNever. Domain logic reaches it through lib/case.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^lib/core/',
        pathNot: '^lib/core/((assert-never|decimal|key|problem|rejection|result|mask/shown-key)\\.ts$|words/|phrases/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'core-packages',
      comment: 'Of packages lib/core takes zod, PapaParse and pako only, each in the file named for it',
      severity: 'error',
      from: { path: '^lib/core/' },
      to: { dependencyTypes: npm, pathNot: `${nodePackages}(@types/)?(zod|papaparse|pako)/` },
    },
    {
      name: 'papaparse-in-its-file',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '^lib/core/csv/[^/]*papa[^/]*\\.ts$' },
      to: { path: `${nodePackages}(@types/)?papaparse/` },
    },
    {
      name: 'core-no-node',
      comment: 'Only the command line may touch Node',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '^lib/cli/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'lib-no-framework',
      comment: 'React stands in lib/case (hooks) and above',
      severity: 'error',
      from: { path: '^lib/(core|engine|charts|report|cli)/' },
      to: { path: `${nodePackages}(react|react-dom|next|recharts|@tanstack/[^/]+)/` },
    },
    {
      name: 'no-dev-packages',
      comment: 'What the product runs must be among its dependencies',
      severity: 'error',
      from: { path: '^(app|components|lib)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|out|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
};
