import { describe, expect, it } from 'vitest';
import { summaryOf } from '@/lib/case/tell/summary';
import { sampleFindings } from '@/tests/support/sample-findings';
import { provedFindings } from '../../report/report-case';

describe('the summary of a case', () => {
  it('says what to load and that it is safe, and what would not be', () => {
    const { next } = summaryOf(sampleFindings);
    expect(next).toMatch(/^Load the 1,841 rows of the re-send file into .+ table: that is safe/);
    expect(next).toContain('Loading delta3.csv whole is not: it could overwrite 632 newer users.');
  });

  it('says that a load is not safe under every rule where one of them would undo it', () => {
    const [repair] = sampleFindings.repair;
    const [outcome] = repair?.outcomes ?? [];
    if (!repair || !outcome) throw new Error('the sample has a repair');
    const risky = { ...repair, outcomes: [{ ...outcome, load: 'repair' as const, overwritten: 5 }] };
    expect(summaryOf({ ...sampleFindings, repair: [risky] }).next).toContain('not safe under every rule');
  });

  it('asks what would settle the cause where loading rows mends nothing', () => {
    const { next, verdict } = summaryOf(
      provedFindings({ ours: [{ fault: 'file-not-loaded', files: ['delta3.csv'] }] }),
    );
    expect(verdict.questions).toContain(next);
  });

  it('has nothing to do where both tables are as expected', () => {
    expect(summaryOf(provedFindings({})).next).toBe('Nothing needs to be done.');
  });
});
