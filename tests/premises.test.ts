import { expect, test } from 'vitest';
import { investigateMix, type JudgedMix } from './support/premises/investigate-mix';
import { plantMix } from './support/premises/mix';
import { planMixes, planPlain } from './support/premises/plan';

/** Share of the mixes that has to be told rightly. */
const RIGHT_SHARE = 0.97;

const MIXES = 60;

const judged: JudgedMix[] = [];
for (const spec of planMixes(MIXES)) judged.push(await investigateMix(plantMix(spec)));

/** "seed: remark" of the mixes that came out so. */
const seeds = (...outcomes: string[]) =>
  judged
    .filter(({ verdict }) => outcomes.includes(verdict.outcome))
    .map(({ mix, verdict }) => `${mix.spec.seed}: ${verdict.remarks[0] ?? ''}`);

test('what the files mean is never proved falsely', () => {
  expect(seeds('false proof')).toEqual([]);
});

test('no table is said to be exactly what the files should give when nobody can know it', () => {
  expect(seeds('untrue exactly')).toEqual([]);
});

test(`of ${MIXES} odd mixes of files at least ${RIGHT_SHARE * 100} % are told rightly`, () => {
  const others = seeds('abstained', 'wrong', 'untrue exactly', 'false proof');
  expect(others.length, others.join('\n')).toBeLessThanOrEqual(Math.floor(MIXES * (1 - RIGHT_SHARE)));
});

test('a mix is the same whenever it is planted', () => {
  const [spec] = planPlain(1);
  if (!spec) throw new Error('nothing is planned');
  expect(plantMix(spec).files).toEqual(plantMix(spec).files);
});
