/** Names by file id, told apart where two files have the same: "users.csv", "users.csv (2)". Lower ids keep their name. */
export function uniqueFileNames(
  files: Iterable<readonly [number, { readonly file: string }]>,
): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const [id, { file }] of [...files].sort(([a], [b]) => a - b)) {
    let name = file;
    for (let n = 2; taken.has(name); n++) name = `${file} (${n})`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}
