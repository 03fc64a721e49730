/** Whether the site now serves another build than the one this page came from; false where it serves none. */
export async function isReplaced(): Promise<boolean> {
  try {
    const answer = await fetch(window.location.pathname, { cache: 'no-store' });
    if (!answer.ok) return false;
    const served = scriptsOf(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    const here = scriptsOf(document);
    return served.length > 0 && !served.every((script) => here.includes(script));
  } catch {
    return false;
  }
}

/** The names change with what the scripts hold. */
function scriptsOf(page: Document): readonly string[] {
  return [...page.querySelectorAll('script[src]')].map((script) => script.getAttribute('src') ?? '');
}
