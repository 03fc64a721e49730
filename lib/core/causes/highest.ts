/** The largest of the numbers, 0 or more; cells that are empty do not count. */
export function highest(cells: Float64Array): number {
  let most = 0;
  for (const cell of cells) if (Number.isFinite(cell) && cell > most) most = cell;
  return most;
}
