import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '@/lib/core/csv/byte-source';
import { looksUnlikeText } from '@/lib/core/csv/file-kind';
import { readCsv } from '@/lib/core/csv/read-csv';
import { describeProblem } from '@/lib/core/words/problem';
import { utf8 } from '@/tests/support/csv-text';

/** Bytes from a text, one for each character. */
const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('the kind of a file', () => {
  it.each([
    ['PAR1'],
    ['PAR1D'],
    ['PK'],
    ['PKZIP'],
    ['BZh'],
    ['BZh9'],
    ['BZh91AY'],
    ['GIF8'],
    ['GIF89a'],
    ['%PDF'],
    ['%PDF-1.7'],
    ['%PDF-share'],
    ['7z'],
    ['Rar!'],
    ['ustar'],
  ])('is text where the first column is called %s', async (name) => {
    for (const delimiter of [',', ';', '\t'])
      expect(await readCsv(bytesSource('a.csv', utf8(`${name}${delimiter}n\n1${delimiter}2\n`)))).toMatchObject({
        ok: true,
        value: { rows: 1, columns: [{ name }, { name: 'n' }] },
      });
  });

  it.each([
    ['image', 'GIF89a\x01\0\x01\0\x80\0\0'],
    ['image', 'GIF87a\x20\x03\x58\x02\xf7\0\0'],
    ['image', '\x89PNG\r\n\x1a\n'],
    ['pdf', '%PDF-1.4\n%\xe2\xe3'],
    ['pdf', '%PDF-1.7 \r\n'],
    ['parquet', 'PAR1\x15\x04\x15\x10'],
    ['bzip2', 'BZh91AY&SY\0'],
    ['bzip2', 'BZh9\x17rE8P\x90\0\0\0\0'],
    ['xz', '\xfd7zXZ\0\0\x04'],
    ['7z', '7z\xbc\xaf\x27\x1c\0\x04'],
    ['zstd', '\x28\xb5\x2f\xfd\x04'],
    ['rar', 'Rar!\x1a\x07\x01\0'],
    ['archive', 'PK\x05\x06\0\0'],
  ])('is %s by what the format has behind its name', (kind, head) => {
    expect(looksUnlikeText(bytes(head))).toBe(kind);
  });

  const tools = ['tar', 'bzip2', 'xz', 'zstd'] as const;
  it.each(tools.filter((tool) => spawnSync(tool, ['--version']).status === 0))(
    'is %s as that program writes it',
    (tool) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'tieout-kind-'));
      try {
        writeFileSync(path.join(folder, 'a.csv'), 'id,n\n1,2\n');
        const args = tool === 'tar' ? ['-cf', 'a.tar', 'a.csv'] : ['-k', 'a.csv'];
        execFileSync(tool, args, { cwd: folder, stdio: 'ignore' });
        const written = { tar: 'a.tar', bzip2: 'a.csv.bz2', xz: 'a.csv.xz', zstd: 'a.csv.zst' }[tool];
        const packed = readFileSync(path.join(folder, written));
        expect(looksUnlikeText(packed.subarray(0, 4096))).toBe(tool);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  it('is told with the command that unpacks it', () => {
    const { what, next } = describeProblem({ code: 'not-csv', file: 'a.tar', looksLike: 'tar' });
    expect(what).toBe('a.tar is not a CSV file: it looks like a tar archive, which Tieout does not open.');
    expect(next).toBe('Unpack it, say with "tar -xf a.tar", and drop the CSV files inside.');
  });
});
