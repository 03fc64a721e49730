/** How things leave the page: as a file, through the clipboard, to disk. Nothing is sent. */

/** Rows above which an export goes to disk as it comes, where the browser can. */
const STREAMED = 100_000;

export function download(name: string, content: Blob | string, type = 'application/octet-stream'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}

/** A file name from parts, safe on every system, without folders: "Johnny-s-Jeans-rows.csv". */
export function fileName(parts: readonly string[], extension: string): string {
  const name = parts
    .join('-')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 120);
  return `${name === '' ? 'tieout' : name}.${extension}`;
}

/** False where the browser did not allow it. */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  if (typeof text !== 'string') {
    const blob = text.then((whole) => new Blob([whole], { type: 'text/plain' }));
    // Whether it comes at all is whose concern it is that asked for it.
    blob.catch(() => undefined);
    const copied = await settled(() => navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]));
    return copied || copyText(await text);
  }
  return (await settled(() => navigator.clipboard.writeText(text))) || copiedAs({ 'text/plain': text });
}

/**
 * As formatted text, and as plain text for what takes no other. Through the browser's own copying: the clipboard's newer
 * way cleans HTML under the page's policy, which takes every inline style out of it.
 */
export async function copyFormatted(html: string, text: string): Promise<boolean> {
  if (copiedAs({ 'text/html': html, 'text/plain': text })) return true;
  const blob = (part: string, type: string) => new Blob([part], { type });
  return settled(() =>
    navigator.clipboard.write([
      new ClipboardItem({ 'text/html': blob(html, 'text/html'), 'text/plain': blob(text, 'text/plain') }),
    ]),
  );
}

/** @param png may still be on its way: the browser wants to be asked within the click. */
export async function copyPicture(png: Promise<Blob>): Promise<boolean> {
  return settled(() => navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]));
}

/**
 * A file on disk that the person chose, for an export of this many rows; null: keep it in memory. Undefined: the person
 * chose none.
 */
export async function fileOnDisk(name: string, rows: number): Promise<FileSystemWritableFileStream | null | undefined> {
  const pick = (window as PickerWindow).showSaveFilePicker;
  if (rows < STREAMED || pick === undefined) return null;
  try {
    const handle = await pick.call(window, { suggestedName: name });
    return await handle.createWritable();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    return null;
  }
}

/** Called old, and without a successor that leaves styles alone. */
type CopyingDocument = { readonly execCommand: (command: 'copy') => boolean };

/** Not in every browser, hence not in TypeScript's own list. */
type PickerWindow = Window & {
  readonly showSaveFilePicker?: (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;
};

/** By the browser's own copying, which a page has that was not opened over https too. @param parts by media type */
function copiedAs(parts: Readonly<Record<string, string>>): boolean {
  const filled: DataTransfer[] = [];
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    if (event.clipboardData === null) return;
    for (const [type, part] of Object.entries(parts)) event.clipboardData.setData(type, part);
    filled.push(event.clipboardData);
  };
  document.addEventListener('copy', fill, { capture: true });
  const copied = (document as CopyingDocument).execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return copied && filled.length > 0;
}

/** False too where the page has no clipboard to ask. */
async function settled(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}
