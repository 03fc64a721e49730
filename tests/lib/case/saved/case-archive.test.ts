import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packCase, unpackCase } from '@/lib/case/saved/case-archive';
import { sampleFindings } from '../../../support/sample-findings';
import { filesOf, savedCase, texts } from './saved-case';

const SCREEN = { fragment: 'scope=all', search: '59', openKey: '5983' };

async function packed() {
  const record = await savedCase();
  return { record, blob: await packCase(record, SCREEN, await filesOf(record)) };
}

async function entriesOf(blob: Blob): Promise<Record<string, Uint8Array>> {
  return unzipSync(new Uint8Array(await blob.arrayBuffer()));
}

async function unpackEntries(entries: Record<string, Uint8Array>) {
  return unpackCase('acme.tieout', new Blob([zipSync(entries)]));
}

describe('a case as one file', () => {
  test('comes back with its findings byte for byte, its files, comments, drafts and screen', async () => {
    const { record, blob } = await packed();
    const back = await unpackCase('acme.tieout', blob);
    if (!back.ok) throw new Error(back.problem.code);
    expect(back.value.record).toEqual({ ...record, mask: { on: true, salt: '' } });
    expect(JSON.stringify(back.value.record.findings)).toBe(JSON.stringify(sampleFindings));
    expect(back.value.screen).toEqual(SCREEN);
    for (const file of record.files) {
      const bytes = file.kind === 'file' ? back.value.files.get(file.sha256) : undefined;
      expect(await bytes?.text()).toBe(texts[file.name]);
    }
  });

  test('gives the same bytes each time', async () => {
    const [first, second] = [await packed(), await packed()];
    expect(Buffer.from(await first.blob.arrayBuffer()).equals(Buffer.from(await second.blob.arrayBuffer()))).toBe(true);
  });

  test('is a plain archive in which findings and files can be read by anyone, and never the mask’s salt', async () => {
    const entries = await entriesOf((await packed()).blob);
    expect(strFromU8(entries['findings.json']!)).toBe(JSON.stringify(sampleFindings));
    expect(strFromU8(entries['files/3-delta3.csv']!)).toBe(texts['delta3.csv']);
    expect(
      Object.values(entries)
        .map((bytes) => strFromU8(bytes))
        .join(''),
    ).not.toContain('secret');
  });

  test('keeps two files of one name apart', async () => {
    const record = await savedCase();
    const twice = { ...record, files: [record.files[0]!, { ...record.files[1]!, name: record.files[0]!.name }] };
    const back = await unpackCase('acme.tieout', await packCase(twice, null, await filesOf(record)));
    expect(back).toMatchObject({ ok: true, value: { files: { size: 2 } } });
  });

  test('holds files larger than one piece', async () => {
    const record = await savedCase();
    const file = record.files[0]!;
    if (file.kind !== 'file') throw new Error('a file was expected');
    const { sha256Of } = await import('@/lib/case/saved/case-id');
    const large = new Blob([new Uint8Array(2.5 * 1024 * 1024).map((_, i) => i * 7)]);
    const sha256 = await sha256Of(large);
    const only = { ...record, files: [{ ...file, bytes: large.size, sha256 }] };
    const back = await unpackCase('acme.tieout', await packCase(only, null, new Map([[sha256, large]])));
    expect(back.ok && back.value.files.get(sha256)?.size).toBe(large.size);
  });
});

describe('a file that is to be opened as a case', () => {
  test.each(['', 'user_id,total_spend\n1,2\n', 'PK'])('and holds %j is none, told by its name', async (text) => {
    expect(await unpackCase('delta0.csv', new Blob([text]))).toEqual({
      ok: false,
      problem: { code: 'not-a-case', file: 'delta0.csv' },
    });
  });

  test('and is another archive is none', async () => {
    expect(await unpackEntries({ 'a.csv': new Uint8Array([1]) })).toMatchObject({ problem: { code: 'not-a-case' } });
    expect(await unpackEntries({ 'case.json': new TextEncoder().encode('{"a":1}') })).toEqual({
      ok: false,
      problem: { code: 'not-a-case', file: 'acme.tieout' },
    });
  });

  test('with a byte changed in one file is refused by that file’s name', async () => {
    const entries = await entriesOf((await packed()).blob);
    entries['files/3-delta3.csv']![0]! += 1;
    expect(await unpackEntries(entries)).toMatchObject({ problem: { code: 'case-damaged', where: 'delta3.csv' } });
  });

  test('with any byte changed in its record is refused, or is the same', async () => {
    const { record, blob } = await packed();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const end = Buffer.from(bytes).indexOf('files/0-');
    for (let at = 0; at < end; at++) {
      const broken = bytes.slice();
      broken[at]! ^= 0x38;
      const back = await unpackCase('acme.tieout', new Blob([broken]));
      if (back.ok) expect(back.value.record.files).toEqual(record.files);
      else expect(back.problem.code).toMatch(/^(not-a-case|case-damaged)$/);
    }
  });

  test('that lacks one file is refused by that file’s name', async () => {
    const entries = await entriesOf((await packed()).blob);
    delete entries['files/2-delta2.csv'];
    expect(await unpackEntries(entries)).toMatchObject({ problem: { code: 'case-damaged', where: 'delta2.csv' } });
  });

  test('cut short is no case', async () => {
    const { blob } = await packed();
    expect(await unpackCase('acme.tieout', blob.slice(0, blob.size - 40))).toMatchObject({ ok: false });
  });
});
