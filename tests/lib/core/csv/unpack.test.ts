import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpack } from '@/lib/core/csv/unpack';
import { utf8 } from '@/tests/support/csv-text';

const csv = utf8('a,b\n1,2\n');

describe('unpacking', () => {
  it('gives a plain file back as it is', () => {
    expect(unpack('a.csv', csv)).toEqual({ ok: true, value: [{ name: 'a.csv', bytes: csv }] });
  });

  it('opens a gzip and drops its ending', () => {
    expect(unpack('a.csv.gz', gzipSync(csv))).toEqual({ ok: true, value: [{ name: 'a.csv', bytes: csv }] });
  });

  it('gives the files of a zip without folders, hidden files and what macOS adds', () => {
    const zip = zipSync({
      'out/': new Uint8Array(),
      'out/a.csv': csv,
      'b.csv.gz': gzipSync(csv),
      '__MACOSX/._a.csv': csv,
      '.DS_Store': csv,
    });
    const unpacked = unpack('files.zip', zip);
    expect(unpacked).toEqual({
      ok: true,
      value: [
        { name: 'a.csv', bytes: csv },
        { name: 'b.csv', bytes: csv },
      ],
    });
  });

  it('leaves a workbook alone, for the reader to name', () => {
    const workbook = zipSync({ '[Content_Types].xml': csv, 'xl/workbook.xml': csv });
    expect(unpack('sheet.zip', workbook)).toEqual({ ok: true, value: [{ name: 'sheet.zip', bytes: workbook }] });
  });

  it('says so when an archive is broken or holds nothing', () => {
    expect(unpack('a.csv.gz', gzipSync(csv).slice(0, 12))).toMatchObject({
      ok: false,
      problem: { code: 'file-unreadable', file: 'a.csv.gz' },
    });
    expect(unpack('a.zip', zipSync({ 'out/': new Uint8Array() }))).toMatchObject({
      ok: false,
      problem: { code: 'file-empty' },
    });
  });
});
