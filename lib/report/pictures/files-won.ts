import type { Findings, Side } from '@/lib/core/findings/findings';
import { formatCount } from '@/lib/core/phrases/amounts';
import { filesWonTitle } from '@/lib/core/words/chart-titles';
import { scaleOver, tickText } from './scale';
import { chartSvg, fileLabel, GAP, hatch, INK, LINE, label, line, MUTED, rect, SERIES, shortened } from './svg';

const WIDTH = 460;
const HEIGHT = 210;
const LEFT = 42;
const TOP = 18;
const BOTTOM = 160;

/** Rows by the file that supplied them: expected, and every table that differs from it. A hole is hatched. Null without files. */
export function filesWonChart(findings: Findings): string | null {
  const won = findings.evidence.filesWon;
  if (won.length === 0) return null;
  const series = seriesOf(findings);
  const scale = scaleOver(
    0,
    Math.max(1, ...won.flatMap((file) => series.map((name) => file[name] ?? 0))),
    BOTTOM,
    TOP,
    5,
  );
  const slot = (WIDTH - LEFT - 6) / won.length;
  const bar = Math.min(34, (slot * 0.84) / series.length);
  const figures = bar >= 17;
  const every = Math.ceil(won.length / Math.floor((WIDTH - LEFT) / 52));
  const body = scale.ticks.map(
    (tick) =>
      line(LEFT, scale.at(tick), WIDTH, scale.at(tick), { stroke: LINE }) +
      label(LEFT - 6, scale.at(tick) + 4, tickText(tick, null), 'end', { fill: MUTED }),
  );
  won.forEach((file, f) => {
    const middle = LEFT + slot * (f + 0.5);
    const isHole = (name: 'expected' | Side) => name !== 'expected' && file[name] === 0 && file.expected > 0;
    const holed = series.some(isHole);
    series.forEach((name, s) => {
      const rows = file[name] ?? 0;
      const hole = isHole(name);
      const x = middle - (bar * series.length) / 2 + bar * s;
      const top = scale.at(hole ? file.expected : rows);
      body.push(
        rect(
          x + 0.75,
          top,
          bar - 1.5,
          BOTTOM - top,
          hole ? { fill: hatch('files'), stroke: GAP } : { fill: SERIES[name] },
        ),
      );
      if (figures)
        body.push(
          label(x + bar / 2, top - 5, formatCount(rows), 'middle', {
            'font-size': bar >= 24 ? 10 : 9,
            'font-weight': hole ? 600 : 500,
            fill: hole ? GAP : INK,
          }),
        );
    });
    if (f % every === 0)
      body.push(
        label(
          middle,
          BOTTOM + 15,
          shortened(fileLabel(file.file), Math.max(6, Math.floor((slot * every) / 6.6))),
          'middle',
          { fill: holed ? GAP : MUTED, 'font-weight': holed ? 600 : 400 },
        ),
      );
  });
  body.push(line(LEFT, BOTTOM, WIDTH, BOTTOM, { stroke: INK }), legend(findings, series));
  const description = won
    .map(
      (file) =>
        `${file.file}: ${series.map((name) => `${nameOf(findings, name)} ${formatCount(file[name] ?? 0)}`).join(', ')}`,
    )
    .join('; ');
  return chartSvg({
    id: 'files',
    width: WIDTH,
    height: HEIGHT,
    title: filesWonTitle(findings),
    description,
    body: body.join('\n'),
  });
}

/** A table that has every file's rows as expected is not drawn beside the expected ones, unless both have. */
function seriesOf(findings: Findings): ('expected' | Side)[] {
  const won = findings.evidence.filesWon;
  const given = (['theirs', 'ours'] as const).filter((side) => findings.sides[side] !== null);
  const differing = given.filter((side) => won.some((file) => file[side] !== file.expected));
  return ['expected', ...(differing.length > 0 ? differing : given)];
}

function nameOf(findings: Findings, name: 'expected' | Side): string {
  return name === 'expected' ? 'expected' : findings.labels[name];
}

function legend(findings: Findings, series: readonly ('expected' | Side)[]): string {
  const holes = series.filter(
    (name) => name !== 'expected' && findings.evidence.filesWon.some((file) => file[name] === 0 && file.expected > 0),
  );
  const items = [
    ...series.map((name) => ({ text: nameOf(findings, name), attributes: { fill: SERIES[name] } })),
    ...holes.map((name) => ({
      text: `expected, absent in ${nameOf(findings, name)}`,
      attributes: { fill: hatch('files'), stroke: GAP },
    })),
  ];
  let x = LEFT;
  return items
    .map(({ text, attributes }) => {
      const at = x;
      x += 14 + shortened(text, 34).length * 6 + 14;
      return (
        rect(at, HEIGHT - 18, 9, 9, attributes) +
        label(at + 14, HEIGHT - 10, shortened(text, 34), 'start', { fill: MUTED })
      );
    })
    .join('');
}
