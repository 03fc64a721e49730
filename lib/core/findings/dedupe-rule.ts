import { z } from 'zod';

/** Which of a key's rows stands for it. */
export const dedupeRules = [
  'largest-version',
  'last-arrival',
  'first-arrival',
  'smallest-version',
  'largest-version-as-text',
  'largest-measure',
] as const;
export const dedupeRuleSchema = z.enum(dedupeRules);
export type DedupeRule = (typeof dedupeRules)[number];
