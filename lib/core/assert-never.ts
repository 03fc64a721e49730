/** Ends an exhaustive switch: a value that no case took is a bug, and stops here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
