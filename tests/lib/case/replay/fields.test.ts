import { describe, expect, test } from 'vitest';
import { type Field, fieldsOf } from '@/lib/case/replay/fields';
import { shownUnder } from '@/lib/case/replay/shown';
import { replaySwitches } from '@/lib/case/replay/switches';
import { type Fault, faultSchema } from '@/lib/core/findings/fault';
import { createMask } from '@/lib/core/mask/pseudonym';
import { sampleFindings } from '../../../support/sample-findings';

function field(fault: Fault, label: string): Field {
  const found = fieldsOf(fault, sampleFindings, shownUnder(null, sampleFindings)).find(
    (candidate) => candidate.label === label,
  );
  if (!found) throw new Error(`no field ${label}`);
  return found;
}

function typed(fault: Fault, label: string, text: string): unknown {
  const found = field(fault, label);
  return found.kind === 'text' ? found.read(text) : null;
}

function chosen(fault: Fault, label: string, value: string | readonly string[]): unknown {
  const found = field(fault, label);
  if (found.kind === 'choice') return found.choose(value as string);
  return found.kind === 'names' ? found.choose(value as readonly string[]) : null;
}

const scaled: Fault = { fault: 'measure-scaled', factor: '100' };
const filtered: Fault = { fault: 'rows-filtered', column: 'total_spend', operator: '<', value: '9', stage: 'load' };
const swapped: Fault = { fault: 'columns-swapped', columns: ['total_spend', 'loyalty_credits'] };

describe('the fields of a fault', () => {
  test('show no value of a masked column, and take one all the same', () => {
    const { mapping } = sampleFindings;
    const [column = ''] = mapping.attributes;
    const fault: Fault = { fault: 'rows-filtered', column, operator: '=', value: 'Ada Lovelace', stage: 'load' };
    const shown = shownUnder(createMask('salt', 'user', [column]), sampleFindings);
    const found = fieldsOf(fault, sampleFindings, shown).find(({ kind }) => kind === 'text');
    if (found?.kind !== 'text') throw new Error('no value is asked for');
    expect(found.value).toMatch(/-[0-9A-Z]{8}$/);
    expect(JSON.stringify(shown.faults([fault]))).not.toContain('Ada');
  });

  test('answer with a fault that a replay takes, whatever is chosen', () => {
    for (const { start } of replaySwitches(sampleFindings)) {
      for (const asked of fieldsOf(start, sampleFindings, shownUnder(null, sampleFindings))) {
        const answers =
          asked.kind === 'choice'
            ? asked.options.map(({ value }) => asked.choose(value))
            : asked.kind === 'names'
              ? [asked.choose([]), asked.choose(asked.names.slice(0, 1)), asked.choose(asked.names)]
              : [asked.read(asked.value)].flatMap((read) => (read.ok ? [read.value] : []));
        expect(answers.length, `${start.fault}: ${asked.label}`).toBeGreaterThan(0);
        for (const answer of answers) expect(faultSchema.safeParse(answer).error, start.fault).toBeUndefined();
      }
    }
  });

  test('hold what is typed as a value, and say why a text is none', () => {
    expect(typed({ fault: 'rows-capped', limit: 5 }, 'rows of every file', '1,200')).toEqual({
      ok: true,
      value: { fault: 'rows-capped', limit: 1200 },
    });
    expect(typed({ fault: 'first-rows-skipped', count: 1 }, 'rows of every file', '0')).toMatchObject({ ok: false });
    expect(typed(scaled, 'by', 'much')).toMatchObject({ ok: false });
  });

  test('narrow a fault to files and widen it to all again', () => {
    const narrow = chosen(scaled, 'in rows from which files', ['delta1.csv']);
    expect(narrow).toEqual({ fault: 'measure-scaled', factor: '100', files: ['delta1.csv'] });
    expect(chosen(narrow as Fault, 'in rows from which files', [])).toEqual(scaled);
  });

  test('narrow a fault to rows that hold a value, widen it to all again, and lose it with no other answer', () => {
    const attribute = sampleFindings.mapping.attributes[0] ?? '';
    const some = chosen(scaled, 'in rows by', attribute) as Fault;
    expect(some).toEqual({ ...scaled, where: { column: attribute, value: '0' } });
    expect(typed(some, 'that hold', '7')).toEqual({
      ok: true,
      value: { ...scaled, where: { column: attribute, value: '7' } },
    });
    expect(typed(some, 'that hold', 'seven')).toMatchObject({ ok: false });
    expect(typed(some, 'by', '10')).toEqual({ ok: true, value: { ...some, factor: '10' } });
    expect(chosen(some, 'in rows from which files', ['delta1.csv'])).toEqual({ ...some, files: ['delta1.csv'] });
    expect(chosen(some, 'in rows by', '')).toEqual(scaled);
  });

  test('exchange two columns where the one is chosen for the other', () => {
    expect(chosen(swapped, 'the one', 'loyalty_credits')).toEqual({
      ...swapped,
      columns: ['loyalty_credits', 'total_spend'],
    });
  });

  test('begin another column’s condition with a value of that column', () => {
    expect(chosen(filtered, 'column', 'batch_id')).toMatchObject({ column: 'batch_id', value: '2000' });
    expect(chosen(filtered, 'column', 'loyalty_credits')).toMatchObject({ column: 'loyalty_credits', value: '0' });
  });

  test('take of a condition what its comparison takes', () => {
    const among = chosen(filtered, 'comparison', 'in');
    expect(among).toMatchObject({ operator: 'in', value: '0' });
    expect(typed(among as Fault, 'value', '5, 7')).toMatchObject({ ok: true, value: { value: '5,7' } });
    expect(typed(among as Fault, 'value', '5, much')).toMatchObject({ ok: false });
    expect(typed(among as Fault, 'value', Array.from({ length: 21 }, String).join())).toMatchObject({ ok: false });
    const divided = chosen(filtered, 'comparison', 'mod');
    expect(typed(divided as Fault, 'value', '4=2')).toMatchObject({ ok: true });
    expect(typed(divided as Fault, 'value', '4=5')).toMatchObject({ ok: false });
    const holding = chosen(filtered, 'comparison', 'has');
    expect(chosen(holding as Fault, 'value', 'line-break')).toMatchObject({ operator: 'has', value: 'line-break' });
    expect(chosen(filtered, 'column', 'user_id')).toMatchObject({ column: 'user_id' });
  });

  test('keep at least one column', () => {
    const fault: Fault = { fault: 'column-not-updated', columns: ['total_spend'] };
    expect(chosen(fault, 'which columns', [])).toEqual(fault);
  });
});
