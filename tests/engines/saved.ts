import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PATIENCE, type Saved } from './driver';
import { until } from './until';

/** Files that a browser has not finished. */
const UNFINISHED = /\.(part|crdownload|wkdownload)$/;

/** The file that comes into a folder by an act, once it is there under its own name and grows no more. */
export async function savedInto(folder: string, act: () => Promise<void>): Promise<Saved> {
  const before = new Set(readdirSync(folder));
  await act();
  let size = 0;
  const name = await until(`a file to arrive in ${PATIENCE} ms`, () => {
    const fresh = readdirSync(folder).filter((one) => !before.has(one));
    const [only] = fresh;
    if (only === undefined || fresh.some((one) => UNFINISHED.test(one))) return null;
    const was = size;
    size = statSync(path.join(folder, only)).size;
    return size > 0 && size === was ? only : null;
  });
  return { name, bytes: readFileSync(path.join(folder, name)) };
}
