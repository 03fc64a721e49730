/** Any site: a path leads to the site that it is resolved on, whichever that is. */
const SITE = 'https://site.invalid';

/**
 * Whether an address is a path that, resolved as a browser resolves it, stays on the site on which it stands: neither
 * "//host", nor "https:host", nor a scheme of its own, nor what becomes one of these once line breaks and tabs are left
 * out or backslashes turned.
 */
export function isSitePath(address: string): boolean {
  try {
    const url = new URL(address, SITE);
    return address.startsWith('/') && url.origin === SITE && url.username === '' && url.password === '';
  } catch {
    return false;
  }
}
