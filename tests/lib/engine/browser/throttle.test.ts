import { expect, test } from 'vitest';
import { throttled } from '@/lib/engine/browser/throttle';

test('progress is told at most once in its time, but always where a stage begins and at the end', () => {
  let now = 0;
  const told: number[] = [];
  const report = throttled(
    (progress) => told.push(progress.stage === 'reading' ? progress.bytes : -progress.done),
    () => now,
    50,
  );
  const at = (milliseconds: number, bytes: number, file = 'a.csv') => {
    now = milliseconds;
    report({ stage: 'reading', file, bytes, totalBytes: 100, rows: 0 });
  };
  at(0, 0);
  at(10, 10);
  at(49, 20, 'b.csv');
  at(50, 30, 'b.csv');
  at(71, 40, 'c.csv');
  at(72, 100, 'c.csv');
  report({ stage: 'searching', done: 1, of: 0 });
  report({ stage: 'searching', done: 2, of: 0 });
  expect(told).toEqual([0, 30, 100, -1]);
});
