import { describe, expect, it } from 'vitest';
import { timelineColumns, timelineLines } from '@/components/timeline/timeline-lines';
import { caseWords } from '@/lib/core/words/case-words';
import type { Timeline } from '@/lib/engine/investigator';
import { sampleFindings } from '../../support/sample-findings';

const words = caseWords(sampleFindings);

const life: Timeline = {
  key: ['5983'],
  versions: [
    version(0, 5984, '55', '1067', ['11', '923'], [], []),
    version(2, 1930, '4271', '3061', ['7', '905'], ['total_spend', 'count_saved_items'], ['ours']),
    version(3, 1889, '4623', '4537', ['17', null], ['total_spend'], ['expected', 'theirs']),
  ],
  unmatched: [],
  causes: [{ side: 'ours', cause: 0 }],
};

function version(
  fileIndex: number,
  line: number,
  batch: string,
  measure: string,
  attributes: (string | null)[],
  changed: string[],
  tookBy: Timeline['versions'][number]['tookBy'],
): Timeline['versions'][number] {
  return { file: `delta${fileIndex}.csv`, fileIndex, line, version: batch, measure, attributes, changed, tookBy };
}

describe('timelineLines', () => {
  const lines = timelineLines(life, sampleFindings, words);

  it('tells who took which version, and which was expected', () => {
    expect(lines.map((line) => line.tags.map((tag) => tag.text))).toEqual([
      ['superseded'],
      ['AIQ took this one'],
      ["Johnny's Jeans took this one", 'expected'],
    ]);
  });

  it('marks just the cells that changed', () => {
    expect(lines[1]?.cells.map((cell) => [cell.text, cell.changed])).toEqual([
      ['4271', false],
      ['$3,061', true],
      ['7', true],
      ['905', false],
    ]);
  });

  it('has a cell for every column, a dash where the file has nothing', () => {
    expect(timelineColumns(sampleFindings, words).map((column) => column.label)).toEqual([
      'Batch',
      'Total spend',
      'Count saved items',
      'Loyalty credits',
    ]);
    expect(lines[2]?.cells.at(-1)?.text).toBe('–');
  });

  it("shows a table's row that no file has as the table's own", () => {
    const row = { measure: '9', version: null, attributes: ['1', '2'], file: null };
    const [line] = timelineLines({ ...life, versions: [], unmatched: [{ side: 'ours', row }] }, sampleFindings, words);
    expect(line).toMatchObject({ source: "AIQ's table", file: null, line: null });
    expect(line?.tags.map((tag) => tag.text)).toEqual(['AIQ', 'equals no row of any file']);
  });

  it('says that the newest version was taken by neither where it was', () => {
    const last = { ...life, versions: [version(4, 9, '7000', '1', ['1', '1'], [], [])] };
    expect(timelineLines(last, sampleFindings, words)[0]?.tags[0]?.text).toBe('taken by neither');
  });
});
