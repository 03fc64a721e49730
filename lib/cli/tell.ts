import type { RowCells, RowSide } from '@/lib/core/compare/rows/row-query';
import { createRowReader } from '@/lib/core/compare/rows/row-reader';
import { isZeroDecimal } from '@/lib/core/decimal';
import type { Findings } from '@/lib/core/findings/findings';
import { keyColumns } from '@/lib/core/findings/key-columns';
import type { Investigation } from '@/lib/core/investigation/investigate';
import { formatAmount, formatCount } from '@/lib/core/phrases/amounts';
import { capitalised, list, tableOf } from '@/lib/core/phrases/phrases';
import { mixedUnits } from '@/lib/core/words/mixed';
import { plain } from '@/lib/core/words/phrase';
import { describeRejection } from '@/lib/core/words/rejections';
import { labelOf } from '@/lib/core/words/tell-fault';
import { deltasOf, tellingOf, unitOf } from '@/lib/core/words/telling';
import { tellVerdict } from '@/lib/core/words/verdict';
import { alignTable, type TextColumn } from './align';
import type { RejectedLines } from './investigate-files';

const LARGEST = 10;
const LISTED_REJECTIONS = 3;
const FIGURE_COLUMNS: readonly TextColumn[] = [
  { title: '', numeric: false },
  { title: '', numeric: true },
  { title: '', numeric: false },
];

/** The investigation as readable text: the verdict, the bridge from theirs to ours, the keys with the largest gaps. */
export function tellInvestigation(of: Investigation): string {
  const { findings } = of;
  const verdict = tellVerdict(findings);
  const parts = [
    [...(verdict.firstSay === null ? [] : [verdict.firstSay]), verdict.headline],
    [`${verdict.stateLabel}.`, ...verdict.proof.map(plain), verdict.rightness].filter((text) => text !== ''),
    alignTable(
      FIGURE_COLUMNS,
      verdict.figures.map(({ label, value, note }) => [label, value, note]),
    ),
    bridgeLines(findings),
    largestLines(of),
    section(
      'What sets the unexplained rows apart',
      verdict.patterns.map(({ text, detail }) => `${text}: ${detail}`),
    ),
    section(
      'Ruled out',
      verdict.ruledOut.map(({ text, detail }) => `${text}: ${detail}`),
    ),
    section('Other explanations that fit as well', verdict.equivalents),
    section('What would tell them apart', verdict.distinguishing),
    section(
      'What these files cannot tell apart, and what would',
      verdict.mechanisms.map(({ text, lookAt }) => `${text}: ${lookAt}`),
    ),
    section(
      'What the files were taken to mean',
      verdict.premises.map(({ text, settled, assumed, otherwise }) =>
        [`${assumed ? '! ' : ''}${text.replace(/\.$/, '')}: ${settled}.`, otherwise]
          .filter((part) => part !== null)
          .join(' '),
      ),
    ),
    section('Ask', verdict.questions),
    section('Note', [...(verdict.blindSpots === null ? [] : [verdict.blindSpots]), ...verdict.notes]),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** The lines that were left out, as sentences: the first few of each file, then how many more. */
export function tellRejected(rejected: readonly RejectedLines[]): readonly string[] {
  return rejected.flatMap(({ file, lines, count }) => {
    const listed = lines.slice(0, LISTED_REJECTIONS);
    const more = count - listed.length;
    return [
      ...listed.map((rejection) => describeRejection(rejection, file)),
      ...(more === 0 ? [] : [`${file}: ${formatCount(more)} more ${more === 1 ? 'line was' : 'lines were'} left out.`]),
    ];
  });
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [title, ...items.map((item) => `  - ${item}`)];
}

function bridgeLines(findings: Findings): readonly string[] {
  const { bridge } = findings.evidence;
  if (bridge.length === 0 || mixedUnits(findings) !== null) return [];
  const unit = unitOf(findings);
  const steps = bridge.filter(({ kind, keys, amount }) => kind !== 'unexplained' || keys > 0 || !isZeroDecimal(amount));
  const rows = steps.map((step) => {
    const change = isZeroDecimal(step.amount) ? '' : signedAmount(step.amount, unit);
    return [
      stepLabel(findings, step),
      change,
      step.keys === 0 ? '' : formatCount(step.keys),
      formatAmount(step.total, unit),
    ];
  });
  const { many } = tellingOf(findings, 'ours').entity;
  return alignTable(
    [
      { title: 'Step', numeric: false },
      { title: 'Change', numeric: true },
      { title: capitalised(many), numeric: true },
      { title: 'Total after it', numeric: true },
    ],
    rows,
  );
}

function stepLabel(findings: Findings, { kind, side, cause }: Findings['evidence']['bridge'][number]): string {
  if (kind === 'expected') return 'Expected from the files';
  if (kind === 'ours' || kind === 'theirs') return tableOf(tellingOf(findings, kind));
  const told = side === null ? null : findings.sides[side]?.causes[cause ?? -1];
  const label = told && side !== null ? labelOf(told, tellingOf(findings, side)) : 'Unexplained';
  return side === null ? label : `${label} (${findings.labels[side]})`;
}

function largestLines({ findings, comparison }: Investigation): readonly string[] {
  const window = createRowReader(comparison).window({
    scope: 'differing',
    search: '',
    filters: [],
    sort: [],
    from: 0,
    count: LARGEST,
  });
  if (window.rows.length === 0) return [];
  const { entity } = tellingOf(findings, 'ours');
  const title =
    window.of > LARGEST
      ? `The ${LARGEST} largest differences of ${formatCount(window.of)} ${entity.many}`
      : `All ${entity.many} that differ`;
  const { ours, theirs } = findings.labels;
  return [
    title,
    ...alignTable(
      [
        ...keyColumns(findings.mapping).map((title) => ({ title, numeric: false })),
        { title: theirs, numeric: true },
        { title: ours, numeric: true },
        { title: `${theirs} − ${ours}`, numeric: true },
        { title: `${theirs} from`, numeric: false },
        { title: `${ours} from`, numeric: false },
        { title: 'Cause', numeric: false },
      ],
      window.rows.map((row) => rowTexts(findings, row)),
    ),
  ];
}

/** With one table given, the expected row stands in for the other, as it does in the difference. */
function rowTexts(findings: Findings, row: RowCells): readonly string[] {
  const unit = unitOf(findings);
  const deltas = deltasOf(findings);
  const theirs = findings.sides.theirs ? row.theirs : row.expected;
  const ours = findings.sides.ours ? row.ours : row.expected;
  const amount = (side: RowSide | null) =>
    side === null ? 'no row' : side.measure && formatAmount(side.measure, unit);
  const file = (side: RowSide | null) => (side === null ? '' : (deltas[side.file ?? -1] ?? 'no delta'));
  const causes = row.causes.flatMap(({ side, cause }) => {
    const fault = findings.sides[side]?.causes[cause];
    return fault ? [labelOf(fault, tellingOf(findings, side))] : [];
  });
  return [
    ...row.key,
    amount(theirs),
    amount(ours),
    signedAmount(row.difference, unit),
    file(theirs),
    file(ours),
    list([...causes, ...(row.unexplained ? ['unexplained'] : [])]),
  ];
}

/** A difference always has its sign; nothing has none. */
function signedAmount(decimal: string, unit: string | null): string {
  return `${isZeroDecimal(decimal) || decimal.startsWith('-') ? '' : '+'}${formatAmount(decimal, unit)}`;
}
