import type { RowCells, RowSide } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { formatAmount, formatCount } from '@/lib/core/phrases/amounts';
import { capitalised, plural, versionRange } from '@/lib/core/phrases/phrases';
import { reckon, standingsOf } from '@/lib/core/words/standing';
import { tellFault } from '@/lib/core/words/tell-fault';
import { deltasOf, tellingOf, unitOf } from '@/lib/core/words/telling';
import { tellVerdict, type Verdict } from '@/lib/core/words/verdict';
import { bridgeSteps, keysOfStep } from '../bridge-table';
import { keyColumn, sourceOf, valueCell } from '../example-table';
import type { TableBlock } from '../letters/letter';
import { maskFindings, maskRows } from '../mask';
import { repairSentences, rulesSentences } from '../repair-words';
import { sentenceCase } from '../sentence-case';

/** Rows that a report shows. */
const SHOWN = 100;

export interface ReportInput {
  readonly findings: Findings;
  readonly caseName: string;
  /** The day as it shall be written, for instance "22 November 2026". */
  readonly date: string;
  /** The keys that differ, the most telling first; as many of them as shall be in the report's CSV. */
  readonly rows: readonly RowCells[];
  /** With a mask no key leaves. */
  readonly mask: Mask | null;
  /** SHA-256 of each file's bytes by its name, in hex; a file that is not there has none shown. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly comments: readonly { readonly author: string; readonly date: string; readonly text: string }[];
}

/** What a report says, before it is set as HTML or as Markdown. */
export interface ReportContent {
  readonly caseName: string;
  readonly date: string;
  readonly masked: boolean;
  /** Masked where a mask was given. */
  readonly findings: Findings;
  readonly verdict: Verdict;
  /** One row a cause and one for what they leave; null where there is neither. */
  readonly causes: TableBlock | null;
  readonly bridge: TableBlock | null;
  /** Null where no key differs. */
  readonly rows: { readonly caption: string; readonly table: TableBlock } | null;
  readonly inputs: TableBlock;
  readonly columns: string;
  readonly rules: readonly string[];
  readonly repair: readonly string[];
  readonly comments: ReportInput['comments'];
}

export function reportContent(input: ReportInput): ReportContent {
  const findings = input.mask ? maskFindings(input.findings) : input.findings;
  const rows = input.rows.slice(0, SHOWN);
  return {
    caseName: input.caseName,
    date: input.date,
    masked: input.mask !== null,
    findings,
    verdict: tellVerdict(findings),
    causes: causesTable(findings),
    bridge: bridgeTable(findings),
    rows: rowsOf(findings, input.mask ? maskRows(rows, input.mask) : rows),
    inputs: inputsTable(findings, input.hashes),
    columns: columnsSentence(findings),
    rules: rulesSentences(findings),
    repair: repairSentences(findings),
    comments: input.comments,
  };
}

const left = (label: string) => ({ label, align: 'left' as const });
const right = (label: string) => ({ label, align: 'right' as const });

function causesTable(findings: Findings): TableBlock | null {
  const wrong = standingsOf(findings).filter(({ kind }) => kind !== 'right' && kind !== 'as-read');
  const rows = wrong.flatMap(({ side, found, telling }) => {
    const proof = `${formatCount(found.reproduced.rows)} of ${plural(found.reproduced.of, 'row', 'rows')}`;
    return [
      ...found.causes.map((cause) => [
        findings.labels[side],
        tellFault(cause, telling).sentence,
        formatCount(cause.keys),
        telling.amount(cause.amount),
        proof,
      ]),
      ...(found.proved
        ? []
        : [
            [
              findings.labels[side],
              'Not explained',
              formatCount(found.unexplained.keys),
              telling.amount(found.unexplained.amount),
              found.causes.length === 0 ? proof : '',
            ],
          ]),
    ];
  });
  if (rows.length === 0) return null;
  const { entity } = tellingOf(findings, 'ours');
  return {
    kind: 'table',
    columns: [
      left('Table'),
      left('Cause'),
      right(capitalised(entity.many)),
      right('Of the gap'),
      right('Replay gives'),
    ],
    rows,
  };
}

function bridgeTable(findings: Findings): TableBlock | null {
  const steps = bridgeSteps(findings);
  if (steps.length < 2) return null;
  const unit = unitOf(findings);
  const { entity } = tellingOf(findings, 'ours');
  return {
    kind: 'table',
    columns: [left('Step'), right(capitalised(entity.many)), right('Change'), right('Total')],
    rows: steps.map((step) => [
      step.label,
      keysOfStep(step),
      keysOfStep(step) === '' ? '' : formatAmount(step.amount, unit),
      formatAmount(step.total, unit),
    ]),
  };
}

/** Both values, what they differ by, and the rows behind them: the expected one and that of every table that is not as expected. */
function rowsOf(findings: Findings, rows: readonly RowCells[]): ReportContent['rows'] {
  if (rows.length === 0) return null;
  const { differing } = reckon(findings);
  const { entity } = tellingOf(findings, 'ours');
  const unit = unitOf(findings);
  const files = deltasOf(findings);
  const given = (['theirs', 'ours'] as const).filter((side) => findings.sides[side] !== null);
  const values = given.length === 2 ? given : (['expected', ...given] as const);
  const wrong = standingsOf(findings)
    .filter(({ kind }) => kind !== 'right' && kind !== 'as-read')
    .map(({ side }) => side);
  const sources = ['expected' as const, ...wrong];
  const nameOf = (side: 'expected' | 'ours' | 'theirs') => (side === 'expected' ? 'Expected' : findings.labels[side]);
  const shown =
    rows.length < differing
      ? `The first ${formatCount(rows.length)} of ${formatCount(differing)} ${entity.many} that differ`
      : `${plural(rows.length, entity.one, entity.many)} that ${rows.length === 1 ? 'differs' : 'differ'}`;
  return {
    caption: shown,
    table: {
      kind: 'table',
      columns: [
        left(keyColumn(findings)),
        ...values.map((side) => right(nameOf(side))),
        right('Difference'),
        ...sources.map((side) => left(side === 'expected' ? 'Expected row' : `${nameOf(side)} took`)),
      ],
      rows: rows.map((row) => [
        row.key,
        ...values.map((side) => valueCell(row[side], unit)),
        formatAmount(row.difference, unit),
        ...sources.map((side) => rowSource(row[side], files)),
      ]),
    },
  };
}

function rowSource(side: RowSide | null, files: readonly string[]): string {
  return side?.rows === undefined ? sourceOf(side, files) : `${formatCount(side.rows)} rows`;
}

function inputsTable(findings: Findings, hashes: ReportInput['hashes']): TableBlock {
  const { entity, columns, amount } = tellingOf(findings, 'ours');
  const roleOf = {
    delta: 'export',
    ours: `table of ${findings.labels.ours}`,
    theirs: `table of ${findings.labels.theirs}`,
  };
  const hashed = findings.inputs.some((input) => hashes[input.file] !== undefined);
  return {
    kind: 'table',
    columns: [
      left('File'),
      left('Role'),
      right('Rows'),
      right(capitalised(entity.many)),
      right('Rejected'),
      right(columns.measure),
      left(columns.version),
      ...(hashed ? [left('SHA-256')] : []),
    ],
    rows: findings.inputs.map((input) => [
      input.file,
      roleOf[input.role],
      formatCount(input.rows),
      formatCount(input.keys),
      formatCount(input.rejected),
      amount(input.total),
      versionsOf(input.versions),
      ...(hashed ? [hashes[input.file] ?? ''] : []),
    ]),
  };
}

function versionsOf(versions: Findings['inputs'][number]['versions']): string {
  if (versions === null) return 'none';
  if (versions.min !== undefined && versions.max !== undefined) return versionRange(versions.min, versions.max);
  return `${formatCount(versions.distinct)} distinct`;
}

function columnsSentence({ mapping, columns }: Findings): string {
  const key = typeof mapping.key === 'string' ? mapping.key : mapping.key.join(' with ');
  const compared = mapping.attributes.length === 0 ? '' : `; compared besides: ${mapping.attributes.join(', ')}`;
  const loose = columns
    .filter((column) => !/^0(\.0+)?$/.test(column.tolerance))
    .map((column) => `${column.name} within ${column.tolerance}`);
  const tolerance = loose.length === 0 ? '' : ` Counted as equal: ${loose.join(', ')}.`;
  return `${sentenceCase(`key ${key}; measure ${mapping.measure}; version ${mapping.version === '' ? 'none' : mapping.version}${compared}`)}.${tolerance}`;
}
