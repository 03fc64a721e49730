import { named } from '@/lib/core/by-name';
import type { RowCells, RowSide } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { keyColumns } from '@/lib/core/findings/key-columns';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { shownKey, shownKeyColumns } from '@/lib/core/mask/shown-key';
import { formatAmount, formatCount } from '@/lib/core/phrases/amounts';
import { capitalised, plural, versionRange } from '@/lib/core/phrases/phrases';
import { sentenceCase } from '@/lib/core/phrases/sentence-case';
import { caseWords } from '@/lib/core/words/case-words';
import { standingsOf } from '@/lib/core/words/standing';
import { tellFault } from '@/lib/core/words/tell-fault';
import { deltasOf, tellingOf, unitOf } from '@/lib/core/words/telling';
import { sourceOf, valueCell } from '../example-table';
import type { TableBlock } from '../letters/letter';

/** The tables of a report. */

const left = (label: string) => ({ label, align: 'left' as const });
const right = (label: string) => ({ label, align: 'right' as const });

/** One row a cause and one for what they leave; null where there is neither. */
export function causesTable(findings: Findings): TableBlock | null {
  const wrong = standingsOf(findings).filter(({ kind }) => kind !== 'right' && kind !== 'as-read');
  const words = caseWords(findings);
  const rows = wrong.flatMap(({ side, found, telling }) => {
    const proof = `${formatCount(found.reproduced.rows)} of ${plural(found.reproduced.of, 'row', 'rows')}`;
    return [
      ...found.causes.map((cause) => [
        findings.labels[side],
        tellFault(cause, telling).sentence,
        formatCount(cause.keys),
        words.total(cause.amount),
        proof,
      ]),
      ...(found.proved
        ? []
        : [
            [
              findings.labels[side],
              'Not explained',
              formatCount(found.unexplained.keys),
              words.total(found.unexplained.amount),
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

/** Both values, what they differ by, and the rows behind them: the expected one and that of every table that is not as expected. With a mask a key is its pseudonym. */
export function rowsTable(findings: Findings, rows: readonly RowCells[], mask: Mask | null): TableBlock {
  const unit = unitOf(findings);
  const files = deltasOf(findings);
  const given = (['theirs', 'ours'] as const).filter((side) => findings.sides[side] !== null);
  const values = given.length === 2 ? given : (['expected', ...given] as const);
  const wrong = standingsOf(findings)
    .filter(({ kind }) => kind !== 'right' && kind !== 'as-read')
    .map(({ side }) => side);
  const sources = ['expected' as const, ...wrong];
  const nameOf = (side: 'expected' | 'ours' | 'theirs') => (side === 'expected' ? 'Expected' : findings.labels[side]);
  return {
    kind: 'table',
    columns: [
      ...shownKeyColumns(keyColumns(findings.mapping), mask).map(left),
      ...values.map((side) => right(nameOf(side))),
      right('Difference'),
      ...sources.map((side) => left(side === 'expected' ? 'Expected row' : `${nameOf(side)} took`)),
    ],
    rows: rows.map((row) => [
      ...shownKey(row.key, mask),
      ...values.map((side) => valueCell(row[side], unit)),
      formatAmount(row.difference, unit),
      ...sources.map((side) => rowSource(row[side], files)),
    ]),
  };
}

function rowSource(side: RowSide | null, files: readonly string[]): string {
  return side?.rows === undefined ? sourceOf(side, files) : `${formatCount(side.rows)} rows`;
}

/** @param hashes SHA-256 by file name, in hex; a column where any is there */
export function inputsTable(findings: Findings, hashes: Readonly<Record<string, string>>): TableBlock {
  const { entity, columns } = tellingOf(findings, 'ours');
  const words = caseWords(findings);
  const roleOf = {
    delta: 'export',
    ours: `table of ${findings.labels.ours}`,
    theirs: `table of ${findings.labels.theirs}`,
  };
  const hashed = findings.inputs.some((input) => named(hashes, input.file) !== undefined);
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
      words.total(input.total),
      versionsOf(input.versions),
      ...(hashed ? [named(hashes, input.file) ?? ''] : []),
    ]),
  };
}

function versionsOf(versions: Findings['inputs'][number]['versions']): string {
  if (versions === null) return 'none';
  if (versions.min !== undefined && versions.max !== undefined) return versionRange(versions.min, versions.max);
  return `${formatCount(versions.distinct)} distinct`;
}

/** What the columns were taken for, and what counts as equal. */
export function columnsSentence({ mapping, columns }: Findings): string {
  const key = keyColumns(mapping).join(' with ');
  const compared = mapping.attributes.length === 0 ? '' : `; compared besides: ${mapping.attributes.join(', ')}`;
  const loose = columns
    .filter((column) => !/^0(\.0+)?$/.test(column.tolerance))
    .map((column) => `${column.name} within ${column.tolerance}`);
  const tolerance = loose.length === 0 ? '' : ` Counted as equal: ${loose.join(', ')}.`;
  return `${sentenceCase(`key ${key}; measure ${mapping.measure}; version ${mapping.version === '' ? 'none' : mapping.version}${compared}`)}.${tolerance}`;
}
