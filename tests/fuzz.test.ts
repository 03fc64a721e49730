import fc from 'fast-check';
import { describe, it } from 'vitest';
import { targets } from './fuzz/targets';

/** Executions over all targets; `npm run fuzz` makes many more. */
const EXECUTIONS = 10_000;

describe('whatever is given', () => {
  it.each(targets.map((target) => [target.name, target] as const))(
    'is taken rightly or refused: %s',
    async (_, { property }) => {
      await fc.assert(property, { numRuns: Math.ceil(EXECUTIONS / targets.length) });
    },
    120_000,
  );
});
