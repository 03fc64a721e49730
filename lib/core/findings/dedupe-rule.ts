/** Which of a key's rows stands for it. */
export const dedupeRules = [
  'largest-version',
  'last-arrival',
  'first-arrival',
  'smallest-version',
  'largest-version-as-text',
  'largest-measure',
] as const;
export type DedupeRule = (typeof dedupeRules)[number];
