import type { Findings, Side } from '@/lib/core/findings/findings';
import { fileLabel } from './axis';
import type { CaseWords } from './case-words';
import type { Mark, TableTwin } from './mark';
import { missingFiles, shortFiles } from './missing-files';

/** One bar: how many rows of one table come from one file. */
export interface WonBar {
  readonly mark: Mark;
  readonly series: 'expected' | Side;
  readonly file: number;
  /** Position in its file's group, from 0. */
  readonly slot: number;
  readonly rows: number;
  /** Rows that should be here and never arrived: hatched above the bar. */
  readonly hole: number;
  readonly figure: string;
}

export interface FilesWonLayout {
  readonly files: readonly { readonly label: string; readonly missing: boolean }[];
  readonly series: readonly ('expected' | Side)[];
  readonly bars: readonly WonBar[];
  readonly max: number;
  /** Sides that have a hole. */
  readonly holes: readonly Side[];
  /** The table that was left out because it equals the expected one, file by file. */
  readonly sameAsExpected: Side | null;
  readonly table: TableTwin;
}

/** Rows of each table by the file that supplied them. A table that equals the expected one in every file is not drawn again. */
export function filesWonLayout(findings: Findings, words: CaseWords): FilesWonLayout {
  const won = findings.evidence.filesWon;
  const given = (['ours', 'theirs'] as const).filter((side) => won.some((file) => file[side] !== null));
  const same =
    given.length === 2
      ? (['theirs', 'ours'] as const).find((side) => won.every((file) => file[side] === file.expected))
      : undefined;
  const series = ['expected' as const, ...given.filter((side) => side !== same)];
  const short = { ours: shortFiles(findings, 'ours'), theirs: shortFiles(findings, 'theirs') };
  const missing = new Set([...missingFiles(findings, 'ours'), ...missingFiles(findings, 'theirs')]);

  const bars = won.flatMap((file, i) =>
    series.map((name, slot): WonBar => {
      const rows = file[name] ?? 0;
      const absent = name !== 'expected' && short[name].has(file.file) ? Math.max(0, file.expected - rows) : 0;
      const table = name === 'expected' ? 'Expected' : words[name];
      const figures = [{ name: 'rows', value: words.count(rows) }];
      if (absent > 0) figures.push({ name: 'expected and absent', value: words.count(absent) });
      const mark: Mark = {
        id: `${name}-${i}`,
        title: `${table} from ${file.file}`,
        figures,
        filter:
          absent > 0
            ? { kind: 'expectedFile', file: file.file }
            : rows === 0
              ? null
              : { kind: `${name}File`, file: file.file },
      };
      return { mark, series: name, file: i, slot, rows, hole: absent, figure: words.count(rows) };
    }),
  );

  return {
    files: won.map((file) => ({ label: fileLabel(file.file), missing: missing.has(file.file) })),
    series,
    bars,
    max: Math.max(1, ...bars.map((bar) => bar.rows + bar.hole)),
    holes: given.filter((side) => bars.some((bar) => bar.series === side && bar.hole > 0)),
    sameAsExpected: same ?? null,
    table: {
      columns: [
        { label: 'File', numeric: false },
        { label: 'Rows expected', numeric: true },
        ...given.map((side) => ({ label: `Rows in ${words[side]}`, numeric: true })),
      ],
      rows: [
        ...won.map((file) => [
          file.file,
          words.count(file.expected),
          ...given.map((side) => words.count(file[side] ?? 0)),
        ]),
        ...(given.some((side) => (findings.evidence.fromNoFile[side] ?? 0) > 0)
          ? [
              [
                'equal to no row of any file',
                '',
                ...given.map((side) => words.count(findings.evidence.fromNoFile[side] ?? 0)),
              ],
            ]
          : []),
      ],
    },
  };
}

/**
 * The files whose names stand below the bars, at least `apart` places from each other: those that are missing first,
 * then the others from the first on.
 */
export function namedFiles(files: FilesWonLayout['files'], apart: number): ReadonlySet<number> {
  const named: number[] = [];
  const place = (wanted: boolean) => {
    files.forEach((file, i) => {
      if (file.missing === wanted && named.every((other) => Math.abs(other - i) >= apart)) named.push(i);
    });
  };
  place(true);
  place(false);
  return new Set(named);
}
