import { describe, expect, it } from 'vitest';
import { maskedCase, maskTools, newSalt } from '@/lib/case/tell/masking';
import { sampleFindings } from '@/tests/support/sample-findings';

describe('masking', () => {
  it('shows a case as it is while it is off', () => {
    const shown = maskedCase(sampleFindings, { on: false, salt: 'salt' });
    expect(shown.findings).toBe(sampleFindings);
    expect(shown.mask).toBeNull();
  });

  it('names a key alike on the page and in what leaves it', () => {
    const choice = { on: true, salt: newSalt() };
    const { mask } = maskTools(sampleFindings, choice);
    expect(maskedCase(sampleFindings, choice).mask?.key(['6803'])).toBe(mask.key(['6803']));
    expect(mask.key(['6803'])).toMatch(/^user-/);
  });

  it('names a key otherwise in every case', () => {
    const names = [newSalt(), newSalt()].map((salt) =>
      maskTools(sampleFindings, { on: true, salt }).mask.key(['6803']),
    );
    expect(names[0]).not.toBe(names[1]);
  });
});
