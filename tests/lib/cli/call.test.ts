import { describe, expect, it } from 'vitest';
import { readCall } from '@/lib/cli/call';

function problemOf(...args: string[]): string | null {
  const call = readCall(args);
  return call.ok ? null : call.problem;
}

describe('readCall', () => {
  it('takes every file that no option names for a delta', () => {
    expect(readCall(['--json', 'delta0.csv', '--ours', 'a.csv', 'delta1.csv', '--theirs', 'b.csv'])).toEqual({
      ok: true,
      value: {
        kind: 'investigate',
        json: true,
        files: ['delta0.csv', 'delta1.csv'],
        ours: 'a.csv',
        theirs: 'b.csv',
        key: null,
        measure: null,
        version: null,
        unit: null,
        premises: { headerLines: {}, encodings: {} },
      },
    });
  });

  it('reads a key of several columns, with commas or said again', () => {
    const once = readCall(['d.csv', '--key', 'region,user_id']);
    const again = readCall(['d.csv', '--key', 'region', '--key', 'user_id']);
    expect(once).toMatchObject({ value: { key: ['region', 'user_id'] } });
    expect(again).toEqual(once);
  });

  it('reads what the bytes of one file or of all are said to be', () => {
    expect(readCall(['d.csv', '--encoding', 'a.csv:windows-1252', '--encoding', 'UTF-8'])).toMatchObject({
      value: { premises: { encodings: { 'a.csv': 'windows-1252', '': 'utf-8' } } },
    });
    expect(problemOf('d.csv', '--encoding', 'latin-9')).toContain('--encoding takes utf-8 or windows-1252');
  });

  it('asks for help before anything else', () => {
    expect(readCall(['--help'])).toEqual({ ok: true, value: { kind: 'help' } });
  });

  it('refuses a call without deltas', () => {
    expect(problemOf('--ours', 'a.csv')).toBe('No delta is given: name the exported files.');
  });

  it('refuses a file in two roles', () => {
    expect(problemOf('a.csv', '--ours', 'a.csv')).toBe('a.csv is given twice.');
  });

  it('refuses an option that it does not know, and names it', () => {
    expect(problemOf('a.csv', '--mesure', 'spend')).toContain('--mesure');
  });

  it('takes a sign, a short word or none for the unit, and nothing else', () => {
    expect(readCall(['d.csv', '--unit', '€'])).toMatchObject({ value: { unit: '€' } });
    expect(readCall(['d.csv', '--unit', 'none'])).toMatchObject({ value: { unit: 'none' } });
    expect(problemOf('d.csv', '--unit', '5 cents')).toBe(
      '--unit takes one to four characters without digits, or "none": "5 cents" is neither.',
    );
  });

  it('refuses an option without its value', () => {
    expect(problemOf('a.csv', '--key=')).toBe('--key is given without a value.');
  });
});
