import { expect, test } from 'vitest';
import { rejectedLines } from '@/lib/case/open/rejected';
import type { IntakeFile } from '@/lib/core/intake/intake';
import { johnnyIntake } from '../../../support/fake-investigator';
import { sampleFindings } from '../../../support/sample-findings';

const [delta0] = johnnyIntake.files;
if (!delta0) throw new Error('the case has no files');

const file: IntakeFile = { ...delta0, rejectedRows: 1 };

test('counts what the comparison refused besides what reading did', () => {
  const inputs = sampleFindings.inputs.map((input) => (input.file === file.file ? { ...input, rejected: 3 } : input));
  expect(rejectedLines(file, null)).toBe(1);
  expect(rejectedLines(file, { ...sampleFindings, inputs })).toBe(3);
});
