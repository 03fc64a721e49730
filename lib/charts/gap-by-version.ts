import type { Findings } from '@/lib/core/findings/findings';
import { capitalised, formatVersion } from '@/lib/core/phrases/phrases';
import { type CaseWords, caseWords } from '@/lib/core/words/case-words';
import { gapByVersionTitle, versionNoun } from '@/lib/core/words/chart-titles';
import { mixedUnits, NOT_ADDED } from '@/lib/core/words/mixed';
import { deltasOf } from '@/lib/core/words/telling';
import { amountAxis, countAxis, stepsOver } from './axis';
import { BARE, type Chart, type ChartTable, type Mark, PLAIN, type Strip } from './chart';
import { fileLabel } from './lettering';
import { missingAnywhere } from './missing-files';
import { placing } from './version-places';

/** Lanes of files that are drawn; where more overlap, a note says so. */
const LANES = 8;

/** The gap by the version of the row that should be there, over the version ranges of the files. */
export function gapByVersion(findings: Findings): Chart {
  const words = caseWords(findings);
  const bins = findings.evidence.gapByVersion;
  const files = deltasOf(findings);
  const missing = missingAnywhere(findings);
  const outside = findings.evidence.gapOutsideVersions;
  const { one: name, many } = versionNoun(words.version);
  const place = placing(findings);
  const mixed = mixedUnits(findings) !== null;
  const weightOf = (bin: (typeof bins)[number]) => (mixed ? bin.keys : Number(bin.amount));

  const marks = bins.map((bin, i): Mark => {
    const next = bins[i + 1];
    const start = place.at(bin.from, i);
    const end = next === undefined ? Math.max(place.after(bin.to, i), start) : place.at(next.from, i + 1);
    const file = bin.file === null ? undefined : files[bin.file];
    return {
      ...BARE,
      title:
        bin.from === bin.to
          ? capitalised(`${name} ${formatVersion(bin.from)}`)
          : capitalised(`${many} ${formatVersion(bin.from)} to ${formatVersion(bin.to)}`),
      figures: [
        ...(mixed ? [] : [{ name: 'gap', value: words.signed(bin.amount) }]),
        { name: words.entity.many, value: words.count(bin.keys) },
        ...(file === undefined ? [] : [{ name: 'expected from', value: file }]),
      ],
      filter: bin.keys === 0 ? null : { kind: 'version', from: bin.from, to: bin.to },
      places: [start, end],
      values: [0, weightOf(bin)],
      fill: bin.keys === 0 ? null : file !== undefined && missing.has(file) ? 'hole' : (bin.file ?? 'gap'),
    };
  });
  const strips = inLanes(
    findings.evidence.fileVersions.map((range) => ({
      label: fileLabel(range.file),
      file: files.indexOf(range.file),
      missing: missing.has(range.file),
      from: place.at(range.min, place.binOf(range.min)),
      to: place.after(range.max, place.binOf(range.max)),
    })),
  );
  const ends = [...marks.flatMap(({ places }) => places), ...strips.flatMap(({ from, to }) => [from, to])];
  const weights = bins.map(weightOf);
  const steps = stepsOver(Math.min(0, ...weights), Math.max(mixed ? 1 : 0, ...weights), 4, { whole: mixed });
  const gap = `${words.keys(outside.keys)}${mixed ? '' : ` with ${words.signed(outside.amount)} of the gap`}`;
  return {
    ...PLAIN,
    id: 'gap-by-version',
    title: gapByVersionTitle(findings),
    places: place.axis(Math.min(...ends), Math.max(...ends)),
    values: mixed ? countAxis(steps) : amountAxis(steps, words.unit),
    marks,
    nothing: 'No column says which row is newer, so the gap has no place on an axis of versions.',
    strips: strips.filter(({ lane }) => lane < LANES),
    notes: [
      ...(strips.some(({ lane }) => lane >= LANES)
        ? [`More than ${LANES} files overlap here; the table names each bin’s file.`]
        : []),
      ...(outside.keys === 0 ? [] : [`${gap} ${outside.keys === 1 ? 'is' : 'are'} in no file and so in no bin.`]),
    ],
    table: tableOf(findings, words, files),
  };
}

function tableOf(findings: Findings, words: CaseWords, files: readonly string[]): ChartTable {
  const { gapByVersion: bins, gapOutsideVersions: outside } = findings.evidence;
  const mixed = mixedUnits(findings) !== null;
  return {
    columns: [
      { label: `${capitalised(versionNoun(words.version).one)}, from`, align: 'left' },
      { label: 'to', align: 'left' },
      { label: capitalised(words.entity.many), align: 'right' },
      { label: 'Gap', align: 'right' },
      { label: 'Expected from', align: 'left' },
    ],
    rows: [
      ...bins
        .filter(({ keys }) => keys > 0)
        .map((bin) => [
          formatVersion(bin.from),
          formatVersion(bin.to),
          words.count(bin.keys),
          mixed ? NOT_ADDED : words.signed(bin.amount),
          bin.file === null ? '' : (files[bin.file] ?? ''),
        ]),
      ...(outside.keys === 0
        ? []
        : [['in no bin', '', words.count(outside.keys), mixed ? NOT_ADDED : words.signed(outside.amount), 'no file']]),
    ],
  };
}

/** Greedy: each range goes to the first lane in which it overlaps nothing by more than a shared end. */
function inLanes(ranges: readonly Omit<Strip, 'lane'>[]): readonly Strip[] {
  const ends: number[] = [];
  return ranges.map((range) => {
    const free = ends.findIndex((end) => end <= range.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = Math.max(range.to, ends[lane] ?? range.to);
    return { ...range, lane };
  });
}
