import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartsOf } from '@/lib/charts/charts';
import { fileLook } from '@/lib/charts/file-look';
import { chartSvg } from '@/lib/report/pictures/chart-svg';
import { arbitraryFindings } from '../../../support/arbitrary-findings';
import { sampleFindings } from '../../../support/sample-findings';

/** What is written in a drawing, as read. */
function texts(svg: string): string[] {
  return [...svg.matchAll(/<(?:text|title)[^>]*>([^<]*)</g)].map((match) =>
    (match[1] ?? '').replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
  );
}

describe('a chart on paper', () => {
  it('has the title, every tick, every figure and the whole legend of its layout', () => {
    for (const chart of chartsOf(sampleFindings)) {
      const written = texts(chartSvg(chart));
      const expected = [
        chart.title,
        ...chart.places.ticks.map(({ text }) => text),
        ...chart.values.ticks.map(({ text }) => text),
        ...chart.marks.flatMap(({ figure }) => figure?.text ?? []),
        ...chart.legend.map(({ text }) => text),
        ...(chart.caption === null ? [] : [chart.caption]),
        ...(chart.median ? [chart.median.text] : []),
      ];
      for (const text of expected) expect(written).toContain(text);
    }
  });

  it('can be drawn of any findings, with no rectangle that is not one', () => {
    fc.assert(
      fc.property(arbitraryFindings(), (findings) => {
        for (const svg of chartsOf(findings).map(chartSvg)) {
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
          expect(svg).not.toMatch(/(?:width|height)="-/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('paints each file as the page does, the ninth in the first colour with a pattern', () => {
    const [, , chart] = chartsOf(sampleFindings);
    if (!chart) throw new Error('the sample has a gap by version');
    const svg = chartSvg({ ...chart, marks: chart.marks.map((mark) => ({ ...mark, fill: 8 })) });
    expect(fileLook(8)).toEqual({ color: 0, pattern: 'rising' });
    expect(svg).toContain('fill="url(#gap-by-version-file-8)"');
    expect(svg).toContain('<pattern id="gap-by-version-file-8"');
  });
});
