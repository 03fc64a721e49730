import type { FaultCode } from '@/lib/core/findings/fault';
import { allCodes, goTogether } from './draw-fault';
import type { CaseSpec } from './plant';
import { seededRandom } from './random';

/** How many cases of each kind; singles and noise count for each fault of the catalogue. */
export interface PlanSize {
  readonly singles: number;
  readonly pairs: number;
  readonly triples: number;
  readonly noise: number;
  readonly clean: number;
  readonly largest: number;
}

/** What `npm run bench:causes` runs. */
export const fullPlan: PlanSize = { singles: 11, pairs: 192, triples: 120, noise: 80, clean: 12, largest: 3000 };

/** The fixed part that runs with every `npm test`: small cases, every fault once. */
export const fixedPlan: PlanSize = { singles: 1, pairs: 12, triples: 6, noise: 6, clean: 2, largest: 260 };

/**
 * The cases, in an order and with seeds that never change for a size. Every fault stands as often as any other in
 * singles, and comes first in as many pairs, triples and noisy cases; the rest of a set is drawn from the seed.
 * @param series 0 for the cases that are always run; any other number gives as many that nothing was tuned on.
 */
export function planCases(size: PlanSize, series = 0): CaseSpec[] {
  const base = series * 100_000;
  const singles = allCodes.flatMap((code, c) =>
    Array.from({ length: size.singles }, (_, n): CaseSpec => spec(base + 10_000 + c * 100 + n, 'single', [code], size)),
  );
  const sets = (kind: 'pair' | 'triple', count: number, from: number) =>
    Array.from(
      { length: count },
      (_, n): CaseSpec => spec(from + n, kind, drawSet(n, kind === 'pair' ? 2 : 3, from + n), size),
    );
  const noise = Array.from({ length: size.noise }, (_, n): CaseSpec => {
    const beneath = allCodes[Math.floor(n / 2) % allCodes.length];
    return spec(base + 40_000 + n, 'noise', n % 2 === 1 && beneath ? [beneath] : [], size);
  });
  const clean = Array.from({ length: size.clean }, (_, n): CaseSpec => spec(base + 50_000 + n, 'clean', [], size));
  return [
    ...singles,
    ...sets('pair', size.pairs, base + 20_000),
    ...sets('triple', size.triples, base + 30_000),
    ...noise,
    ...clean,
  ];
}

function spec(seed: number, size: CaseSpec['size'], codes: readonly FaultCode[], plan: PlanSize): CaseSpec {
  const faulty = (['ours', 'ours', 'theirs', 'both'] as const)[seed % 4] ?? 'ours';
  return { seed, size, codes, faulty, largest: plan.largest };
}

function drawSet(turn: number, count: number, seed: number): FaultCode[] {
  const random = seededRandom(seed * 7 + 1);
  const first = allCodes[turn % allCodes.length] ?? 'file-not-loaded';
  for (;;) {
    const codes: FaultCode[] = [first];
    while (codes.length < count) codes.push(random.pick(allCodes));
    if (goTogether(codes)) return codes;
  }
}
