/** Which columns say who someone is by what stands in them. */

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^(?:\+|00)\d[\d ()./-]{6,20}$|^\(?0\d{1,5}[)/ -][\d ()./-]{4,16}$/;
const IBAN = /^[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?$/;
const IP = /^(?:\d{1,3}\.){3}\d{1,3}$|^(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}$/i;

/** Share of a column's distinct texts that must be of a kind. */
const MOST = 0.5;

/** Whether most of these texts are addresses of mail, numbers of phones or accounts, or addresses of machines. O(texts). */
export function arePersonal(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text.trim() !== '');
  return (
    filled.length > 0 &&
    [EMAIL, PHONE, IBAN, IP].some(
      (kind) => filled.filter((text) => kind.test(text.trim())).length > filled.length * MOST,
    )
  );
}
