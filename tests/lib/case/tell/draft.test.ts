import { describe, expect, it } from 'vitest';
import { applyDraft, finalLetter, isUnchanged, UNCHANGED, withEdit, withoutEdit } from '@/lib/case/tell/draft';
import { type Block, heading, type Letter, list, paragraph } from '@/lib/report/letters/letter';

const nobody = { name: '', email: '', company: '' };

function letterOf(...blocks: Block[]): Letter {
  return { subject: 'What we found', to: nobody, from: nobody, blocks };
}

const letter = letterOf(paragraph('Hello,'), heading('Why'), paragraph('1,841 users differ.'), list(['one', 'two']));

function texts(of: Letter, draft: typeof UNCHANGED): string[] {
  const { subject, passages } = applyDraft(of, draft);
  return finalLetter(of, subject, passages).blocks.map((block) => JSON.stringify(block));
}

describe('a draft', () => {
  it('changes one passage and leaves the others as they are written', () => {
    const draft = withEdit(UNCHANGED, 3, letter.blocks[3] as Block, 'one\nthree');
    expect(texts(letter, draft)).toEqual(
      texts(letterOf(...letter.blocks.slice(0, 3), list(['one', 'three'])), UNCHANGED),
    );
  });

  it('takes out a passage whose text is emptied, and puts it back', () => {
    const [, second] = letter.blocks;
    const without = withEdit(UNCHANGED, 1, second as Block, ' ');
    expect(texts(letter, without)).toHaveLength(3);
    expect(texts(letter, withoutEdit(without, 1, second as Block))).toEqual(texts(letter, UNCHANGED));
  });

  it('is no draft once everything is as it was written', () => {
    const [first] = letter.blocks;
    const changed = withEdit(UNCHANGED, 0, first as Block, 'Dear all,');
    expect(isUnchanged(changed)).toBe(false);
    expect(isUnchanged(withEdit(changed, 0, first as Block, 'Hello,'))).toBe(true);
  });

  it('follows its passage to another place', () => {
    const draft = withEdit(UNCHANGED, 2, letter.blocks[2] as Block, '1,841 users are short.');
    const longer = letterOf(paragraph('Hello,'), paragraph('First:'), ...letter.blocks.slice(1));
    expect(texts(longer, draft)[3]).toContain('are short');
  });

  it('keeps a change whose passage was written anew, and says so', () => {
    const draft = withEdit(UNCHANGED, 2, letter.blocks[2] as Block, '1,841 users are short.');
    const anew = letterOf(...letter.blocks.slice(0, 2), paragraph('1,414 users differ.'));
    const { homeless, passages } = applyDraft(anew, draft);
    expect(homeless.map(({ now }) => now)).toEqual(['1,841 users are short.']);
    expect(passages.every(({ edited }) => !edited)).toBe(true);
  });
});
