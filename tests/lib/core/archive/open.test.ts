import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArchive } from '@/lib/core/archive/open';
import { MOST_NESTED } from '@/lib/core/limits';
import { gzipOf, joined, type WrittenEntry, zipOf } from '@/tests/support/archives';
import { utf8 } from '@/tests/support/csv-text';

const MOST = 10_000_000;
const csv = utf8(`id,n\n${Array.from({ length: 400 }, (_, i) => `u${i},${i * 7}`).join('\n')}\n`);

/** Names and texts of the files, or the code of why one cannot be had. */
function told(bytes: Uint8Array, name = 'a.csv.gz', most = MOST) {
  const { files, asides } = openArchive({ name, bytes }, most);
  return {
    files: files.map((file) =>
      file.ok ? [file.value.name, new TextDecoder().decode(file.value.bytes)] : file.problem.code,
    ),
    asides: asides.map((aside) => ('entries' in aside ? [aside.code, ...aside.entries] : [aside.code])),
  };
}
const whole = { files: [['a.csv', new TextDecoder().decode(csv)]], asides: [] };

describe('a gzip', () => {
  it('is all its members, wherever they are cut and whatever their trailers let expect', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(csv.length), { maxLength: 6 }), fc.nat(3), (cuts, padding) => {
        const ends = [...cuts.sort((a, b) => a - b), csv.length];
        const pieces = ends.map((end, i) => csv.slice(ends[i - 1] ?? 0, end));
        expect(told(joined([gzipOf(pieces), new Uint8Array(padding * 100)]))).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  it('may be the blocks of bgzip, with a field that names their size and an empty one at the end', () => {
    const block = (content: Uint8Array) => {
      const plain = gzipSync(content);
      const extra = Buffer.from([6, 0, 0x42, 0x43, 2, 0, 0, 0]);
      const head = Buffer.from(plain.subarray(0, 10));
      head[3] = 4;
      return new Uint8Array(Buffer.concat([head, extra, plain.subarray(10)]));
    };
    expect(told(joined([block(csv.slice(0, 900)), block(csv.slice(900)), block(new Uint8Array())]))).toEqual(whole);
  });

  it.each([
    ['a checksum that is another', (gz: Uint8Array) => gz.with(gz.length - 8, (gz.at(-8) as number) ^ 1), 'checksum'],
    ['a length that is smaller', (gz: Uint8Array) => gz.with(gz.length - 4, 1), 'length'],
    ['an end that is missing', (gz: Uint8Array) => gz.slice(0, -5), 'cut'],
    ['a middle that is missing', (gz: Uint8Array) => gz.slice(0, 200), 'cut'],
    ['bytes behind it', (gz: Uint8Array) => joined([gz, utf8('and more')]), 'trailing'],
  ])('with %s is damaged', (_, damage, flaw) => {
    const { files } = openArchive({ name: 'a.gz', bytes: damage(gzipOf([csv])) }, MOST);
    expect(files).toMatchObject([{ ok: false, problem: { code: 'archive-damaged', file: 'a.gz', flaw } }]);
  });

  it('names the member that is damaged', () => {
    const second = gzipOf([csv]);
    const bytes = joined([gzipOf([csv]), second.with(second.length - 8, 0)]);
    expect(openArchive({ name: 'a.gz', bytes }, MOST).files).toMatchObject([
      { problem: { member: 2, flaw: 'checksum' } },
    ]);
  });

  it('is not unpacked further than may come out', () => {
    const bomb = gzipOf([new Uint8Array(5_000_000)]);
    expect(told(bomb, 'a.gz', 1_000_000).files).toEqual(['archive-too-large']);
    const lying = bomb
      .with(bomb.length - 1, 0)
      .with(bomb.length - 2, 0)
      .with(bomb.length - 3, 0);
    expect(told(lying, 'a.gz', 1_000_000).files).toEqual(['archive-too-large']);
    expect(told(joined([gzipOf([csv]), gzipOf([csv])]), 'a.gz', csv.length).files).toEqual(['archive-too-large']);
  });
});

describe('a zip', () => {
  const zip = (entries: readonly WrittenEntry[]) => told(zipOf(entries), 'files.zip');
  const entry = (path: string, more: Partial<WrittenEntry> = {}): WrittenEntry => ({ path, content: csv, ...more });
  const text = new TextDecoder().decode(csv);

  it('gives every file under any name', () => {
    const paths = [
      './delta0.csv',
      '.export/delta1.csv',
      'x/delta1.csv',
      '__proto__',
      'constructor',
      'Größe.csv',
      'a\\b.csv',
    ];
    expect(zip(paths.map((path) => entry(path)))).toEqual({
      files: ['delta0.csv', 'delta1.csv', 'delta1.csv', '__proto__', 'constructor', 'Größe.csv', 'b.csv'].map(
        (name) => [name, text],
      ),
      asides: [],
    });
    expect(zip([entry('a.csv'), entry('a.csv', { content: utf8('id,n\n1,2\n') })]).files).toHaveLength(2);
  });

  it('uses of a name that leads out only its last part, and says so', () => {
    const paths = ['../../etc/a.csv', '/b.csv', 'C:\\c.csv', 'x/../d.csv'];
    expect(zip(paths.map((path) => entry(path)))).toEqual({
      files: ['a.csv', 'b.csv', 'c.csv', 'd.csv'].map((name) => [name, text]),
      asides: [['entries-renamed', ...paths]],
    });
  });

  it('leaves out what systems leave beside files, and lists it', () => {
    const litter = ['__MACOSX/._a.csv', 'x/._b.csv', '.DS_Store', 'x/Thumbs.db'];
    const { files, asides } = zip([
      entry('x/', { content: new Uint8Array(), method: 0 }),
      entry('a.csv'),
      ...litter.map((path) => entry(path)),
    ]);
    expect(files).toEqual([['a.csv', text]]);
    expect(asides).toEqual([['entries-left-out', ...litter]]);
    expect(zip(litter.map((path) => entry(path))).files).toEqual(['archive-empty']);
  });

  it('is read stored, with wide sizes, behind something else, and with a comment', () => {
    const entries = [entry('a.csv', { method: 0 }), entry('b.csv', { wide: true })];
    const expected = [
      ['a.csv', text],
      ['b.csv', text],
    ];
    expect(told(zipOf(entries), 'x.zip').files).toEqual(expected);
    expect(told(zipOf(entries, new Uint8Array(), 'PK\u0005\u0006 made by hand'), 'x.zip').files).toEqual(expected);
    // What begins with something else is no zip to whom only looks at its beginning.
    const before = zipOf(entries, utf8('PK\u0003\u0004 not yet'));
    expect(told(before, 'x.zip').files).toEqual(expected);
  });

  it.each<[string, Partial<WrittenEntry>, object]>([
    ['encrypted', { flags: 1 }, { code: 'archive-encrypted', entry: 'a.csv' }],
    ['encrypted with AES', { method: 99, body: csv }, { code: 'archive-encrypted' }],
    ['packed in another way', { method: 12, body: csv }, { code: 'archive-method', method: 'bzip2' }],
    ['of another checksum', { crc: 1 }, { code: 'archive-damaged', flaw: 'checksum' }],
    ['longer than it says', { unpacked: 10 }, { code: 'archive-damaged', flaw: 'length' }],
    ['shorter than it says', { unpacked: csv.length + 1 }, { code: 'archive-damaged', flaw: 'length' }],
  ])('names an entry that is %s, and gives the others', (_, lie, problem) => {
    const { files } = openArchive({ name: 'x.zip', bytes: zipOf([entry('a.csv', lie), entry('b.csv')]) }, MOST);
    expect(files).toMatchObject([{ ok: false, problem: { file: 'x.zip', ...problem } }, { ok: true }]);
  });

  it('whose entries share bytes is refused', () => {
    const { files } = openArchive({ name: 'x.zip', bytes: zipOf([entry('a.csv'), entry('a.csv', { at: 0 })]) }, MOST);
    expect(files).toMatchObject([{ problem: { code: 'archive-damaged', flaw: 'overlap' } }]);
  });

  it('of more files than one may hold is refused before any is unpacked', () => {
    const inner = zipOf(
      Array.from({ length: 6000 }, (_, i) => entry(`${i}.csv`, { content: new Uint8Array(), method: 0 })),
    );
    const { files } = openArchive(
      { name: 'x.zip', bytes: zipOf([entry('a.zip', { content: inner }), entry('b.zip', { content: inner })]) },
      MOST,
    );
    expect(files.filter((file) => !file.ok)).toMatchObject([{ problem: { code: 'archive-too-many', file: 'b.zip' } }]);
  });

  it('may hold a file that is called as a part of a workbook is', () => {
    expect(zip([entry('mimetype'), entry('a.csv')]).files).toHaveLength(2);
  });

  it('that is a workbook is left to its reader', () => {
    const bytes = zipOf([entry('[Content_Types].xml'), entry('xl/workbook.xml')]);
    expect(openArchive({ name: 'sheet.zip', bytes }, MOST).files).toEqual([
      { ok: true, value: { name: 'sheet.zip', bytes } },
    ]);
  });
});

describe('archives in archives', () => {
  it('are opened to a depth that is known', () => {
    let bytes: Uint8Array = csv;
    for (let depth = 1; depth <= MOST_NESTED; depth++) {
      bytes = depth % 2 === 1 ? gzipOf([bytes]) : zipOf([{ path: `${depth}.csv.gz`, content: new Uint8Array(bytes) }]);
      expect(told(bytes, 'a.gz').files.map((file) => file[1])).toEqual([new TextDecoder().decode(csv)]);
    }
    expect(told(gzipOf([bytes]), 'a.gz').files).toEqual(['archive-too-deep']);
  });
});

describe('any byte that is another', () => {
  const entries = [
    { path: 'a.csv', content: csv },
    { path: 'x/b.csv', content: csv.slice(0, 50), method: 0 },
  ];
  it.each([
    ['gzip', gzipOf([csv.slice(0, 500), csv.slice(500)])],
    ['zip', zipOf(entries)],
  ])('of a %s changes nothing of what comes out, or is told', (_, bytes) => {
    const contents = (of: Uint8Array) =>
      openArchive({ name: 'a', bytes: of }, MOST).files.map((file) =>
        file.ok ? new TextDecoder().decode(file.value.bytes) : null,
      );
    const right = contents(bytes);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.with(at, (bytes[at] as number) ^ change);
        // Without the mark of an archive it is what it is: another file.
        if (at < 4) return;
        for (const content of contents(damaged)) if (content !== null) expect(right).toContain(content);
      }),
      { numRuns: 1500 },
    );
  });
});
