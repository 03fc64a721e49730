import { describe, expect, it } from 'vitest';
import { generateSample } from '@/lib/core/sample/generate-sample';
import { SAMPLE_FILES } from '@/lib/core/sample/sample-files';

interface Row {
  readonly user: string;
  readonly spend: number;
  readonly saved: number;
  readonly credits: number;
  readonly batch: number;
}

function read(csv: string): readonly Row[] {
  const [header, ...lines] = csv.trimEnd().split('\n');
  expect(header).toBe('user_id,total_spend,count_saved_items,loyalty_credits,batch_id');
  return lines.map((line) => {
    const [user, spend, saved, credits, batch] = line.split(',') as [string, string, string, string, string];
    return { user, spend: Number(spend), saved: Number(saved), credits: Number(credits), batch: Number(batch) };
  });
}

const total = (rows: readonly Row[]) => rows.reduce((sum, { spend }) => sum + spend, 0);

/** The row with the largest batch of every user, and the file it stands in. */
function newest(deltas: readonly (readonly Row[])[]): ReadonlyMap<string, { row: Row; file: number }> {
  const found = new Map<string, { row: Row; file: number }>();
  deltas.forEach((rows, file) => {
    for (const row of rows) {
      const before = found.get(row.user);
      if (!before || row.batch > before.row.batch) found.set(row.user, { row, file });
    }
  });
  return found;
}

function winners(deltas: readonly (readonly Row[])[]): readonly number[] {
  const counts = deltas.map(() => 0);
  for (const { file } of newest(deltas).values()) counts[file] = (counts[file] ?? 0) + 1;
  return counts;
}

describe.each([1, 2, 20_001])('the sample of seed %i', (seed) => {
  const files = generateSample(seed);
  const tables = files.map(({ csv }) => read(csv));
  const deltas = tables.slice(0, 5);
  const [ours, theirs] = tables.slice(5) as [readonly Row[], readonly Row[]];
  const withoutLost = deltas.map((rows, file) => (file === 3 ? [] : rows));

  it('has five deltas and two tables', () => {
    expect(files.map(({ name }) => name)).toEqual(SAMPLE_FILES);
  });

  it('has the rows and totals of the published case in every delta', () => {
    expect(deltas.map((rows) => rows.length)).toEqual([10_000, 2494, 2519, 2473, 2483]);
    expect(deltas.map(total)).toEqual([9_993_346, 6_212_911, 8_820_088, 11_131_828, 14_897_837]);
  });

  it('reaches the smallest and the largest batch of every delta and passes neither', () => {
    const ranges = deltas.map((rows) => {
      const batches = rows.map(({ batch }) => batch);
      return [Math.min(...batches), Math.max(...batches)];
    });
    expect(ranges).toEqual([
      [0, 2000],
      [2001, 3000],
      [3001, 4500],
      [4501, 6000],
      [6002, 8000],
    ]);
  });

  it('has every user in the first delta, and at most once in any', () => {
    const users = deltas.map((rows) => new Set(rows.map(({ user }) => user)));
    expect(users.map(({ size }) => size)).toEqual(deltas.map((rows) => rows.length));
    for (const later of users) expect([...later].every((user) => users[0]?.has(user))).toBe(true);
  });

  it("gives the customer's table from all deltas, row for row", () => {
    expect(winners(deltas)).toEqual([3215, 1060, 1401, 1841, 2483]);
    expect(total(theirs)).toBe(33_904_525);
    const expected = newest(deltas);
    expect(theirs).toHaveLength(10_000);
    for (const row of theirs) expect(expected.get(row.user)?.row).toEqual(row);
  });

  it("gives the vendor's table from all deltas but the fourth, row for row", () => {
    expect(winners(withoutLost)).toEqual([4231, 1414, 1872, 0, 2483]);
    expect(total(ours)).toBe(29_162_044);
    const expected = newest(withoutLost);
    expect(ours).toHaveLength(10_000);
    for (const row of ours) expect(expected.get(row.user)?.row).toEqual(row);
  });

  it('leaves 632 newer users whom a late load of the lost delta would overwrite', () => {
    const last = new Set(deltas[4]?.map(({ user }) => user));
    expect(deltas[3]?.filter(({ user }) => last.has(user))).toHaveLength(632);
  });

  it("never lets a user's spend fall, so that the largest spend is the newest", () => {
    const reached = new Map<string, number>();
    for (const { user, spend } of deltas.flat()) {
      expect(spend).toBeGreaterThan(reached.get(user) ?? -1);
      reached.set(user, spend);
    }
  });

  it('differs on nearly every row when the tables are compared by position, and for 1,841 users by key', () => {
    const byPosition = ours.filter((row, i) => row.spend !== theirs[i]?.spend);
    expect(byPosition.length).toBeGreaterThan(9_900);
    const spendOf = new Map(theirs.map(({ user, spend }) => [user, spend]));
    expect(ours.filter(({ user, spend }) => spendOf.get(user) !== spend)).toHaveLength(1841);
  });

  it('follows the same sequence in both tables but for a few users who moved', () => {
    const place = new Map(theirs.map(({ user }, i) => [user, i]));
    const steps = ours.map(({ user }, i) => (place.get(user) as number) - i);
    const shifts = new Set(steps);
    expect(shifts.size).toBeLessThan(120);
    expect(steps.filter((step) => Math.abs(step) <= 80).length).toBeGreaterThan(9_900);
  });
});

it('is the same sample every time', () => {
  expect(generateSample()).toEqual(generateSample());
});

it('draws other rows from another seed', () => {
  expect(generateSample(1)[0]?.csv).not.toBe(generateSample(2)[0]?.csv);
});
