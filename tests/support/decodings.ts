/** A text, and whatever it holds in another writing: quoted-printable, base64, percent signs, entities, escapes. */
export function decodings(text: string): readonly string[] {
  const seen = new Set([text]);
  for (const part of seen) {
    for (const read of [quotedPrintable(part), percent(part), entities(part), escapes(part), part.replace(/\s+/g, ' ')])
      seen.add(read);
    for (const [found] of part.matchAll(/[A-Za-z0-9+/]{8,}={0,2}/g)) {
      const decoded = Buffer.from(found, 'base64').toString('utf8');
      if (found.length % 4 === 0 && !decoded.includes('\ufffd')) seen.add(decoded);
    }
    if (seen.size > 4000) throw new Error('too many writings');
  }
  return [...seen];
}

function quotedPrintable(text: string): string {
  if (!/=(?:[0-9A-F]{2}|\r\n)/.test(text)) return text;
  const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`);
  return percent(bytes);
}

function percent(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (found) => {
    try {
      return decodeURIComponent(found);
    } catch {
      return found;
    }
  });
}

function entities(text: string): string {
  const named: ReadonlyMap<string, string> = new Map([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
  ]);
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (found, name: string) => named.get(name) ?? found);
}

function escapes(text: string): string {
  return text.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
