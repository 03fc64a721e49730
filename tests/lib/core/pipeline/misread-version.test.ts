import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '@/lib/core/faults/replay';
import { type VersionForm, versionForms } from '@/lib/core/findings/fault-parameters';
import { canMisread } from '@/lib/core/pipeline/misread-version';
import { buildDataset, type Dataset } from '@/lib/core/table/dataset';
import { bindTexts } from '@/tests/support/bind-texts';

/** Of rows (key, amount, version) in two files and a table. */
async function datasetOf(files: readonly (readonly string[])[]): Promise<Dataset> {
  const deltas = files.map((rows, f) => [`delta${f}.csv`, `id,n,v\n${rows.join('\n')}\n`] as const);
  const bound = await bindTexts({ ...Object.fromEntries(deltas), 'ours.csv': 'id,n,v\na,1,\n' });
  if (!bound.ok) throw new Error(JSON.stringify(bound.problem));
  return buildDataset(bound.value.tables);
}

/** Amounts of the rows that stand where the version is read so. */
async function standing(files: readonly (readonly string[])[], form: VersionForm): Promise<(number | undefined)[]> {
  const dataset = await datasetOf(files);
  const { winner } = replay(dataset, [{ fault: 'version-misread', form }]);
  return Array.from(winner, (w) => dataset.deltas.columns[0]?.[w]);
}

const two = (n: number) => String(n).padStart(2, '0');

describe('a version that is read otherwise', () => {
  it('has day and month in each other’s place where the day could be a month, file by file', async () => {
    const dates = fc.record({ day: fc.integer({ min: 1, max: 28 }), month: fc.integer({ min: 1, max: 12 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(dates, { minLength: 2, maxLength: 6 }), async (drawn) => {
        const days = [...drawn, { day: 25, month: 1 }];
        const turned = days.map(({ day, month }) =>
          day <= 12 ? Date.UTC(2026, day - 1, month) : Date.UTC(2026, month - 1, day),
        );
        const newest = turned.lastIndexOf(Math.max(...turned));
        const rows = days.map(({ day, month }, at) => `a,${at},${two(day)}/${two(month)}/2026 10:30`);
        expect(await standing([rows.slice(0, 1).concat('b,0,31/12/2025 10:30'), rows.slice(1)], 'month-first')).toEqual(
          [newest, 0],
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is the time of day as it is written, without its offset', async () => {
    const files = [
      ['a,1,2026-03-01T10:00:00+00:00', 'b,1,2026-03-01T10:00:00.123456789Z'],
      ['a,2,2026-03-01T09:30:00-05:00', 'b,2,2026-03-01T09:00:00.123456789-08:00'],
    ];
    expect(await standing(files, 'no-offset')).toEqual([1, 1]);
    expect(await standing(files, 'seconds')).toEqual([2, 2]);
  });

  it.each([
    ['milliseconds', '250', '200', '100'],
    ['nanoseconds', '000000003', '000000002', '000000001'],
  ])('is cut to the second, so that the later of equally new rows stands, from %s', async (_, ...fractions) => {
    const [large, small, least] = fractions.map((fraction) => `2026-03-01T10:00:00.${fraction}Z`);
    const files = [
      [`a,1,${large ?? ''}`, `b,1,2026-03-01T10:00:01.${fractions.at(-1) ?? ''}Z`],
      [`a,2,${small ?? ''}`, `b,2,${least ?? ''}`],
    ];
    expect(await standing(files, 'seconds')).toEqual([2, 1]);
  });

  it.each<[string, VersionForm[], string[]]>([
    ['day first', ['month-first'], ['25/01/2026', '03/04/2026']],
    ['month first, with a time', ['day-first'], ['1/25/2026 3:24 PM', '3/4/2026 1:00 AM']],
    ['year first', [], ['2026-01-25', '2026-04-03']],
    ['with one offset', [], ['2026-01-25T10:00:00+02:00', '2026-04-03T10:00:00+02:00']],
    [
      'with two offsets, to the millisecond',
      ['seconds', 'no-offset'],
      ['2026-01-25T10:00:00.5Z', '2026-04-03T10:00:00+02:00'],
    ],
    ['as numbers', [], ['3', '4']],
  ])('can be so only as dates are written: %s', async (_, forms, versions) => {
    const dataset = await datasetOf([versions.map((version, at) => `k${at},1,${version}`)]);
    expect(versionForms.filter((form) => canMisread(dataset, form))).toEqual(forms);
  });
});
