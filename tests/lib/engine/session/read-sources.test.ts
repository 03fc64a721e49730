import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bytesSource } from '@/lib/core/csv/byte-source';
import { MOST_FILES } from '@/lib/core/limits';
import { fail } from '@/lib/core/result';
import type { Progress } from '@/lib/engine/investigator';
import { memoryNeeded } from '@/lib/engine/session/memory';
import { type FoundFile, readSources, tablesOf } from '@/lib/engine/session/read-sources';
import { readerThreads, sentSource } from '@/tests/support/reader-threads';

const csv = (rows: number) => strToU8(`id,n\n${'a,1\n'.repeat(rows)}`);

async function found(
  sources: Parameters<typeof readSources>[0],
  context: Parameters<typeof readSources>[1] = {},
): Promise<readonly FoundFile[]> {
  const read = await readSources(sources, context);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

function told(files: readonly FoundFile[]): string[] {
  return files.map(({ source, table }) =>
    table.ok ? `${source}: ${table.value.file}, ${table.value.rows} rows` : `${source}: ${table.problem.code}`,
  );
}

describe('reading sources', () => {
  test('reads the files of an archive in its order, each by itself', async () => {
    const archive = zipSync({ 'in/b.csv': csv(2), 'in/empty.csv': new Uint8Array(), 'a.csv': csv(1) });
    const files = await found([bytesSource('first.csv', csv(3)), bytesSource('export.zip', archive)]);
    expect(told(files)).toEqual(['0: first.csv, 3 rows', '1: b.csv, 2 rows', '1: file-empty', '1: a.csv, 1 rows']);
    expect([...tablesOf(files)].map(([id, { file }]) => `${id}: ${file}`)).toEqual([
      '0: first.csv',
      '1: b.csv',
      '2: a.csv',
    ]);
  });

  test('tells of an archive that cannot be opened, and reads the others', async () => {
    const broken = zipSync({ 'a.csv': csv(1) }).slice(0, 40);
    const files = await found([bytesSource('broken.zip', broken), bytesSource('b.csv', csv(1))]);
    expect(told(files)).toEqual(['0: archive-damaged', '1: b.csv, 1 rows']);
  });

  test('reads a header where it is said to be, of each file by its name or by what tells it apart', async () => {
    const headed = strToU8('x,y\nid,n\na,1\n');
    const twice = [bytesSource('a.csv', headed), bytesSource('a.csv', headed), bytesSource('b.csv', headed)];
    const headers = async (headerLine: (file: string, unique: string) => number | undefined) =>
      (await found(twice, { as: (...of) => ({ headerLine: headerLine(...of) }) })).map(
        ({ table }) => table.ok && table.value.headerLine,
      );
    expect(await headers((file) => (file === 'a.csv' ? 2 : undefined))).toEqual([2, 2, 1]);
    expect(await headers((_, unique) => (unique === 'a.csv' ? 2 : undefined))).toEqual([2, 1, 1]);
    expect(await headers((_, unique) => (unique === 'a.csv (2)' ? 2 : undefined))).toEqual([1, 2, 1]);
  });

  test('refuses more files than may be, those in archives counted, and what it was not given it does not read', async () => {
    const most = { files: 3, rows: 100 };
    const one = bytesSource('a.csv', csv(1));
    const two = bytesSource('two.zip', zipSync({ 'b.csv': csv(1), 'c.csv': csv(1) }));
    expect(await found([one, one, one], { most })).toHaveLength(3);
    expect(await found([one, two], { most })).toHaveLength(3);
    const unread = { ...one, slice: () => expect.fail('it is not to be read') };
    const problem = { code: 'too-many-files', files: 4, most: 3 } as const;
    expect(await readSources([unread, unread, unread, unread], { most })).toEqual(fail(problem));
    expect(await readSources([two, two, unread], { most })).toEqual(fail(problem));
    expect(await readSources(Array<typeof unread>(MOST_FILES + 1).fill(unread))).toEqual(
      fail({ code: 'too-many-files', files: MOST_FILES + 1, most: MOST_FILES }),
    );
  });

  test('refuses more rows than may be, rejected ones counted', async () => {
    const most = { files: 10, rows: 5 };
    const cut = bytesSource('cut.csv', strToU8('id,n\na,1\nb\nc,3\n'));
    expect(await found([cut, bytesSource('a.csv', csv(2))], { most })).toHaveLength(2);
    const problem = { code: 'too-many-rows', rows: 6, most: 5 } as const;
    expect(await readSources([cut, bytesSource('a.csv', csv(3))], { most })).toEqual(fail(problem));
    const readers = readerThreads(2);
    const many = [csv(3), csv(3), csv(3)].map((bytes) => sentSource('a.csv', bytes));
    expect(await readSources(many, { most, readers })).toMatchObject({ problem: { code: 'too-many-rows', most: 5 } });
    expect(readers.ended).toBe(readers.started);
  });

  test('refuses, before it reads any, files that need more memory than there is, packed or not', async () => {
    const rows = csv(1000);
    const drops = [
      [bytesSource('a.csv', rows), bytesSource('b.csv', rows)],
      [bytesSource('ab.zip', zipSync({ 'a.csv': rows, 'b.csv': rows }))],
      [bytesSource('a.csv.gz', gzipSync(rows)), bytesSource('b.csv.gz', gzipSync(rows))],
    ];
    for (const drop of drops) {
      const needed = await memoryNeeded(drop);
      const heard: Progress[] = [];
      const read = (memory: number) => readSources(drop, { memory, onProgress: (progress) => heard.push(progress) });
      expect(await read(needed - 1)).toEqual(fail({ code: 'too-large', needed, available: needed - 1 }));
      expect(heard).toEqual([]);
      expect((await read(needed)).ok).toBe(true);
      expect(needed).toBe(await memoryNeeded(drops[0] ?? []));
    }
  });

  test('counts an archive by its packed bytes until it is opened', async () => {
    const heard: Progress[] = [];
    const archive = zipSync({ 'a.csv': csv(1000) });
    await found([bytesSource('export.zip', archive)], { onProgress: (progress) => heard.push(progress) });
    const bytes = csv(1000).length;
    expect(heard.at(-1)).toEqual({ stage: 'reading', file: 'a.csv', bytes, totalBytes: bytes, rows: 1000 });
  });
});
