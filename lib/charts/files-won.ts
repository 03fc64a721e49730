import type { Findings, Side } from '@/lib/core/findings/findings';
import { type CaseWords, caseWords } from '@/lib/core/words/case-words';
import { filesWonTitle } from '@/lib/core/words/chart-titles';
import { countAxis, nameAxis, stepsOver } from './axis';
import { BARE, type Chart, type Mark, PLAIN } from './chart';
import { fileLabel } from './lettering';
import { missingAnywhere, shortFiles } from './missing-files';

type Series = 'expected' | Side;
type Won = Findings['evidence']['filesWon'][number];

/**
 * Rows of each table by the file that supplied them, with a hole where rows should be and never arrived. A table that
 * equals the expected one in every file is not drawn again.
 */
export function filesWon(findings: Findings): Chart {
  const words = caseWords(findings);
  const won = findings.evidence.filesWon;
  const given = (['ours', 'theirs'] as const).filter((side) => won.some((file) => file[side] !== null));
  const same =
    given.length === 2
      ? (['theirs', 'ours'] as const).find((side) => won.every((file) => file[side] === file.expected))
      : undefined;
  const series = ['expected' as const, ...given.filter((side) => side !== same)];
  const short = {
    expected: new Set<string>(),
    ours: shortFiles(findings, 'ours'),
    theirs: shortFiles(findings, 'theirs'),
  };
  const missing = missingAnywhere(findings);
  const width = Math.min(0.88 / series.length, won.length / 9);
  const marks = won.flatMap((file, i) =>
    series.map((name, slot): Mark => {
      const from = i + 0.5 + (slot - series.length / 2) * width;
      return { ...markOf(file, name, short[name].has(file.file), words), places: [from, from + width] };
    }),
  );
  const holed = given.filter((side) =>
    won.some((file) => short[side].has(file.file) && file.expected > (file[side] ?? 0)),
  );
  const strangers = findings.evidence.fromNoFile;
  const most = Math.max(1, ...marks.map(({ values, hole }) => hole ?? values[1]));
  return {
    ...PLAIN,
    id: 'files-won',
    title: filesWonTitle(findings),
    places: nameAxis(won.map(({ file }) => ({ text: fileLabel(file), missing: missing.has(file) }))),
    values: countAxis(stepsOver(0, most, 4, { tight: true, whole: true })),
    marks,
    nothing: 'There is no delta.',
    legend: [
      ...series.map((name) => ({
        fill: name,
        text:
          name !== 'expected'
            ? words[name]
            : same === undefined
              ? 'expected'
              : `expected (${words[same]} holds exactly these)`,
      })),
      ...holed.map((side) => ({ fill: 'hole' as const, text: `expected, absent in ${words[side]}` })),
    ],
    table: {
      columns: [
        { label: 'File', align: 'left' },
        { label: 'Rows expected', align: 'right' },
        ...given.map((side) => ({ label: `Rows in ${words[side]}`, align: 'right' as const })),
      ],
      rows: [
        ...won.map((file) => [
          file.file,
          words.count(file.expected),
          ...given.map((side) => words.count(file[side] ?? 0)),
        ]),
        ...(given.some((side) => (strangers[side] ?? 0) > 0)
          ? [['equal to no row of any file', '', ...given.map((side) => words.count(strangers[side] ?? 0))]]
          : []),
      ],
    },
  };
}

function markOf(file: Won, name: Series, short: boolean, words: CaseWords): Omit<Mark, 'places'> {
  const rows = file[name] ?? 0;
  const absent = short ? Math.max(0, file.expected - rows) : 0;
  const figure = words.count(rows);
  return {
    ...BARE,
    title: `${name === 'expected' ? 'Expected' : words[name]} from ${file.file}`,
    figures: [
      { name: 'rows', value: figure },
      ...(absent === 0 ? [] : [{ name: 'expected and absent', value: words.count(absent) }]),
    ],
    filter:
      absent > 0
        ? { kind: 'expectedFile', file: file.file }
        : rows === 0
          ? null
          : { kind: `${name}File`, file: file.file },
    values: [0, rows],
    fill: rows === 0 ? null : name,
    hole: absent === 0 ? null : rows + absent,
    figure: { text: figure, gap: absent > 0 },
  };
}
