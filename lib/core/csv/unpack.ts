import { gunzipSync, unzipSync } from 'fflate';
import { fail, ok, type Result } from '../result';

interface NamedBytes {
  /** Without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The files inside a `.gz` or `.zip`, in memory; anything else comes back as it is. Folders, hidden files and what macOS
 * adds are left out, and so is a ".gz" at the end of the name. Problems: file-unreadable, file-empty.
 */
export function unpack(name: string, bytes: Uint8Array): Result<readonly NamedBytes[]> {
  const isWorkbook = /\.(xlsx|xlsm|ods)$/i.test(name);
  try {
    if (isGzip(bytes)) return ok([gunzipped({ name, bytes })]);
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 0x03 || isWorkbook) return ok([{ name, bytes }]);
    const entries = Object.entries(unzipSync(bytes));
    if (entries.some(([path]) => path === '[Content_Types].xml')) return ok([{ name, bytes }]);
    const files = entries
      .filter(([path]) => !path.endsWith('/') && !/(^|\/)(__MACOSX\/|\.)/.test(path))
      .map(([path, content]) => ({ name: path.slice(path.lastIndexOf('/') + 1), bytes: content }))
      .map((file) => (isGzip(file.bytes) ? gunzipped(file) : file));
    return files.length === 0 ? fail({ code: 'file-empty', file: name }) : ok(files);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail({ code: 'file-unreadable', file: name, reason, packed: true });
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function gunzipped({ name, bytes }: NamedBytes): NamedBytes {
  return { name: name.replace(/\.gz$/i, ''), bytes: gunzipSync(bytes) };
}
