import { describe, expect, test } from 'vitest';
import {
  type CaseComment,
  commentsForReport,
  commentsOn,
  withComment,
  withCommentChanged,
  withoutComment,
} from '@/lib/case/tell/comments';

const AT = '2026-11-22T12:00:00.000Z';

function comment(id: string, part: Partial<CaseComment> = {}): CaseComment {
  return { id, on: null, author: 'Ada', text: `Text ${id}`, at: AT, ...part };
}

const day = (at: string) => at.slice(0, 10);
const mask = { key: (text: string) => `user-${text.length}X` };

describe('comments', () => {
  test('are added, changed and taken away without touching the others', () => {
    const two = withComment(withComment([], comment('a')), comment('b', { on: '7' }));
    const changed = withCommentChanged(two, 'a', { text: 'New', at: '2026-11-23T12:00:00.000Z' });
    expect(changed).toEqual([{ ...comment('a'), text: 'New', at: '2026-11-23T12:00:00.000Z' }, two[1]]);
    expect(withoutComment(changed, 'a')).toEqual([two[1]]);
    expect(withCommentChanged(two, 'z', { text: 'New', at: AT })).toEqual(two);
  });

  test('belong to the case or to one key', () => {
    const all = [comment('a'), comment('b', { on: '7' }), comment('c', { on: '77' })];
    expect(commentsOn(all, null).map(({ id }) => id)).toEqual(['a']);
    expect(commentsOn(all, '7').map(({ id }) => id)).toEqual(['b']);
  });
});

describe('in a report', () => {
  const all = [
    comment('a', { on: '5983', author: '', text: 'Called twice.' }),
    comment('b', { text: 'Ask about 5983, not 59830.' }),
  ];

  test('comments on the case come first, those on a key say which', () => {
    expect(commentsForReport(all, 'user', null, day)).toEqual([
      { author: 'Ada', date: '2026-11-22', text: 'Ask about 5983, not 59830.' },
      { author: 'Unnamed', date: '2026-11-22', text: 'User 5983: Called twice.' },
    ]);
  });

  test('a mask covers the keys that have comments, wherever they are named whole', () => {
    expect(commentsForReport(all, 'user', mask, day).map(({ text }) => text)).toEqual([
      'Ask about user-4X, not 59830.',
      'user-4X: Called twice.',
    ]);
  });

  test('a key of signs that a pattern would read is masked as it stands', () => {
    const odd = [comment('a', { on: 'a.b*(c', text: 'a.b*(c and axb' })];
    expect(commentsForReport(odd, 'user', mask, day)[0]?.text).toBe('user-6X: user-6X and axb');
  });
});
