/** Without the room that was not used; the same memory where that is little. */
export function trimmed<T extends Int32Array | Uint32Array | Float64Array | Uint8Array>(values: T, length: number): T {
  const few = (values.length - length) * 8 <= values.length;
  return (few ? values.subarray(0, length) : values.slice(0, length)) as T;
}
