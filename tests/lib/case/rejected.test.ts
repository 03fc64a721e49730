import { expect, test } from 'vitest';
import { listedRejections, rejectedLines } from '@/lib/case/rejected';
import type { IntakeFile } from '@/lib/core/intake/intake';
import { johnnyIntake } from '../../support/fake-investigator';
import { sampleFindings } from '../../support/sample-findings';

const [delta0] = johnnyIntake.files;
if (!delta0) throw new Error('the case has no files');

const short = { line: 9, column: null, reason: 'too-few-cells', text: '7,1' } as const;
const file: IntakeFile = {
  ...delta0,
  rejectedRows: 1,
  rejected: [short],
  columns: delta0.columns.map((column) => ({
    ...column,
    evidence:
      column.name === 'user_id' || column.name === 'batch_id'
        ? column.evidence
        : { ...column.evidence, others: 1, firstOther: { line: 4, cell: 'n/a' } },
  })),
};

test('counts what the comparison refused besides what reading did', () => {
  const inputs = sampleFindings.inputs.map((input) => (input.file === file.file ? { ...input, rejected: 3 } : input));
  expect(rejectedLines(file, null)).toBe(1);
  expect(rejectedLines(file, { ...sampleFindings, inputs })).toBe(3);
});

test('lists the first cell of the measure that is no number, in file order, and none of a compared column', () => {
  expect(listedRejections(file, johnnyIntake.setup)).toEqual([
    { line: 4, column: 'total_spend', reason: 'not-a-number', text: 'n/a' },
    short,
  ]);
});
