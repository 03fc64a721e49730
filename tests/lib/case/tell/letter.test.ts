import { describe, expect, it } from 'vitest';
import { type LetterDraft, type LetterName, UNCHANGED, withEdit } from '@/lib/case/tell/draft';
import { type LetterInput, letterState, sendable } from '@/lib/case/tell/letter';
import { proposedPeople } from '@/lib/case/tell/people';
import { keyText } from '@/lib/core/key';
import { createMask } from '@/lib/core/mask/pseudonym';
import { sampleFindings } from '@/tests/support/sample-findings';
import { exampleRows, provedFindings } from '../../report/report-case';

const input: LetterInput = {
  findings: sampleFindings,
  examples: exampleRows.slice(0, 10),
  people: proposedPeople(sampleFindings),
  mask: createMask('salt'),
  masked: false,
};

function written(name: LetterName, of: LetterInput = input, draft: LetterDraft = UNCHANGED) {
  const state = letterState(name, of, draft);
  if (state.kind !== 'letter') throw new Error(state.why);
  return state;
}

/** The letter with its first passage that holds a text changed. */
function changed(name: LetterName, from: string, to: string, of: LetterInput = input) {
  const { passages } = written(name, of);
  const at = passages.findIndex(({ text }) => text.includes(from));
  const passage = passages[at];
  if (!passage) throw new Error(`no passage holds ${from}`);
  return written(name, of, withEdit(UNCHANGED, at, passage.written, passage.text.replace(from, to)));
}

const marksOf = (state: ReturnType<typeof written>) =>
  state.passages.flatMap(({ marks }) => marks.map(({ text, kind }) => `${text} ${kind}`));

describe('a letter that is edited', () => {
  it.each(['engineer', 'customer'] as const)('to the %s carries no mark as it is written', (name) => {
    expect(marksOf(written(name))).toEqual([]);
  });

  it('marks a number that the edit made differ from the findings', () => {
    expect(marksOf(changed('customer', '1,841', '1,842'))).toEqual(['1,842 unknown']);
  });

  it('marks a figure of the findings that the letter did not say', () => {
    expect(marksOf(changed('customer', '1,841', '2,483'))).toEqual(['2,483 moved']);
  });

  it('marks a number in the subject', () => {
    const state = written('customer', input, { subject: 'About 7,777 users', edits: [] });
    expect(state.subjectMarks.map(({ text }) => text)).toEqual(['7,777']);
    expect(sendable(state.letter).eml).toContain('Subject: About 7,777 users');
  });

  it('says the change in every form that leaves', () => {
    const { text, html, eml } = sendable(changed('customer', 'We looked into', 'We have looked into').letter);
    expect(text).toContain('We have looked into');
    expect(html).toContain('We have looked into');
    expect((eml ?? '').replace(/=\r\n/g, '')).toContain('We have looked into');
  });

  it('has nothing to send where both tables are as expected', () => {
    const agree = provedFindings({});
    const findings = {
      ...agree,
      keys: { ...agree.keys, mismatched: 0, onlyOurs: 0, onlyTheirs: 0 },
      gap: { ours: '1', theirs: '1', difference: '0' },
    };
    const state = letterState('engineer', { ...input, findings }, UNCHANGED);
    expect(state.kind).toBe('nothing-to-send');
  });
});

describe('keys in a letter', () => {
  const keys = input.examples.map(({ key }) => keyText(key));
  const forms = (state: ReturnType<typeof written>) => {
    const { text, html, eml, mailto } = sendable(state.letter);
    return [text, html, (eml ?? '').replace(/=\r\n/g, ''), decodeURIComponent(mailto?.href ?? '')].join('\n');
  };
  const found = (text: string) => keys.filter((key) => text.includes(key));

  it('stand in the engineer’s letter unmasked, and not in the masked one', () => {
    expect(found(forms(written('engineer')))).toEqual(keys);
    expect(found(forms(written('engineer', { ...input, masked: true })))).toEqual([]);
  });

  it('never stand in the customer’s, even where a person wrote one', () => {
    const state = changed('customer', 'Hello,', 'Hello, see U-1003.');
    expect(state.hiddenKeys).toBe(1);
    expect(found(forms(state))).toEqual([]);
    expect(forms(state)).toContain(input.mask.key(['U-1003']));
  });

  it('that a person wrote unmasked are masked when masking is turned on', () => {
    const { passages } = written('engineer');
    const [first] = passages;
    if (!first) throw new Error('a letter has a greeting');
    const draft = withEdit(UNCHANGED, 0, first.written, 'Hello, U-1000 is the worst.');
    expect(found(forms(written('engineer', { ...input, masked: true }, draft)))).toEqual([]);
    expect(forms(written('engineer', input, draft))).toContain('U-1000 is the worst');
  });

  it('leave the table of examples masked when it was edited unmasked', () => {
    const { passages } = written('engineer');
    const at = passages.findIndex(({ text }) => text.includes('U-1003'));
    const table = passages[at];
    if (!table) throw new Error('the engineer has examples');
    const draft = withEdit(UNCHANGED, at, table.written, table.text.replace('U-1003', 'U-1003 (!)'));
    const state = written('engineer', { ...input, masked: true }, draft);
    expect(state.homeless).toHaveLength(1);
    expect(found(state.homeless.map(({ now }) => now).join())).toEqual([]);
    expect(found(forms(state))).toEqual([]);
  });
});
