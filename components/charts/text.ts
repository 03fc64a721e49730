/** Lettering of a chart: `axis` is quiet, `label` is ink, `gap` is the one red. */
export const TEXT = {
  axis: { fontSize: 11, fill: 'var(--mut)', fontWeight: 400 },
  label: { fontSize: 11, fill: 'var(--ink)', fontWeight: 500 },
  gap: { fontSize: 11, fill: 'var(--gap)', fontWeight: 650 },
} as const;
