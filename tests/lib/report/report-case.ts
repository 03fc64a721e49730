import type { RowCells } from '@/lib/core/compare/rows/row-query';
import type { Fault } from '@/lib/core/findings/fault';
import type { Findings, SideFindings } from '@/lib/core/findings/findings';
import { sampleFindings } from '../../support/sample-findings';

export const people = {
  to: { name: 'Priya Raman', email: 'priya@example.com', company: 'AIQ' },
  from: { name: 'Sam Okoro', email: 'sam@example.com', company: 'AIQ' },
};

/** Twelve invented users whose newest row is in delta3.csv and whose row in AIQ's table is from delta0.csv. */
export const exampleRows: readonly RowCells[] = Array.from({ length: 12 }, (_, at) => {
  const side = (measure: number, version: number, file: number) => ({
    measure: String(measure),
    version: String(version),
    attributes: [String(at), String(at * 3)],
    file,
  });
  const theirs = side(4900 - at * 7, 5001 + at, 3);
  return {
    key: [`U-${1000 + at}`],
    theirs,
    ours: side(60 + at, 1501 + at, 0),
    expected: theirs,
    difference: String(4840 - at * 8),
    causes: [{ side: 'ours', cause: 0 }],
    unexplained: false,
  };
});

/** The sample's findings with other proved causes; a side without any is as expected. */
export function provedFindings(causes: {
  readonly ours?: readonly Fault[];
  readonly theirs?: readonly Fault[];
}): Findings {
  const side = sampleFindings.sides.ours;
  if (!side) throw new Error('the sample has ours');
  const proved = (faults: readonly Fault[]): SideFindings => ({
    ...side,
    causes: faults.map((fault, at) => ({
      ...fault,
      keys: at === 0 ? 1841 - (faults.length - 1) : 1,
      amount: at === 0 ? '4742481' : '0',
    })),
  });
  return {
    ...sampleFindings,
    repair: [],
    sides: { ours: proved(causes.ours ?? []), theirs: proved(causes.theirs ?? []) },
  };
}
