import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DiskHandle, diskSlices, diskSource } from '@/lib/cli/disk-source';
import { investigate } from '@/lib/cli/investigate';
import type { ByteSource } from '@/lib/core/csv/byte-source';
import { readCsv } from '@/lib/core/csv/read-csv';
import { readSource } from '@/lib/engine/readers/read-source';
import { readSources } from '@/lib/engine/session/read-sources';

let folder = '';
const inFolder = (name: string) => path.join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tieout-disk-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const old = `id,spend\n${Array.from({ length: 400 }, (_, r) => `${r},10\n`).join('')}`;
const anew = old.replaceAll(',10', ',20');
const CHANGED = { ok: false, problem: { code: 'file-changed', file: 'a.csv' } };

async function opened(file: string): Promise<ByteSource> {
  const source = await diskSource(file);
  if (!source.ok) throw new Error(source.problem.code);
  return source.value;
}

/** The same source, with something done once the slice was read that ends at or behind a place, before the next is. */
function changing(place: number, source: ByteSource, act: () => void): ByteSource {
  let done = false;
  return {
    ...source,
    async slice(from, to) {
      const bytes = await source.slice(from, to);
      if (to >= place && !done) {
        done = true;
        act();
      }
      return bytes;
    },
  };
}

/** Files of this folder that this process holds open. */
function openHere(): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const to = readlinkSync(`/proc/self/fd/${fd}`);
      return to.startsWith(folder) ? [to] : [];
    } catch {
      return [];
    }
  });
}

const CHANGES: readonly (readonly [string, (file: string) => void])[] = [
  [
    'grows',
    (file) => {
      appendFileSync(file, '400,10\n');
    },
  ],
  [
    'is truncated',
    (file) => {
      truncateSync(file, 100);
    },
  ],
  [
    'is replaced by another of its size',
    (file) => {
      writeFileSync(`${file}.part`, anew);
      renameSync(`${file}.part`, file);
    },
  ],
  [
    'is rewritten in place, with as many bytes',
    (file) => {
      writeFileSync(file, anew, { flag: 'r+' });
    },
  ],
  [
    'is removed',
    (file) => {
      unlinkSync(file);
    },
  ],
];

describe('a file on disk', () => {
  it.each(CHANGES)('is refused that %s while it is read', async (_, change) => {
    const file = inFolder('a.csv');
    writeFileSync(file, old);
    const source = changing(1000, await opened(file), () => {
      change(file);
    });
    expect(await readCsv(source, { chunkBytes: 500 })).toEqual(CHANGED);
    await source.close?.();
  });

  it.each(CHANGES)('is refused that %s between the look and a thread that reads it', async (_, change) => {
    const file = inFolder('a.csv');
    writeFileSync(file, old);
    const { handle } = await opened(file);
    change(file);
    const source = diskSlices(structuredClone(handle) as DiskHandle);
    expect((await readSource(source)).map(({ table }) => table)).toEqual([CHANGED]);
    await source.close?.();
  });

  it('is refused where it is rewritten right after its last byte was read', async () => {
    const file = inFolder('a.csv');
    writeFileSync(file, old);
    const source = await opened(file);
    expect(await readCsv(source)).toMatchObject({ ok: true });
    writeFileSync(file, anew, { flag: 'r+' });
    expect(await readCsv(source)).toEqual(CHANGED);
    await source.close?.();
  });

  it('is refused where a link comes to lead elsewhere', async () => {
    writeFileSync(inFolder('monday'), old);
    writeFileSync(inFolder('tuesday'), anew);
    symlinkSync('monday', inFolder('a.csv'));
    const source = changing(1000, await opened(inFolder('a.csv')), () => {
      unlinkSync(inFolder('a.csv'));
      symlinkSync('tuesday', inFolder('a.csv'));
    });
    expect(await readCsv(source, { chunkBytes: 500 })).toEqual(CHANGED);
    await source.close?.();
  });

  it('is refused as an archive too', async () => {
    const file = inFolder('a.csv');
    writeFileSync(file, gzipSync(old));
    const source = changing(2, await opened(file), () => {
      writeFileSync(file, gzipSync(anew), { flag: 'r+' });
    });
    expect((await readSource(source)).map(({ table }) => table)).toEqual([CHANGED]);
    await source.close?.();
  });

  it('is refused where it has to be read again, for another header, and has changed since', async () => {
    mkdirSync(inFolder('other'));
    const files = [inFolder('a.csv'), inFolder('other/a.csv')];
    for (const file of files) writeFileSync(file, old);
    const found = await readSources(await Promise.all(files.map(opened)), {
      as: (file, unique) => {
        if (unique === file) return {};
        writeFileSync(inFolder('other/a.csv'), anew, { flag: 'r+' });
        return { headerLine: 1 };
      },
    });
    expect(found).toMatchObject({ ok: true, value: [{ table: { ok: true } }, { table: CHANGED }] });
    expect(openHere()).toEqual([]);
  });

  it.each([
    ['was read', {}],
    ['was changed', { change: true }],
    ['was no longer wanted', { cancel: true }],
  ])('is closed once it %s', async (_, { change = false, cancel = false }: { change?: boolean; cancel?: boolean }) => {
    const file = inFolder('a.csv');
    writeFileSync(file, old);
    const controller = new AbortController();
    let held: readonly string[] = [];
    const source = changing(1, await opened(file), () => {
      held = openHere();
      if (change) writeFileSync(file, anew, { flag: 'r+' });
      if (cancel) controller.abort();
    });
    await readSources([source], { signal: controller.signal, memory: 1e12 });
    expect(held).toEqual([file]);
    expect(openHere()).toEqual([]);
  });
});

describe('what is no file', () => {
  const reasonOf = async (name: string) => {
    const source = await diskSource(path.isAbsolute(name) ? name : inFolder(name));
    return source.ok || source.problem.code !== 'file-unreadable' ? source : source.problem.reason;
  };

  it('is refused with its kind, and never waited for', async () => {
    mkdirSync(inFolder('folder'));
    spawnSync('mkfifo', [inFolder('pipe')]);
    symlinkSync('gone', inFolder('dangling'));
    symlinkSync('around', inFolder('around'));
    writeFileSync(inFolder('a.csv'), old);
    const server = createServer().listen(inFolder('socket'));
    await once(server, 'listening');
    expect(await reasonOf('folder')).toBe('it is a folder');
    expect(await reasonOf('pipe')).toBe('it is a pipe, and what it gives has to be written to a file first');
    expect(await reasonOf('/dev/null')).toBe('it is a device and no file');
    expect(await reasonOf('socket')).toBe('it is a socket and no file');
    expect(await reasonOf('dangling')).toBe('it is a link to a file that is not there');
    expect(await reasonOf('around')).toBe('it is a link that leads back to itself');
    expect(await reasonOf('gone')).toBe('there is no such file');
    expect(await reasonOf(path.join('a.csv', 'b.csv'))).toBe('there is no such file');
    server.close();
    await once(server, 'close');
  });

  it.skipIf(process.getuid?.() === 0)(
    'is said of a file that may not be read (skipped for root, who may)',
    async () => {
      writeFileSync(inFolder('a.csv'), old);
      chmodSync(inFolder('a.csv'), 0);
      expect(await reasonOf('a.csv')).toBe('this user may not read it');
    },
  );
});

const hook: { act: (source: ByteSource) => ByteSource } = vi.hoisted(() => ({ act: (source) => source }));
vi.mock('@/lib/cli/disk-source', async (original) => {
  const real = await original<typeof import('@/lib/cli/disk-source')>();
  return {
    ...real,
    diskSource: async (file: string) => {
      const source = await real.diskSource(file);
      return source.ok ? { ok: true, value: hook.act(source.value) } : source;
    },
  };
});

describe('the command line', () => {
  afterEach(() => {
    hook.act = (source) => source;
    vi.restoreAllMocks();
  });

  it('ends with 2 and says so where a file changes while it is read', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    for (const name of ['a.csv', 'b.csv', 'ours.csv']) writeFileSync(inFolder(name), old);
    hook.act = (source) =>
      source.name === 'b.csv'
        ? changing(3, source, () => {
            writeFileSync(inFolder('b.csv'), anew, { flag: 'r+' });
          })
        : source;
    expect(await investigate([inFolder('a.csv'), inFolder('b.csv'), '--ours', inFolder('ours.csv')])).toBe(2);
    expect(said.mock.calls.map(([text]) => text).join('')).toBe(
      'b.csv was removed or changed on disk since it was given.\n',
    );
    expect(openHere()).toEqual([]);
  });
});
