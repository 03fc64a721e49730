/** How benchmarks print: times in milliseconds, sizes in megabytes, tables aligned. */

/** 0 < share < 1 of the way up the sorted values; the median by default. Throws where there are none. */
export function quantile(values: readonly number[], share = 0.5): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('no value was measured');
  return value;
}

/** "12.3 ms", "1,234 ms", "12.3 s" */
export function duration(milliseconds: number): string {
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return milliseconds >= 100
    ? `${Math.round(milliseconds).toLocaleString('en-US')} ms`
    : `${milliseconds.toFixed(1)} ms`;
}

/** "1,234 MB" */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20).toLocaleString('en-US')} MB`;
}

/** The most memory that this process has held, in bytes. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}

/** Milliseconds that the work took, with what it gave. */
export function timed<T>(work: () => T): { readonly milliseconds: number; readonly value: T } {
  const from = performance.now();
  const value = work();
  return { milliseconds: performance.now() - from, value };
}

/** The first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => (row[c] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
