/** Files of the sample, in the order in which they are offered: five deltas, the vendor's table, the customer's. */
export const SAMPLE_DELTAS = ['delta0.csv', 'delta1.csv', 'delta2.csv', 'delta3.csv', 'delta4.csv'] as const;
export const SAMPLE_OURS = 'Ledgerly-user-summary.csv';
export const SAMPLE_THEIRS = 'Marlow-Denim-user-summary.csv';
export const SAMPLE_FILES: readonly string[] = [...SAMPLE_DELTAS, SAMPLE_OURS, SAMPLE_THEIRS];
