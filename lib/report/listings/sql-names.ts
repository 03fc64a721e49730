/** Names and texts as SQL writes them. */

/** Bare where no keyword can be meant: words joined by underscores. */
export function id(name: string): string {
  return /^(?!current_|at_)[a-z]+(_[a-z0-9]+)+$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
