import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskSource } from '@/lib/cli/disk-source';
import { READER } from '@/lib/cli/reader-thread';
import type { FromReader, ToReader } from '@/lib/engine/readers/protocol';
import { command, ensureCommand } from '../../../scripts/steps/command.mjs';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tieout-reader-'));
  expect(await ensureCommand()).toBe(0);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the command line's one file", () => {
  it('reads a file that it is asked for, when it is started as a reader', async () => {
    const file = path.join(folder, 'a.csv');
    const text = 'x,y\nid,name\n1,a\n2,b\n';
    writeFileSync(file, text);
    const reader = new Worker(command, { workerData: READER });
    try {
      const read = new Promise<FromReader>((resolve) => {
        reader.on('message', (message: FromReader) => {
          if (message.type !== 'progress') resolve(message);
        });
      });
      const source = await diskSource(file);
      const { name, size, handle } = source.ok ? source.value : expect.fail(source.problem.code);
      reader.postMessage({ name, size, handle, as: { headerLine: 2 }, unpacked: undefined } satisfies ToReader);
      expect(await read).toMatchObject({
        type: 'read',
        files: [{ name: 'a.csv', table: { ok: true, value: { rows: 2, headerLine: 2 } } }],
      });
    } finally {
      await Promise.all([once(reader, 'exit'), reader.terminate()]);
    }
  });
});
