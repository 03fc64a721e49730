import { describe, expect, it } from 'vitest';
import type { Findings } from '@/lib/core/findings/findings';
import type { Warning } from '@/lib/core/findings/warning';
import { investigate } from '@/lib/core/investigation/investigate';
import { tellWarning } from '@/lib/core/words/warnings';
import { plainCase } from '../../../support/plain-case';
import { sampleFindings } from '../../../support/sample-findings';

const told = (warning: Warning, findings: Findings = sampleFindings) => tellWarning(warning, findings);

describe('a warning is a whole sentence with the right number', () => {
  it('of tables that list their keys in different orders', () => {
    expect(told({ code: 'row-order-differs', positions: 9969, keys: 1841 })).toBe(
      'The two tables list their users in different orders: compared row by row 9,969 values of total_spend seem to differ; compared by key 1,841 users do.',
    );
    expect(told({ code: 'row-order-differs', positions: 1, keys: 0 })).toBe(
      'The two tables list their users in different orders: compared row by row 1 value of total_spend seems to differ; compared by key no user does.',
    );
  });

  it('of equal versions', () => {
    expect(told({ code: 'version-tie', keys: 1 })).toBe(
      '1 user has rows with the same batch_id and different content; the row that arrived later is taken as the newer.',
    );
  });

  it("of a tolerance, in its column's unit", () => {
    expect(told({ code: 'tolerance-hides', column: 'total_spend', tolerance: '0.01', keys: 3 })).toBe(
      '3 users differ in total_spend by no more than $0.01 and count as equal.',
    );
  });

  it('of lines that take no part', () => {
    expect(told({ code: 'lines-rejected', files: [{ file: 'delta0.csv', lines: 1 }] })).toBe(
      '1 line of delta0.csv was rejected and takes no part; what it holds was not compared.',
    );
    const files = [
      { file: 'delta0.csv', lines: 1 },
      { file: 'delta1.csv', lines: 2000 },
    ];
    expect(told({ code: 'lines-rejected', files })).toBe(
      '1 line of delta0.csv and 2,000 lines of delta1.csv were rejected and take no part; what they hold was not compared.',
    );
  });

  it('of a table that holds keys twice, under the name that its side has by now', () => {
    const labels = { ours: "Acme's Own", theirs: 'Bolt' };
    expect(told({ code: 'keys-duplicated', side: 'ours', keys: 20 })).toBe(
      "20 users stand more than once in AIQ's table.",
    );
    expect(told({ code: 'keys-duplicated', side: 'theirs', keys: 1 }, { ...sampleFindings, labels })).toBe(
      "1 user stands more than once in Bolt's table.",
    );
  });
});

describe('an investigation warns', () => {
  const row = (user_id: string, total_spend: string, batch_id: string) => ({ user_id, total_spend, batch_id });
  const rows = [row('1', '10', '1'), row('1', '11', '1'), row('2', '20', '2'), row('3', '30', '3')];
  const warnings = (theirs: typeof rows) => {
    const tables = plainCase({ deltas: [{ file: 'delta0.csv', rows }], ours: rows, theirs });
    return investigate(tables, { labels: sampleFindings.labels, key: ['user_id'], rejected: { 'delta0.csv': 2 } })
      .findings.warnings;
  };

  it('of everything at once, the lines that were left out first', () => {
    expect(warnings(rows.toReversed())).toEqual([
      { code: 'lines-rejected', files: [{ file: 'delta0.csv', lines: 2 }] },
      { code: 'row-order-differs', positions: 4, keys: 0 },
      { code: 'version-tie', keys: 1 },
      { code: 'keys-duplicated', side: 'ours', keys: 1 },
      { code: 'keys-duplicated', side: 'theirs', keys: 1 },
    ]);
  });

  it('of no order where both tables have the same', () => {
    expect(warnings(rows).map(({ code }) => code)).not.toContain('row-order-differs');
  });
});
