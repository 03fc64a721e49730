/** JSON with the keys of every object in order: equal for values that differ in the order of their keys alone. */
export function canonical(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (_, part: unknown) => {
      if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
      return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    },
    indent,
  );
}
