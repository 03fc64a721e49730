import type { Findings } from '@/lib/core/findings/findings';
import { formatAmount, formatCount } from '@/lib/core/phrases/amounts';
import { spreadTitle } from '@/lib/core/words/chart-titles';
import { tellingOf, unitOf } from '@/lib/core/words/telling';
import { scaleOver, tickText } from './scale';
import { chartSvg, GAP, INK, LINE, label, line, MUTED, rect, textWidth } from './svg';

const WIDTH = 460;
const LEFT = 42;
const TOP = 22;
const BOTTOM = 152;

/** How many keys differ by how much, with the median. Null where none does. */
export function gapSpreadChart(findings: Findings): string | null {
  const { bins, median } = findings.evidence.gapSpread;
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return null;
  const unit = unitOf(findings);
  const { entity } = tellingOf(findings, 'ours');
  const y = scaleOver(0, Math.max(1, ...bins.map((bin) => bin.keys)), BOTTOM, TOP, 3);
  const x = scaleOver(Number(first.from), Number(last.to), LEFT, WIDTH - 8, 5, true);
  const body = [
    ...y.ticks.map(
      (tick) =>
        line(LEFT, y.at(tick), WIDTH, y.at(tick), { stroke: LINE }) +
        label(LEFT - 6, y.at(tick) + 4, tickText(tick, null), 'end', { fill: MUTED }),
    ),
    ...bins.map((bin) =>
      rect(
        x.at(Number(bin.from)) + 0.5,
        y.at(bin.keys),
        Math.max(1, x.at(Number(bin.to)) - x.at(Number(bin.from)) - 1),
        BOTTOM - y.at(bin.keys),
        { fill: GAP, 'fill-opacity': 0.85 },
      ),
    ),
    line(LEFT, BOTTOM, WIDTH, BOTTOM, { stroke: INK }),
    ...x.ticks.map((tick) =>
      label(x.at(tick), BOTTOM + 16, tickText(tick, unit), x.at(tick) > WIDTH - 20 ? 'end' : 'middle', { fill: MUTED }),
    ),
    label(LEFT, BOTTOM + 32, `${entity.many} by ${axisName(findings)}`, 'start', { fill: MUTED }),
  ];
  if (median !== null) {
    const text = `median ${formatAmount(median, unit)}`;
    const at = x.at(Number(median));
    const before = at + textWidth(text) + 6 > WIDTH;
    body.push(
      line(at, TOP - 14, at, BOTTOM, { stroke: INK, 'stroke-width': 1.5 }),
      label(at + (before ? -5 : 5), TOP - 6, text, before ? 'end' : 'start', { 'font-weight': 500 }),
    );
  }
  const description = bins
    .map((bin) => `${formatAmount(bin.from, unit)} to ${formatAmount(bin.to, unit)}: ${formatCount(bin.keys)}`)
    .join('; ');
  return chartSvg({
    id: 'spread',
    width: WIDTH,
    height: BOTTOM + 40,
    title: spreadTitle(findings),
    description,
    body: body.join('\n'),
  });
}

function axisName({ labels, sides }: Findings): string {
  if (sides.ours === null) return `${labels.theirs} minus what the files give`;
  if (sides.theirs === null) return `what the files give minus ${labels.ours}`;
  return `${labels.theirs} minus ${labels.ours}`;
}
