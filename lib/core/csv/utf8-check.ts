/** Whether bytes that come in pieces are UTF-8. Pieces of ASCII, as most files are made of, cost a glance. */
export class Utf8Check {
  #decoder: TextDecoder | null = null;

  /** False as soon as they are not, and for a last piece that ends within a character. */
  push(bytes: Uint8Array, last: boolean): boolean {
    if (this.#decoder === null && isAscii(bytes)) return true;
    this.#decoder ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    try {
      this.#decoder.decode(bytes, { stream: !last });
      return true;
    } catch {
      return false;
    }
  }
}

function isAscii(bytes: Uint8Array): boolean {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes.length >> 2 : 0;
  const words = new Uint32Array(bytes.buffer, aligned === 0 ? 0 : bytes.byteOffset, aligned);
  let bits = 0;
  for (let i = 0; i < aligned; i++) bits |= words[i] as number;
  let rest = 0;
  for (let i = aligned * 4; i < bytes.length; i++) rest |= bytes[i] as number;
  return (bits & 0x8080_8080) === 0 && rest < 0x80;
}
