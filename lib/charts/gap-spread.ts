import { isZeroDecimal } from '@/lib/core/decimal';
import type { Findings } from '@/lib/core/findings/findings';
import { capitalised } from '@/lib/core/phrases/phrases';
import { type CaseWords, caseWords } from '@/lib/core/words/case-words';
import { spreadTitle } from '@/lib/core/words/chart-titles';
import { inUnits, mixedUnits } from '@/lib/core/words/mixed';
import { amountAxis, countAxis, stepsOver } from './axis';
import { BARE, type Chart, type Mark, PLAIN } from './chart';

/** How many keys differ by how much (theirs - ours), with the median. */
export function gapSpread(findings: Findings): Chart {
  const words = caseWords(findings);
  const { evidence } = findings;
  const units = mixedUnits(findings);
  const { bins, median } = units === null ? evidence.gapSpread : { bins: [], median: null };
  const single = bins.length === 1;
  const marks = bins.map((bin): Mark => {
    const half = bin.from === bin.to ? Math.max(0.5, Math.abs(Number(bin.from)) / 20) : 0;
    return {
      ...BARE,
      title: `${words.signed(bin.from)} to below ${words.signed(bin.to)}`,
      figures: [{ name: words.entity.many, value: words.count(bin.keys) }],
      filter: bin.keys === 0 ? null : { kind: 'difference', from: bin.from, to: bin.to, closed: false },
      places: [Number(bin.from) - half, Number(bin.to) + half],
      values: [0, bin.keys],
      fill: bin.keys === 0 ? null : 'gap',
    };
  });
  const [low = 0, high = 1] = [marks[0]?.places[0], marks.at(-1)?.places[1]];
  const room = single ? high - low : 0;
  return {
    ...PLAIN,
    id: 'gap-spread',
    title: spreadTitle(findings),
    places: amountAxis(stepsOver(low - room, high + room, 4, { tight: true }), words.unit),
    values: countAxis(stepsOver(0, Math.max(1, ...bins.map(({ keys }) => keys)), 3, { whole: true })),
    marks,
    nothing:
      units === null
        ? `No ${words.entity.one} differs.`
        : `The differences are ${inUnits(units)}, and stand on no common axis.`,
    median: median === null ? null : { at: Number(median), text: `median ${words.amount(median)}` },
    caption: caption(findings, words),
    table: {
      columns: [
        { label: 'Gap, from', align: 'right' },
        { label: 'to', align: 'right' },
        { label: capitalised(words.entity.many), align: 'right' },
      ],
      rows: bins
        .filter(({ keys }) => keys > 0)
        .map((bin) => [words.signed(bin.from), `below ${words.signed(bin.to)}`, words.count(bin.keys)]),
    },
  };
}

/** "users by how much AIQ is short"; of the only table given, where there is one. */
function caption(findings: Findings, words: CaseWords): string {
  const { min, max } = findings.evidence.gapSpread;
  const many = words.entity.many;
  const { ours, theirs } = findings.sides;
  const both = ours !== null && theirs !== null;
  const subject = ours === null ? words.theirs : words.ours;
  const rises = min !== null && !min.startsWith('-');
  const falls = max !== null && (max.startsWith('-') || isZeroDecimal(max));
  if (rises) return `${many} by how much ${subject} is ${ours === null ? 'over' : 'short'}`;
  if (falls) return `${many} by how much ${subject} is ${ours === null ? 'short' : 'over'}, below zero`;
  return both ? `${many} by ${words.theirs} minus ${words.ours}` : `${many} by the difference from what is expected`;
}
