/** GiB of a machine of which the browser does not tell; it says no more than this of any. */
const USUAL = 8;

/** Bytes of memory that the machine has, as far as the browser tells: in powers of two, those beyond 8 GiB kept back. */
export function deviceMemory(): number {
  const { deviceMemory: told } = navigator as { readonly deviceMemory?: number };
  return (told ?? USUAL) * 2 ** 30;
}
