import { describe, expect, it } from 'vitest';
import { filterWords } from '@/components/keys/filter-words';
import { rowColumns } from '@/components/keys/row-columns';
import { leadingSort, pressSort, type RowsView } from '@/components/keys/rows-view';
import { caseWords } from '@/lib/core/words/case-words';
import { deltasOf } from '@/lib/core/words/telling';
import type { RowCells, RowFilter } from '@/lib/engine/investigator';
import { sampleFindings } from '../../support/sample-findings';

const words = caseWords(sampleFindings);

describe('filterWords', () => {
  it.each<[RowFilter, string]>([
    [{ kind: 'expectedFile', file: 'delta3.csv' }, 'expected from delta3.csv'],
    [{ kind: 'oursFile', file: 'delta0.csv' }, "AIQ's row from delta0.csv"],
    [{ kind: 'theirsFile', file: 'delta0.csv' }, "Johnny's Jeans' row from delta0.csv"],
    [{ kind: 'version', from: '4501', to: '4750' }, 'expected batches 4,501 to 4,750'],
    [{ kind: 'version', from: '7', to: '7' }, 'expected batch 7'],
    [{ kind: 'difference', from: '-250', to: '0', closed: false }, 'difference −$250 to below $0'],
    [{ kind: 'cause', side: 'ours', cause: 0 }, 'delta3.csv, no effect, AIQ'],
    [{ kind: 'cause', side: 'theirs', cause: 4 }, "cause 5 of Johnny's Jeans"],
    [{ kind: 'unexplained', side: 'ours' }, 'unexplained in AIQ'],
    [{ kind: 'pattern', side: 'ours', pattern: 6 }, 'pattern 7 of AIQ'],
    [{ kind: 'presence', value: 'onlyTheirs' }, "only in Johnny's Jeans"],
    [{ kind: 'column', column: 'loyalty_credits' }, 'loyalty_credits differs'],
  ])('tells %j', (filter, text) => {
    expect(filterWords(filter, sampleFindings)).toBe(text);
  });
});

describe('rowColumns', () => {
  const columns = rowColumns(sampleFindings, deltasOf(sampleFindings), words);
  const row: RowCells = {
    key: ['5983'],
    theirs: { measure: '4537', version: '4623', attributes: ['17', null], file: 3 },
    ours: { measure: '3061', version: '4271', attributes: ['7', '905'], file: null },
    expected: null,
    difference: '1476',
    causes: [{ side: 'ours', cause: 0 }],
    unexplained: true,
  };
  const content = (id: string) => columns.find((column) => column.id === id)?.content(row);

  it('shows at first what tells the story, and no cause where there is one only', () => {
    expect(columns.filter((column) => column.shown).map((column) => column.label)).toEqual([
      'User',
      "Johnny's Jeans",
      'AIQ',
      'Difference',
      'Batch, expected',
      'Batch, AIQ',
      'From, expected',
      'From, AIQ',
    ]);
  });

  it('has every attribute of both tables at hand', () => {
    expect(columns.map((column) => column.id)).toContain('ours:loyalty_credits');
    expect(columns.map((column) => column.id)).toContain('theirs:count_saved_items');
  });

  it('writes cells with unit and sign, and says what is not there', () => {
    expect(content('theirs')).toEqual({ kind: 'number', text: '$4,537' });
    expect(content('difference')).toEqual({ kind: 'gap', text: '+$1,476' });
    expect(content('theirsFile')).toEqual({ kind: 'file', file: 3, name: 'delta3.csv' });
    expect(content('oursFile')).toEqual({ kind: 'absent', text: 'no file' });
    expect(content('expected')).toEqual({ kind: 'absent', text: 'no row' });
    expect(content('theirs:loyalty_credits')).toEqual({ kind: 'absent', text: 'empty' });
    expect(content('cause')).toEqual({ kind: 'text', text: 'delta3.csv, no effect; unexplained' });
  });

  it('leaves out a table that was not given, and shows what is expected instead', () => {
    const one = { ...sampleFindings, sides: { ...sampleFindings.sides, theirs: null } };
    const ids = rowColumns(one, deltasOf(one), caseWords(one));
    expect(ids.some((column) => column.id.startsWith('theirs'))).toBe(false);
    expect(ids.find((column) => column.id === 'expected')?.shown).toBe(true);
  });
});

describe('sorting', () => {
  const view: RowsView = { scope: 'all', search: '', filters: [], sort: [] };

  it('begins with the largest difference', () => {
    expect(leadingSort(view)).toEqual({ column: 'difference', descending: true });
  });

  it('takes a pressed column its natural way first, then turns', () => {
    const first = pressSort(view, 'ours', true);
    expect(first).toEqual([{ column: 'ours', descending: true }]);
    expect(pressSort({ ...view, sort: first }, 'ours', true)).toEqual([{ column: 'ours', descending: false }]);
    expect(pressSort(view, 'key', false)).toEqual([{ column: 'key', descending: false }]);
  });
});
