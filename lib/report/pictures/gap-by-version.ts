import type { Findings } from '@/lib/core/findings/findings';
import { formatAmount } from '@/lib/core/phrases/amounts';
import { formatVersion, versionRange } from '@/lib/core/phrases/phrases';
import { gapByVersionTitle } from '@/lib/core/words/chart-titles';
import { unitOf } from '@/lib/core/words/telling';
import { scaleOver, tickText } from './scale';
import {
  chartSvg,
  fileColor,
  fileLabel,
  GAP,
  hatch,
  INK,
  LINE,
  label,
  line,
  MUTED,
  rect,
  shortened,
  textWidth,
} from './svg';

const WIDTH = 460;
const LEFT = 48;
const TOP = 12;
const BOTTOM = 148;

/** The gap by the version of the expected row, over the version ranges of the files. Null where no bin is. */
export function gapByVersionChart(findings: Findings): string | null {
  const bins = findings.evidence.gapByVersion;
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return null;
  const unit = unitOf(findings);
  const amounts = bins.map((bin) => Number(bin.amount));
  const scale = scaleOver(Math.min(0, ...amounts), Math.max(0, ...amounts), BOTTOM, TOP, 4);
  const place = placeOf(findings);
  const missing = missingFiles(findings);
  const body = scale.ticks.map(
    (tick) =>
      line(LEFT, scale.at(tick), WIDTH, scale.at(tick), { stroke: LINE }) +
      label(LEFT - 6, scale.at(tick) + 4, tickText(tick, unit), 'end', { fill: MUTED }),
  );
  bins.forEach((bin, at) => {
    if (bin.keys === 0) return;
    const [a, b] = [place(bin.from, at), place(bin.to, at + 1)];
    const [top, end] = [scale.at(Math.max(0, Number(bin.amount))), scale.at(Math.min(0, Number(bin.amount)))];
    const hole = bin.file !== null && missing.has(findings.evidence.fileVersions[bin.file]?.file ?? '');
    body.push(
      rect(
        a + 0.5,
        top,
        b - a - 1,
        Math.max(1, end - top),
        hole ? { fill: hatch('versions'), stroke: GAP } : { fill: bin.file === null ? GAP : fileColor(bin.file) },
      ),
    );
  });
  body.push(
    line(LEFT, scale.at(0), WIDTH, scale.at(0), { stroke: INK }),
    ...ranges(findings, place, missing),
    ...axis(findings, place),
  );
  const described = bins
    .filter((bin) => bin.keys > 0)
    .map((bin) => `${versionRange(bin.from, bin.to)}: ${formatAmount(bin.amount, unit)}`);
  const description = described.length === 0 ? 'No version differs.' : described.join('; ');
  return chartSvg({
    id: 'versions',
    width: WIDTH,
    height: BOTTOM + 46,
    title: gapByVersionTitle(findings),
    description,
    body: body.join('\n'),
  });
}

/** Where a version lies: by its number where versions are numbers, else by its bin. `edge` is the index of the bin's edge. */
function placeOf(findings: Findings): (version: string, edge: number) => number {
  const bins = findings.evidence.gapByVersion;
  const numeric = findings.columns.find((column) => column.role === 'version')?.type === 'number';
  const [low, high] = [Number(bins[0]?.from), Number(bins.at(-1)?.to)];
  if (!numeric || !(high > low)) return (_, edge) => LEFT + ((WIDTH - LEFT) * edge) / Math.max(1, bins.length);
  const scale = scaleOver(low, high, LEFT, WIDTH, 4, true);
  return (version) => Math.min(WIDTH, Math.max(LEFT, scale.at(Number(version))));
}

/** A strip for each file's versions, where they lie on a true axis. */
function ranges(
  findings: Findings,
  place: (version: string, edge: number) => number,
  missing: ReadonlySet<string>,
): string[] {
  if (findings.columns.find((column) => column.role === 'version')?.type !== 'number') return [];
  return findings.evidence.fileVersions.map((range, file) => {
    const [a, b] = [place(range.min, 0), place(range.max, 0)];
    const absent = missing.has(range.file);
    const name = fileLabel(range.file);
    const fits = textWidth(name) <= b - a + 6;
    return (
      rect(
        a,
        BOTTOM + 5,
        Math.max(1.5, b - a - 1),
        4,
        absent ? { fill: hatch('versions'), stroke: GAP, 'stroke-width': 0.5 } : { fill: fileColor(file) },
      ) +
      (fits
        ? label((a + b) / 2, BOTTOM + 21, shortened(name, 20), 'middle', {
            fill: absent ? GAP : MUTED,
            'font-weight': absent ? 600 : 400,
          })
        : '')
    );
  });
}

function axis(findings: Findings, place: (version: string, edge: number) => number): string[] {
  const bins = findings.evidence.gapByVersion;
  const [low, high] = [Number(bins[0]?.from), Number(bins.at(-1)?.to)];
  const numeric = findings.columns.find((column) => column.role === 'version')?.type === 'number' && high > low;
  const y = BOTTOM + 38;
  if (numeric) {
    return scaleOver(low, high, LEFT, WIDTH, 4, true).ticks.map((tick) =>
      label(place(String(tick), 0), y, formatVersion(String(tick)), tick >= high ? 'end' : 'middle', { fill: MUTED }),
    );
  }
  const last = bins.length - 1;
  const shown = bins
    .map((bin, at) => ({ bin, at }))
    .filter(({ at }) => at === 0 || at === last || at === Math.floor(last / 2));
  return shown.map(({ bin, at }) =>
    label(
      place(bin.from, at === last ? at + 1 : at),
      y,
      formatVersion(at === last ? bin.to : bin.from),
      at === 0 ? 'start' : at === last ? 'end' : 'middle',
      { fill: MUTED },
    ),
  );
}

function missingFiles(findings: Findings): ReadonlySet<string> {
  const causes = [findings.sides.ours, findings.sides.theirs].flatMap((side) => side?.causes ?? []);
  return new Set(causes.flatMap((cause) => (cause.fault === 'file-not-loaded' ? cause.files : [])));
}
