import type { Source } from '@/lib/engine/investigator';

export function fileSource(file: File): Source {
  return { kind: 'file', name: file.name, file, lastModified: file.lastModified };
}

/** What a drop brought. Nothing of it is lost in silence. */
export interface Dropped {
  readonly sources: readonly Source[];
  /** Names of the files and folders that the browser does not hand out. */
  readonly unopened: readonly string[];
}

/** The files of a drop, those inside dropped folders included; hidden files of the system (".DS_Store") are not. */
export async function droppedFiles(transfer: Pick<DataTransfer, 'items' | 'files'>): Promise<Dropped> {
  // Entries must be taken before the first await: the browser empties the transfer after the event.
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const plain = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return { sources: plain.map(fileSource), unopened: [] };
  const found: Found = { files: [], unopened: [] };
  for (const entry of entries) if (entry) await openMutable(entry, found);
  return {
    sources: found.files.filter((file) => !file.name.startsWith('.')).map(fileSource),
    unopened: found.unopened,
  };
}

/** What to say of a drop that brought less than it seemed to; null: it brought everything. */
export function describeDrop({ sources, unopened }: Dropped): { readonly what: string; readonly next: string } | null {
  const [first, ...others] = unopened;
  if (first !== undefined) {
    const rest = others.length === 0 ? '' : `, nor ${others.length} more`;
    return {
      what: `The browser could not open ${first}${rest}.`,
      next: `${sources.length > 0 ? 'The other files were taken. ' : ''}Open the folder and drop the files themselves, or choose them with the button.`,
    };
  }
  if (sources.length > 0) return null;
  return { what: 'Nothing was dropped that holds a file.', next: 'Drop files, or a folder with files in it.' };
}

interface Found {
  readonly files: File[];
  readonly unopened: string[];
}

async function openMutable(entry: FileSystemEntry, found: Found): Promise<void> {
  try {
    if (isFile(entry)) found.files.push(await fileOf(entry));
    if (!isDirectory(entry)) return;
    const reader = entry.createReader();
    // A reader hands out at most a hundred entries a call and ends with an empty list.
    for (;;) {
      const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => {
        reader.readEntries(resolve, reject);
      });
      if (entries.length === 0) return;
      for (const child of entries) await openMutable(child, found);
    }
  } catch {
    found.unopened.push(entry.name);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
