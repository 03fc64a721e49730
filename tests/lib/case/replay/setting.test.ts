import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arriving,
  chosenRule,
  firstSetting,
  type ReplayEvent,
  type ReplaySetting,
  reduceSetting,
  sameSetting,
  settingOf,
} from '@/lib/case/replay/setting';
import { replayFiles, replayRules, replaySwitches } from '@/lib/case/replay/switches';
import { catalogue, faultCodes, ruleOf } from '@/lib/core/faults/catalogue';
import { dedupeRules } from '@/lib/core/findings/dedupe-rule';
import { faultSchema } from '@/lib/core/findings/fault';
import type { Findings } from '@/lib/core/findings/findings';
import { sampleFindings } from '../../../support/sample-findings';

const FILES = replayFiles(sampleFindings);
const ORDER = FILES.map(({ file }) => file);
/** Of files with deletes, dates, texts and a key of two columns, so that every switch makes sense. */
const SWITCHES = replaySwitches({
  ...sampleFindings,
  columns: [
    ...sampleFindings.columns,
    { name: 'note', role: 'attribute', type: 'text', unit: null, sign: null, tolerance: '0', hidden: 0 },
  ],
  keys: { ...sampleFindings.keys, duplicatedOurs: 2 },
  mapping: { ...sampleFindings.mapping, key: ['user_id', 'line_no'] },
  premises: [
    ...sampleFindings.premises,
    {
      code: 'version-order',
      column: 'batch_id',
      as: 'date',
      form: 'day-month-year',
      settledBy: 'cells',
      cells: 3,
      of: 9,
    },
    {
      code: 'numbers',
      column: 'total_spend',
      files: ['delta0.csv'],
      decimal: ',',
      settledBy: 'cells',
      cells: 3,
      of: 9,
    },
    { code: 'deletes', column: 'op', values: ['D'], applied: true, keys: 3, settledBy: 'theirs' },
  ],
});

function settingAfter(...events: readonly ReplayEvent[]): ReplaySetting {
  return events.reduce<ReplaySetting>(reduceSetting, []);
}

function arrives(file: string, rows: number): ReplayEvent {
  return { type: 'arrives', file, rows, of: rowsOf(file), order: ORDER };
}

function rowsOf(file: string): number {
  return FILES.find((candidate) => candidate.file === file)?.rows ?? 0;
}

const event: fc.Arbitrary<ReplayEvent> = fc.oneof(
  fc
    .constantFrom(...FILES)
    .chain(({ file, rows }) =>
      fc.oneof(fc.constantFrom(0, rows), fc.integer({ min: 0, max: rows })).map((first) => arrives(file, first)),
    ),
  fc.constantFrom(null, ...dedupeRules).map((rule): ReplayEvent => ({ type: 'ruled', rule })),
  fc.constantFrom(...SWITCHES).map(({ start }): ReplayEvent => ({ type: 'added', fault: start })),
  fc.constantFrom(...SWITCHES).map(({ start }): ReplayEvent => ({ type: 'removed', code: start.fault })),
);

describe('a setting', () => {
  test('begins with what was found on the vendor’s side, without what was said of it', () => {
    expect(firstSetting(sampleFindings)).toEqual([{ fault: 'file-not-loaded', files: ['delta3.csv'] }]);
    expect(settingOf(sampleFindings, 'theirs')).toEqual([]);
  });

  test('begins with the customer’s causes when the vendor has none', () => {
    const { ours, theirs } = sampleFindings.sides;
    const swapped: Findings = { ...sampleFindings, sides: { ours: theirs, theirs: ours } };
    expect(firstSetting(swapped)).toEqual([{ fault: 'file-not-loaded', files: ['delta3.csv'] }]);
  });

  test('drops the range that gave the same table, for it held for that set of causes only', () => {
    const same = { min: '4500', max: '4600' };
    expect(
      settingAfter({ type: 'set', faults: [{ fault: 'version-cutoff', version: '4500', equivalentRange: same }] }),
    ).toEqual([{ fault: 'version-cutoff', version: '4500' }]);
  });

  test('stays in the order of the pipeline, whatever the order of the switches', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        const places = settingAfter(...events).map((fault) => faultCodes.indexOf(fault.fault));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  test('holds only faults that a replay takes, one rule at most and one word on each file', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        const setting = settingAfter(...events);
        for (const fault of setting) expect(faultSchema.safeParse(fault).error).toBeUndefined();
        expect(setting.filter((fault) => ruleOf(fault) !== null).length).toBeLessThan(2);
        const files = setting.flatMap((fault) =>
          fault.fault === 'file-not-loaded' || fault.fault === 'file-partially-loaded' ? fault.files : [],
        );
        expect(new Set(files).size).toBe(files.length);
        expect(setting.filter((fault) => fault.fault === 'file-not-loaded').length).toBeLessThan(2);
      }),
    );
  });
});

describe('a file', () => {
  test('arrives as far as its slider was moved last, and the others as before', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 20 }),
        fc.constantFrom(...FILES),
        fc.nat(),
        (events, { file, rows }, n) => {
          const before = settingAfter(...events);
          const first = n % (rows + 1);
          const now = reduceSetting(before, arrives(file, first));
          expect(arriving(now, file, rows)).toBe(first);
          for (const other of FILES.filter((candidate) => candidate.file !== file))
            expect(arriving(now, other.file, other.rows)).toBe(arriving(before, other.file, other.rows));
        },
      ),
    );
  });

  test('of which no row arrives is not loaded; files are named in order of arrival', () => {
    expect(settingAfter(arrives('delta3.csv', 0), arrives('delta1.csv', 0))).toEqual([
      { fault: 'file-not-loaded', files: ['delta1.csv', 'delta3.csv'] },
    ]);
  });

  test('moved all the way up again leaves no fault behind', () => {
    expect(settingAfter(arrives('delta3.csv', 5), arrives('delta3.csv', 0), arrives('delta3.csv', 2473))).toEqual([]);
  });

  test('with holes arrives with the rows of its pieces, and none beyond its end', () => {
    const loaded = [
      { from: 0, to: 100 },
      { from: 200, to: 9999 },
    ];
    const setting: ReplaySetting = [{ fault: 'file-partially-loaded', files: ['delta3.csv'], loaded }];
    expect(arriving(setting, 'delta3.csv', 2473)).toBe(100 + 2273);
  });

  test('without rows never counts as left out', () => {
    expect(settingAfter({ type: 'arrives', file: 'empty.csv', rows: 0, of: 0, order: ['empty.csv'] })).toEqual([]);
  });
});

describe('a rule', () => {
  test.each(dedupeRules.filter((rule) => rule !== 'largest-version'))('%s is the one that was chosen', (rule) => {
    expect(chosenRule(settingAfter({ type: 'ruled', rule: 'smallest-version' }, { type: 'ruled', rule }))).toBe(rule);
  });

  test('that is right stands for no fault', () => {
    expect(settingAfter({ type: 'ruled', rule: 'first-arrival' }, { type: 'ruled', rule: null })).toEqual([]);
  });
});

describe('a switch', () => {
  test('changes its own fault and no other', () => {
    const setting = settingAfter(
      { type: 'added', fault: { fault: 'measure-scaled', factor: '100' } },
      { type: 'added', fault: { fault: 'rows-capped', limit: 5 } },
    );
    expect(reduceSetting(setting, { type: 'changed', at: 0, fault: { fault: 'rows-capped', limit: 7 } })).toEqual([
      { fault: 'rows-capped', limit: 7 },
      { fault: 'measure-scaled', factor: '100' },
    ]);
    expect(reduceSetting(setting, { type: 'changed', at: 1, fault: { fault: 'rows-capped', limit: 7 } })).toEqual(
      setting,
    );
  });

  test('switched on and off leaves the setting as it was', () => {
    for (const { start } of SWITCHES)
      expect(settingAfter({ type: 'added', fault: start }, { type: 'removed', code: start.fault })).toEqual([]);
  });

  test('exists once for every fault that is neither a file’s, nor a rule, nor rows of a table', () => {
    const elsewhere = faultCodes.filter(
      (code) =>
        (code.startsWith('file-') && code !== 'file-loaded-again') ||
        code === 'rows-not-exported' ||
        (catalogue[code].parameters.length === 0 && ruleOf({ fault: code } as never) !== null),
    );
    expect([...SWITCHES.map(({ start }) => start.fault), ...elsewhere].toSorted()).toEqual(faultCodes.toSorted());
  });

  test('starts with parameters that a replay takes', () => {
    for (const { start } of SWITCHES) expect(faultSchema.safeParse(start).error, start.fault).toBeUndefined();
    expect(SWITCHES.map(({ start }) => start)).toContainEqual({ fault: 'version-cutoff', version: '6000' });
  });

  test('needs a version column where it speaks of versions', () => {
    const unversioned: Findings = { ...sampleFindings, mapping: { ...sampleFindings.mapping, version: '' } };
    expect(replaySwitches(unversioned).map(({ start }) => start.fault)).not.toContain('version-cutoff');
    expect(replayRules(unversioned).map(({ rule }) => rule)).toEqual([null, 'first-arrival', 'largest-measure']);
  });
});

test('settings are the same when their parameters are', () => {
  expect(sameSetting([{ fault: 'rows-capped', limit: 5 }], [{ fault: 'rows-capped', limit: 5 }])).toBe(true);
  expect(sameSetting([{ fault: 'rows-capped', limit: 5 }], [{ fault: 'rows-capped', limit: 6 }])).toBe(false);
  expect(sameSetting([], [{ fault: 'rows-capped', limit: 6 }])).toBe(false);
});
