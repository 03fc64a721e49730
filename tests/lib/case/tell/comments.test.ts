import { describe, expect, test } from 'vitest';
import {
  type CaseComment,
  commentsForReport,
  commentsOn,
  keyOfComment,
  withComment,
  withCommentChanged,
  withoutComment,
} from '@/lib/case/tell/comments';
import { type Key, keyId } from '@/lib/core/key';
import { createMask } from '@/lib/core/mask/pseudonym';

const AT = '2026-11-22T12:00:00.000Z';

function comment(id: string, part: Partial<CaseComment> = {}): CaseComment {
  return { id, on: null, author: 'Ada', text: `Text ${id}`, at: AT, ...part };
}

const day = (at: string) => at.slice(0, 10);
const mask = { ...createMask('salt'), key: (key: Key) => `user-${keyId(key).length}X` };

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

describe('comments on keys that look the same', () => {
  const mapping = { key: ['shop', 'item'] };
  const keys: readonly Key[] = [
    ['a · b', 'c'],
    ['a', 'b · c'],
  ];
  const all = keys.map((key, at) => comment(String(at), { on: keyId(key), text: `Like a · b · c, ${at}` }));

  test('belong each to its own', () => {
    expect(keys.map((key) => commentsOn(all, keyId(key)))).toEqual([[all[0]], [all[1]]]);
    expect(all.map(({ on }) => keyOfComment(on ?? '', mapping))).toEqual(keys);
  });

  test('are told by the parts as they are, and by their own pseudonyms under a mask', () => {
    expect(commentsForReport(all, mapping, null, day).map(({ text }) => text)).toEqual([
      'Key a · b · c: Like a · b · c, 0',
      'Key a · b · c: Like a · b · c, 1',
    ]);
    const masked = commentsForReport(all, mapping, createMask('salt', 'key'), day).map(({ text }) => text);
    expect(masked.map((text) => text.split(':')[0])).toEqual(keys.map((key) => createMask('salt', 'key').key(key)));
    expect(masked.join()).not.toContain('a · b');
  });

  test('stay theirs when the key is made of other columns', () => {
    const on = keyId(keys[0] ?? []);
    expect(keyId(keyOfComment(on, { key: 'shop' }))).toBe(on);
  });
});

describe('in a report', () => {
  const all = [
    comment('a', { on: '5983', author: '', text: 'Called twice.' }),
    comment('b', { text: 'Ask about 5983, not 59830.' }),
  ];

  test('comments on the case come first, those on a key say which', () => {
    expect(commentsForReport(all, { key: 'user_id' }, null, day)).toEqual([
      { author: 'Ada', date: '2026-11-22', text: 'Ask about 5983, not 59830.' },
      { author: 'Unnamed', date: '2026-11-22', text: 'User 5983: Called twice.' },
    ]);
  });

  test('a mask covers the keys that have comments, wherever they are named whole', () => {
    expect(commentsForReport(all, { key: 'user_id' }, mask, day).map(({ text }) => text)).toEqual([
      'Ask about user-4X, not 59830.',
      'user-4X: Called twice.',
    ]);
  });

  test('a key of signs that a pattern would read is masked as it stands', () => {
    const odd = [comment('a', { on: 'a.b*(c', text: 'a.b*(c and axb' })];
    expect(commentsForReport(odd, { key: 'user_id' }, mask, day)[0]?.text).toBe('user-6X: user-6X and axb');
  });
});
