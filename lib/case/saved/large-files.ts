/** From this size on a file is kept in the origin's private file system rather than in the database. */
export const LARGE = 4 * 1024 * 1024;

/** A folder of files by their hash. Rejects with the browser's own errors. */
export interface LargeFiles {
  write(sha256: string, blob: Blob): Promise<void>;
  /** Null: there is none. */
  read(sha256: string): Promise<Blob | null>;
  remove(sha256: string): Promise<void>;
  list(): Promise<readonly string[]>;
}

const FOLDER = 'case-files';

/** Null where the browser has no private file system that a page can write to. */
export async function openLargeFiles(): Promise<LargeFiles | null> {
  try {
    if (!('createWritable' in FileSystemFileHandle.prototype)) return null;
    const root = await navigator.storage.getDirectory();
    return largeFilesIn(await root.getDirectoryHandle(FOLDER, { create: true }));
  } catch {
    // Without it large files go where the small ones go.
    return null;
  }
}

function largeFilesIn(folder: FileSystemDirectoryHandle): LargeFiles {
  const isAbsent = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError';
  const remove = async (sha256: string) => {
    try {
      await folder.removeEntry(sha256);
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
  };
  return {
    remove,
    async write(sha256, blob) {
      try {
        const handle = await folder.getFileHandle(sha256, { create: true });
        // What is written takes the file's place only when it is closed: a crash leaves no half of it.
        const writable = await handle.createWritable();
        await writable.write(blob);
        await writable.close();
      } catch (error) {
        await remove(sha256);
        throw error;
      }
    },
    async read(sha256) {
      try {
        return await (await folder.getFileHandle(sha256)).getFile();
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
    async list() {
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names;
    },
  };
}
