import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withDataLines, withPremise } from '@/lib/case/open/edit-premises';
import { withRole } from '@/lib/case/open/edit-setup';
import { controlOf, type PremiseControl, premiseLines } from '@/lib/case/open/premise-lines';
import type { Findings } from '@/lib/core/findings/findings';
import type { Premise } from '@/lib/core/findings/premise';
import type { Setup } from '@/lib/core/setup';
import type { ToldPremise } from '@/lib/core/words/premises';
import { johnnyIntake } from '../../../support/fake-investigator';
import { sampleFindings } from '../../../support/sample-findings';

const { setup } = johnnyIntake;
const opened = (changed: Setup = setup) => ({ sources: [], intake: johnnyIntake, setup: changed });
const control = (premise: Premise, changed: Setup = setup) => controlOf([premise], sampleFindings, opened(changed));
const findings = (part: Partial<Findings> = {}): Findings => ({ ...sampleFindings, missing: null, ...part });

function told(premise: Premise, ...also: readonly Premise[]): ToldPremise {
  const assumed = premise.settledBy === 'assumed';
  return { premise, also, text: `${premise.code}.`, settled: premise.settledBy, assumed, otherwise: null };
}

function press(pressed: PremiseControl | null): Setup {
  const button = pressed?.kind === 'buttons' ? pressed.buttons.at(-1) : undefined;
  if (!button) throw new Error('there is no button');
  return button.setup;
}

function choose(chosen: PremiseControl | null, value: string): Setup {
  const option = chosen?.kind === 'select' ? chosen.options.find((one) => one.value === value) : undefined;
  if (!option) throw new Error(`there is no ${value}`);
  return option.setup;
}

const trailer: Premise = {
  code: 'lines',
  file: 'delta1.csv',
  taken: 'trailer',
  lines: [15, 16],
  count: 2,
  settledBy: 'cells',
};
const dates: Premise = {
  code: 'version-order',
  column: 'updated',
  as: 'date',
  form: 'day-month-year',
  cells: 0,
  of: 40,
  settledBy: 'assumed',
};

describe('a premise is changed', () => {
  test('of day and month by choosing the other order', () => {
    expect(control(dates)).toMatchObject({ kind: 'select', label: 'Day and month of updated', value: 'day-first' });
    const turned = choose(control(dates), 'month-first');
    expect(turned.premises).toEqual({ dateOrder: 'month-first' });
    expect(control(dates, turned)).toMatchObject({ value: 'month-first' });
    expect(control({ ...dates, form: 'year-month-day' })).toBeNull();
    expect(control({ ...dates, settledBy: 'cells' })).toBeNull();
  });

  test('of lines by taking them for data, and back', () => {
    const turned = press(control(trailer));
    expect(turned.premises).toEqual({ dataLines: { 1: [15, 16] } });
    const [line] = premiseLines(findings(), [], opened(turned));
    expect(line).toMatchObject({ text: 'Lines 15 and 16 of delta1.csv are data.', settled: 'as you said' });
    expect(press(line?.control ?? null)).toEqual(setup);
  });

  test('of lines above the header by pointing at the header', () => {
    const preamble: Premise = { ...trailer, taken: 'preamble' };
    expect(control(preamble)).toEqual({ kind: 'header', fields: [{ files: ['delta1.csv'], line: 1 }] });
    const pointed = withPremise(setup, 'headerLines', { 1: 1 });
    expect(premiseLines(findings(), [], opened(pointed))).toMatchObject([
      { text: 'The header of delta1.csv is line 1.' },
    ]);
    expect(premiseLines(findings(), [told(preamble)], opened(pointed))).toHaveLength(1);
  });

  test('of wider rows only while they are in question', () => {
    const wider: Premise = { ...trailer, taken: 'wider' };
    expect(control(wider)).toBeNull();
    const turned = press(control({ ...wider, settledBy: 'assumed' }));
    expect(turned.premises).toEqual({ dataLines: { 1: [15, 16] } });
    expect(press(control({ ...wider, settledBy: 'given' }, turned))).toEqual(setup);
  });

  test('of rules, ties, decimal signs and deletes by choosing among what there is', () => {
    const rule: Premise = { code: 'rule', rule: 'largest-version', settledBy: 'assumed' };
    expect(control(rule)).toMatchObject({ options: { length: 6, 0: { text: 'the largest batch_id wins' } } });
    expect(choose(control(rule), 'last-arrival').premises).toEqual({ rule: 'last-arrival' });
    const ties: Premise = { code: 'ties', keep: 'later', keys: 3, settledBy: 'assumed' };
    expect(choose(control(ties), 'earlier').premises).toEqual({ ties: 'earlier' });
    const base = { settledBy: 'assumed', cells: 0, of: 9 } as const;
    const numbers: Premise = { ...base, code: 'numbers', column: 'spend', files: ['delta1.csv'], decimal: '.' };
    expect(choose(control(numbers), ',').premises).toEqual({ decimal: ',' });
    const deletes: Premise = {
      code: 'deletes',
      column: 'op',
      values: ['D'],
      applied: false,
      keys: 2,
      settledBy: 'both-tables',
    };
    expect(choose(control(deletes), 'applied').premises).toEqual({ deletes: { column: 'op', values: ['D'] } });
    expect(choose(control(deletes), 'ignored').premises).toEqual({ deletes: null });
  });

  test('of words for an empty cell by taking them for values, and back', () => {
    const empty: Premise = { code: 'empty', column: 'spend', words: ['NULL'], cells: 4, settledBy: 'cells' };
    const turned = press(control(empty));
    expect(turned.premises).toEqual({ empty: [] });
    const [line] = premiseLines(findings(), [], opened(turned));
    expect(press(line?.control ?? null)).toEqual(setup);
  });

  test('of a missing file by saying that none is, and back', () => {
    const missing = { reason: 'numbering', files: ['delta3.csv'], side: null, keys: 0, setAside: null } as const;
    const [line] = premiseLines(findings({ missing: { ...missing, files: [...missing.files] } }), [], opened());
    expect(line).toMatchObject({ text: 'delta3.csv seems to be missing.', mark: 'in question' });
    const turned = press(line?.control ?? null);
    expect(turned.premises).toEqual({ complete: true });
    const [said] = premiseLines(findings(), [], opened(turned));
    expect(press(said?.control ?? null)).toEqual(setup);
  });
});

test('a file that was set aside and seems to be missing is taken back', () => {
  const left = withRole(setup, johnnyIntake.files, 3, 'ignored');
  const missing = { reason: 'numbering', files: ['delta3.csv'], side: null, keys: 0, setAside: 'delta3.csv' } as const;
  const [line] = premiseLines(findings({ missing: { ...missing, files: [...missing.files] } }), [], opened(left));
  expect(line).toMatchObject({
    text: 'delta3.csv is left out, and seems to be missing.',
    control: { buttons: [{ text: 'Take delta3.csv as a delta', setup: { roles: setup.roles } }, {}] },
  });
});

test('premises that are told as one are changed as one', () => {
  const other: Premise = { ...trailer, file: 'delta3.csv', lines: [9] };
  const [line] = premiseLines(findings(), [told(trailer, other)], opened());
  const turned = press(line?.control ?? null);
  expect(turned.premises).toEqual({ dataLines: { 1: [15, 16], 3: [9] } });
  const files = johnnyIntake.files.map((file) => ({ ...file, headerLine: file.id === 4 ? 6 : 3 }));
  const preambles = [1, 3, 4].map((id): Premise => ({ ...trailer, taken: 'preamble', file: `delta${id}.csv` }));
  const [first, ...rest] = preambles;
  if (!first) throw new Error('there is no preamble');
  const headed = { ...opened(), intake: { ...johnnyIntake, files } };
  expect(controlOf([first, ...rest], sampleFindings, headed)).toEqual({
    kind: 'header',
    fields: [
      { files: ['delta1.csv', 'delta3.csv'], line: 3 },
      { files: ['delta4.csv'], line: 6 },
    ],
  });
});

test('what is assumed stands before what the files settle', () => {
  const lines = premiseLines(findings(), [told(trailer), told(dates)], opened());
  expect(lines.map(({ text }) => text)).toEqual(['version-order.', 'lines.']);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(2);
});

test('lines that are said to be data and taken back leave the set-up as it was', () => {
  const some = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), some), { maxLength: 6 }), (said) => {
      const turned = said.reduce((held, [id, lines]) => withDataLines(held, id, lines, true), setup);
      const back = said.reduce((held, [id, lines]) => withDataLines(held, id, lines, false), turned);
      expect(back).toEqual(setup);
    }),
  );
});
