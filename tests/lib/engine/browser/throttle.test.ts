import { expect, test } from 'vitest';
import { throttled } from '@/lib/engine/browser/throttle';

test('progress is told at most once in its time, but always where a file begins and at the end', () => {
  let now = 0;
  const told: number[] = [];
  const report = throttled(
    (progress) => told.push(progress.stage === 'reading' ? progress.bytes : -1),
    () => now,
    50,
  );
  const at = (milliseconds: number, bytes: number, file = 'a.csv') => {
    now = milliseconds;
    report({ stage: 'reading', file, bytes, totalBytes: 100, rows: 0 });
  };
  at(0, 0);
  at(10, 10);
  at(49, 20);
  at(50, 30);
  at(60, 40, 'b.csv');
  at(70, 50, 'b.csv');
  at(71, 100, 'b.csv');
  expect(told).toEqual([0, 30, 40, 100]);
});
