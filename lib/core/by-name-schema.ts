import { z } from 'zod';

/** Values by names that come from data. zod's own records drop a member called "__proto__". */
export function byName<V extends z.ZodType>(value: V) {
  return z.preprocess(
    (held) => (isFields(held) ? Object.entries(held) : held),
    z
      .array(z.tuple([z.string(), value]))
      .transform((entries) => Object.fromEntries(entries) as Record<string, z.output<V>>),
  );
}

function isFields(held: unknown): held is object {
  return typeof held === 'object' && held !== null && !Array.isArray(held);
}
