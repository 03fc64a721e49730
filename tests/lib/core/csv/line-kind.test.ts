import { describe, expect, it } from 'vitest';
import { isClosingLabel, isTotalLabel, trailerKind } from '@/lib/core/csv/line-kind';

describe('a label', () => {
  it.each(['Total', 'Grand Total', 'TOTAL:', 'Sub-total', 'Summe', 'Gesamtsumme', 'Total EUR', 'Totale', '合計'])(
    '%j is of a total',
    (text) => {
      expect(isTotalLabel(text)).toBe(true);
    },
  );

  it.each(['TotalEnergies', 'total-42', 'Summers', 'u17', 'sumo@acme.test', 'Totally other things', ''])(
    '%j is not',
    (text) => {
      expect(isTotalLabel(text)).toBe(false);
    },
  );

  it.each(['# 1500 rows exported', '(1500 rows)', 'EOF', 'end of file', 'Rows: 12', '12 Datensätze'])(
    '%j closes a file',
    (text) => {
      expect(isClosingLabel(text)).toBe(true);
    },
  );

  it.each(['1500', 'endive', 'u1500', 'rows', 'rowing club'])('%j does not', (text) => {
    expect(isClosingLabel(text)).toBe(false);
  });
});

describe('a short line at the end', () => {
  it.each([
    [['EOF'], 'trailer'],
    [['TRAILER', '120'], 'row-count'],
    [['99', '120'], 'row-count'],
    [['# 120 rows exported'], 'row-count'],
    [['Grand Total', '$12.00'], 'total'],
    [['Report generated on Monday'], 'trailer'],
    [['Export finished'], 'trailer'],
  ] as const)('%j is a %s', (cells, kind) => {
    expect(trailerKind(cells, 120, true)).toBe(kind);
  });

  it.each([[['u17', '12.5']], [['u17']], [['4f1c-99', '7', '3']]])('%j is a row that was cut', (cells) => {
    expect(trailerKind(cells, 120, true)).toBeNull();
  });

  it('may be a name where keys are names', () => {
    expect(trailerKind(['Anna Schmidt'], 120, false)).toBeNull();
  });
});
