import { filesWithoutEffect } from '@/lib/charts/missing-files';
import type { Timeline } from '@/lib/core/compare/timeline';
import type { Findings } from '@/lib/core/findings/findings';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { capitalised, possessive, spoken } from '@/lib/core/phrases/phrases';
import type { CaseWords } from '@/lib/core/words/case-words';
import { versionNoun } from '@/lib/core/words/chart-titles';

/** One line of a key's life: a row of a file, or a row of a table that no file has. */
export interface TimelineLine {
  readonly id: string;
  /** Index of the delta; null: the line is a table's. */
  readonly file: number | null;
  readonly source: string;
  /** 1-based physical line in the file; null for a table's row. */
  readonly line: number | null;
  readonly cells: readonly { readonly text: string; readonly changed: boolean }[];
  readonly tags: readonly TimelineTag[];
}

export interface TimelineTag {
  readonly tone: 'ours' | 'theirs' | 'expected' | 'quiet';
  readonly text: string;
}

export interface TimelineColumn {
  readonly label: string;
  readonly numeric: boolean;
}

/** The columns of the cells: version, measure, attributes. */
export function timelineColumns(findings: Findings, words: CaseWords): readonly TimelineColumn[] {
  const numeric = (name: string) => findings.columns.find((column) => column.name === name)?.type === 'number';
  const { measure, version, attributes } = findings.mapping;
  return [
    ...(version === '' ? [] : [{ label: capitalised(versionNoun(words.version).one), numeric: numeric(version) }]),
    { label: capitalised(spoken(measure)), numeric: true },
    ...attributes.map((name) => ({ label: capitalised(spoken(name)), numeric: numeric(name) })),
  ];
}

export function timelineLines(
  life: Timeline,
  findings: Findings,
  words: CaseWords,
  mask: Mask | null = null,
): readonly TimelineLine[] {
  const { measure, version, attributes } = findings.mapping;
  const cells = (
    row: { version: string | null; measure: string; attributes: readonly (string | null)[] },
    changed: readonly string[],
  ) => [
    ...(version === '' ? [] : [{ text: row.version || '–', changed: changed.includes(version) }]),
    { text: row.measure === '' ? '–' : words.amount(row.measure), changed: changed.includes(measure) },
    ...attributes.map((name, i) => ({
      text: attribute(name, row.attributes[i] ?? null),
      changed: changed.includes(name),
    })),
  ];
  const attribute = (name: string, text: string | null) => (text === null ? '–' : (mask?.cell(name, text) ?? text));
  const missing = missingNow(life, findings);
  return [
    ...life.versions.map(
      (row, i): TimelineLine => ({
        id: `${row.fileIndex}:${row.line}`,
        file: row.fileIndex,
        source: mask?.text(row.file) ?? row.file,
        line: row.line,
        cells: cells(row, row.changed),
        tags: tagsOf(row.tookBy, i === life.versions.length - 1, missing.has(row.file), words),
      }),
    ),
    ...life.unmatched.map(
      ({ side, row }, i): TimelineLine => ({
        id: `${side}-${i}`,
        file: null,
        source: `${possessive(words[side])} table`,
        line: null,
        cells: cells(row, []),
        tags: [
          { tone: side, text: words[side] },
          { tone: 'quiet', text: 'equals no row of any file' },
        ],
      }),
    ),
  ];
}

/** Files of the key's rows that took no effect in ours. */
function missingNow(life: Timeline, findings: Findings): ReadonlySet<string> {
  const causes = life.causes.flatMap(({ side, cause }) => findings.sides[side]?.causes[cause] ?? []);
  return filesWithoutEffect(causes);
}

function tagsOf(
  tookBy: Timeline['versions'][number]['tookBy'],
  last: boolean,
  missing: boolean,
  words: CaseWords,
): readonly TimelineTag[] {
  const tags: TimelineTag[] = [];
  if (tookBy.includes('ours')) tags.push({ tone: 'ours', text: `${words.ours} took this one` });
  if (tookBy.includes('theirs')) tags.push({ tone: 'theirs', text: `${words.theirs} took this one` });
  if (tookBy.includes('expected')) tags.push({ tone: 'expected', text: 'expected' });
  if (tags.length === 0)
    tags.push({
      tone: 'quiet',
      text: last ? 'taken by neither' : missing ? 'superseded, and not loaded' : 'superseded',
    });
  return tags;
}
