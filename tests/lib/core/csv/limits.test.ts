import { describe, expect, it } from 'vitest';
import { bytesSource } from '@/lib/core/csv/byte-source';
import { readCsv } from '@/lib/core/csv/read-csv';
import { LONGEST_FIRST_RECORD, LONGEST_RECORD, MOST_COLUMNS } from '@/lib/core/limits';
import { utf8 } from '@/tests/support/csv-text';

/** The problem, or the rows that were read. */
async function reading(text: string, chunkBytes?: number) {
  const read = await readCsv(bytesSource('a.csv', utf8(text)), chunkBytes === undefined ? {} : { chunkBytes });
  return read.ok ? read.value.rows : read.problem;
}

const names = (count: number, length = 2) =>
  Array.from({ length: count }, (_, c) => `c${c}`.padEnd(length, 'x')).join();
const zeros = (count: number) => Array(count).fill('0').join();
const tooWide = (line: number) => ({ code: 'too-many-columns', file: 'a.csv', line, most: MOST_COLUMNS });

describe('columns', () => {
  it('are read up to their limit, and refused by the line that has one more', async () => {
    expect(await reading(`${names(MOST_COLUMNS)}\n${zeros(MOST_COLUMNS)}\n`)).toBe(1);
    const columns = MOST_COLUMNS + 1;
    expect(await reading(`${names(columns)}\n${zeros(columns)}\n`)).toEqual({ ...tooWide(1), columns });
    expect(await reading(`sep=,\n${names(columns)}\n${zeros(columns)}\n`)).toEqual({ ...tooWide(2), columns });
    expect(await reading(`a,b\n1,2\n${zeros(columns)}\n`)).toEqual({ ...tooWide(3), columns });
    expect(await reading(`é,b\n${'1,2\n'.repeat(100)}${zeros(columns)}\n`)).toEqual({ ...tooWide(102), columns });
  });

  it.each([',', ';', '\t', '|'])('are refused where there are a million, cut by %j', async (delimiter) => {
    const text = `${names(1_000_000)}\n${zeros(1_000_000)}\n`.replaceAll(',', delimiter);
    expect(await reading(text)).toMatchObject(tooWide(1));
  });

  it('are not counted where many of a delimiter stand in a cell of another', async () => {
    expect(await reading(`id;tags;n\n1;${zeros(MOST_COLUMNS + 1)};2\n2;0;3\n`)).toBe(2);
  });
});

const HEAD = 'id,note\n1,x\n';
const tooLong = (line: number, open: boolean) => ({
  code: 'record-too-long',
  file: 'a.csv',
  line,
  most: LONGEST_RECORD,
  open,
});

describe('a record', () => {
  it.each([
    ['plain', '2,', ''],
    ['quoted', '2,"', '"'],
    ['of several lines', '2,"\n\n', '"'],
    ['beyond ASCII', '2,"é', '"'],
  ])('is read up to the limit of its characters, and refused with one more: %s', async (_, begin, end) => {
    const filled = (length: number) => `${begin}${'x'.repeat(length - begin.length - end.length)}${end}`;
    expect(await reading(`${HEAD}${filled(LONGEST_RECORD)}\n3,y\n`)).toBe(3);
    expect(await reading(`${HEAD}${filled(LONGEST_RECORD + 1)}\n3,y\n`)).toEqual(tooLong(3, false));
  });

  it('is refused with its line where its quote is closed at last', async () => {
    const text = `${HEAD}2,"${'x\n'.repeat(4_500_000)}"\n3,y\n`;
    expect(await reading(text)).toEqual(tooLong(3, false));
    expect(await reading(text, 2 ** 22)).toEqual(tooLong(3, false));
  });

  it('is said to have a quote that may be open, where no end of it is in sight', async () => {
    expect(await reading(`${HEAD}2,"${'x,y\n'.repeat(4_500_000)}3,"z"\n`)).toEqual(tooLong(3, true));
  });

  it('is said to have an open quote where the file ends before it', async () => {
    expect(await reading(`${HEAD}2,"${'x,y\n'.repeat(2_500_000)}`)).toEqual({
      code: 'quote-open',
      file: 'a.csv',
      line: 3,
    });
  });

  it('is refused as a line that is too long where it has no quote', async () => {
    expect(await reading(`${HEAD}2,${'x'.repeat(2 * LONGEST_RECORD + 1)}`)).toEqual(tooLong(3, false));
  });

  it('is refused sooner as the first one, which tells what cuts the cells', async () => {
    const first = (line: number, open: boolean) => ({ ...tooLong(line, open), most: LONGEST_FIRST_RECORD });
    const long = 'x\n'.repeat(LONGEST_FIRST_RECORD / 2 - 20);
    expect(await reading(`id,"n${long}"\n1,2\n`)).toBe(1);
    expect(await reading(`id,"n${long}${long}"\n1,2\n`)).toEqual(first(1, true));
    expect(await reading(`id,${'x'.repeat(LONGEST_FIRST_RECORD)}\n1,2\n`)).toEqual(first(1, false));
    expect(await reading(`Report\nof May\n"id${long}${long}`)).toEqual(first(3, true));
    expect(await reading(`"id${long}`)).toEqual({ code: 'quote-open', file: 'a.csv', line: 1 });
  });
});
