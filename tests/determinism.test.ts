import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const script = path.join(import.meta.dirname, 'support/determinism/run.ts');

/** Where letters, digits, days and the order of words differ most from English ones. */
const PLACES = [
  { LC_ALL: 'en_US.UTF-8', TZ: 'UTC' },
  { LC_ALL: 'tr_TR.UTF-8', TZ: 'Europe/Istanbul' },
  { LC_ALL: 'de_DE.UTF-8', TZ: 'America/St_Johns' },
  { LC_ALL: 'ar_EG.UTF-8', TZ: 'Pacific/Kiritimati' },
  { LC_ALL: 'C', TZ: 'Pacific/Marquesas' },
];

it('says the same to the last byte in any place, with any pieces and any number of threads: 100 runs', () => {
  const hashes = PLACES.flatMap((place) => {
    const env = { ...process.env, ...place, LANG: place.LC_ALL, NODE_OPTIONS: '' };
    const out = execFileSync(process.execPath, ['--import', 'tsx', script], { env, encoding: 'utf8' });
    return out.trim().split('\n');
  });
  expect(hashes).toHaveLength(100);
  expect(new Set(hashes).size).toBe(1);
}, 240_000);
