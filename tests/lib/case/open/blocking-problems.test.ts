import { describe, expect, test } from 'vitest';
import { blockingProblems, strayFiles } from '@/lib/case/open/blocking-problems';
import { withRole } from '@/lib/case/open/edit-setup';
import type { Intake } from '@/lib/core/intake/intake';
import type { Problem } from '@/lib/core/problem';
import { johnnyIntake } from '../../../support/fake-investigator';

const { setup } = johnnyIntake;

function intakeWith(...problems: readonly Problem[]): Intake {
  return { ...johnnyIntake, problems };
}

describe('problems that stand in the way', () => {
  test('there are none in a sound case', () => {
    expect(blockingProblems(johnnyIntake, setup)).toEqual([]);
  });

  test('a file that could not be read stays one', () => {
    const problem: Problem = { code: 'quote-open', file: 'delta5.csv', line: 7 };
    expect(blockingProblems(intakeWith(problem), setup)).toEqual([problem]);
  });

  test('two equal files are settled when one is left out', () => {
    const problem: Problem = { code: 'same-file', file: 'delta1.csv', other: 'delta0.csv' };
    const roles = { ...setup.roles, 1: 'ignored' as const };
    expect(blockingProblems(intakeWith(problem), setup)).toEqual([problem]);
    expect(blockingProblems(intakeWith(problem), { ...setup, roles })).toEqual([]);
  });

  test('a stray file is none, unless nothing else came', () => {
    const picture: Problem = { code: 'not-csv', file: 'screenshot.png', looksLike: 'image' };
    const page: Problem = { code: 'not-csv', file: 'thread.json', looksLike: 'text' };
    const intake = intakeWith(picture, page);
    expect(blockingProblems(intake, setup)).toEqual([]);
    expect(strayFiles(intake)).toEqual([picture, page]);
    expect(blockingProblems({ ...intake, files: [] }, setup)).toEqual([picture, page]);
    expect(strayFiles({ ...intake, files: [] })).toEqual([]);
  });

  test.each<Problem>([
    { code: 'not-csv', file: 'delta3.csv', looksLike: 'text' },
    { code: 'not-csv', file: 'delta3.csv.gz', looksLike: 'pdf' },
    { code: 'not-csv', file: 'part-00017', looksLike: 'text' },
    { code: 'not-csv', file: 'users.xlsx', looksLike: 'spreadsheet' },
    { code: 'not-csv', file: 'exports.rar', looksLike: 'binary' },
    { code: 'not-csv', file: 'exports.7z', looksLike: 'archive' },
  ])('what may be data that was not read is one: $file, $looksLike', (problem) => {
    expect(blockingProblems(intakeWith(problem), setup)).toEqual([problem]);
  });

  test('a file without rows is one only where a side’s table is to come from it', () => {
    const files = johnnyIntake.files.map((file) => (file.id === 2 ? { ...file, rows: 0 } : file));
    const intake = { ...intakeWith({ code: 'header-only', file: 'delta2.csv' }), files };
    expect(blockingProblems(intake, setup)).toEqual([]);
    expect(blockingProblems(intake, withRole(setup, files, 2, 'ours'))).toEqual([
      { code: 'header-only', file: 'delta2.csv' },
    ]);
  });

  test('every file that claims a side is asked about', () => {
    const roles = { ...setup.roles, 3: 'ours' as const, 4: 'ours' as const };
    expect(blockingProblems(johnnyIntake, { ...setup, roles })).toEqual([
      { code: 'role-taken', file: 'delta3.csv', other: 'delta4.csv', role: 'ours' },
      { code: 'role-taken', file: 'delta3.csv', other: 'AIQ-user-summary.csv', role: 'ours' },
    ]);
  });

  test('a case needs a delta, a table and a measure', () => {
    const none = Object.fromEntries(johnnyIntake.files.map(({ id }) => [id, 'ignored' as const]));
    const codes = blockingProblems(johnnyIntake, {
      ...setup,
      roles: none,
      mapping: { ...setup.mapping, measure: '' },
    }).map(({ code }) => code);
    expect(codes).toEqual(['no-deltas', 'no-table', 'no-mapping']);
  });

  test('what was proposed in vain no longer counts once the person has settled it', () => {
    expect(blockingProblems(intakeWith({ code: 'no-table' }, { code: 'no-mapping', role: 'key' }), setup)).toEqual([]);
  });
});
