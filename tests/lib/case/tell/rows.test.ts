import { describe, expect, it } from 'vitest';
import { largestDifferences } from '@/lib/case/open/use-rows';
import { diskSink, exportTo, memorySink, type RowEngine, rowsTsv } from '@/lib/case/tell/rows';
import { createMask } from '@/lib/core/mask/pseudonym';
import { fail, ok } from '@/lib/core/result';
import { sampleFindings } from '@/tests/support/sample-findings';
import { exampleRows } from '../../report/report-case';

const bytes = (text: string) => new TextEncoder().encode(text);
const query = largestDifferences(0);

function engineOf(chunks: readonly string[], end: 'whole' | 'cancelled'): Pick<RowEngine, 'exportRows'> {
  return {
    exportRows: (_, sink) => {
      for (const chunk of chunks) sink(bytes(chunk));
      return Promise.resolve(end === 'whole' ? ok({ rows: chunks.length }) : fail({ code: 'cancelled' }));
    },
  };
}

/** A file that takes its time over each chunk. */
function slowFile() {
  const heard: string[] = [];
  return {
    heard,
    write: async (chunk: FileSystemWriteChunkType) => {
      await Promise.resolve();
      heard.push(new TextDecoder().decode(chunk as Uint8Array));
    },
    close: () => {
      heard.push('closed');
      return Promise.resolve();
    },
    abort: () => {
      heard.push('aborted');
      return Promise.resolve();
    },
  };
}

describe('an export', () => {
  it('is held in pieces and given when it is whole', async () => {
    const given: Blob[] = [];
    await exportTo(
      memorySink((blob) => given.push(blob)),
      engineOf(['a,b\r\n', '1,2\r\n'], 'whole'),
      query,
      null,
    );
    expect(await Promise.all(given.map((blob) => blob.text()))).toEqual(['a,b\r\n1,2\r\n']);
  });

  it('gives nothing when it was cancelled', async () => {
    const given: Blob[] = [];
    const answer = await exportTo(
      memorySink((blob) => given.push(blob)),
      engineOf(['a'], 'cancelled'),
      query,
      null,
    );
    expect(answer.ok).toBe(false);
    expect(given).toEqual([]);
  });

  it('goes to disk chunk after chunk, and the file is closed after the last', async () => {
    const file = slowFile();
    await exportTo(diskSink(file), engineOf(['a', 'b', 'c'], 'whole'), query, null);
    expect(file.heard).toEqual(['a', 'b', 'c', 'closed']);
  });

  it('leaves no half of a file when it was cancelled', async () => {
    const file = slowFile();
    await exportTo(diskSink(file), engineOf(['a'], 'cancelled'), query, null);
    expect(file.heard.at(-1)).toBe('aborted');
  });

  it('ends with the error of a disk that takes no more', async () => {
    const file = { ...slowFile(), write: () => Promise.reject(new Error('the disk is full')) };
    await expect(exportTo(diskSink(file), engineOf(['a', 'b'], 'whole'), query, null)).rejects.toThrow('disk is full');
  });
});

describe('copied rows', () => {
  const row = { ...exampleRows[0], key: ['=cmd|x\t"1"'] } as (typeof exampleRows)[number];

  it('have a cell for every column of the header, and nothing that a spreadsheet would run', () => {
    const [header = '', line = ''] = rowsTsv(sampleFindings, [row], null, 'header').split('\n');
    expect(line.split('\t')).toHaveLength(header.split('\t').length);
    expect(line.startsWith('\'=cmd|x "1"')).toBe(true);
  });

  it('have a cell for each part of a key, under a mask one for its pseudonym', () => {
    const mapping = { ...sampleFindings.mapping, key: ['shop', 'item'] };
    const findings = { ...sampleFindings, mapping };
    const mask = createMask('salt');
    const rows = [{ ...row, key: ['a · b', 'c'] }];
    const cells = (by: typeof mask | null) =>
      rowsTsv(findings, rows, by, 'header')
        .split('\n')
        .map((line) => line.split('\t'));
    const [header = [], line = []] = cells(null);
    expect([header.slice(0, 2), line.slice(0, 2), line.length]).toEqual([
      ['shop', 'item'],
      ['a · b', 'c'],
      header.length,
    ]);
    const [maskedHeader = [], maskedLine = []] = cells(mask);
    expect([maskedHeader[0], maskedLine[0], maskedLine.length]).toEqual([
      'shop + item',
      mask.key(['a · b', 'c']),
      maskedHeader.length,
    ]);
  });

  it('name nobody under a mask', () => {
    expect(rowsTsv(sampleFindings, exampleRows, createMask('salt'), 'rows-only')).not.toMatch(/U-\d/);
  });
});
