import { describe, expect, test } from 'vitest';
import { describeDrop, droppedFiles } from '@/lib/case/open/dropped-files';

/** What a browser makes of something dropped. `null` as children: it does not open the folder. */
type Dropped = File | { readonly name: string; readonly children: readonly Dropped[] | null };

function entryOf(dropped: Dropped): FileSystemEntry {
  if (dropped instanceof File) {
    return {
      isFile: true,
      isDirectory: false,
      name: dropped.name,
      file: (found: (file: File) => void) => {
        found(dropped);
      },
    } as unknown as FileSystemEntry;
  }
  const { name, children } = dropped;
  const batches = children === null ? null : [children.map(entryOf), []];
  const readEntries = (found: (entries: FileSystemEntry[]) => void, failed: (error: Error) => void) => {
    if (batches) found(batches.shift() ?? []);
    else failed(new Error('not allowed'));
  };
  return {
    isFile: false,
    isDirectory: true,
    name,
    createReader: () => ({ readEntries }),
  } as unknown as FileSystemEntry;
}

async function drop(...dropped: readonly Dropped[]) {
  const items = dropped.map((one) => ({ kind: 'file', webkitGetAsEntry: () => entryOf(one) }));
  const files = dropped.filter((one) => one instanceof File);
  const { sources, unopened } = await droppedFiles({ items, files } as unknown as DataTransfer);
  return { names: sources.map(({ name }) => name), unopened, said: describeDrop({ sources, unopened }) };
}

const file = (name: string) => new File(['a'], name);

describe('a drop', () => {
  test('of files brings them, and says nothing', async () => {
    expect(await drop(file('a.csv'), file('b.csv'))).toEqual({ names: ['a.csv', 'b.csv'], unopened: [], said: null });
  });

  test('of a folder brings the files in it at any depth, but those that the system hides', async () => {
    const deep = { name: 'deep', children: [file('c.csv'), file('.DS_Store')] };
    expect(await drop({ name: 'exports', children: [file('a.csv'), deep] }, file('d.csv'))).toEqual({
      names: ['a.csv', 'c.csv', 'd.csv'],
      unopened: [],
      said: null,
    });
  });

  test('of a folder that the browser does not open says so, and brings the rest', async () => {
    const shut = { name: 'shut', children: null };
    expect(await drop(shut)).toMatchObject({
      names: [],
      unopened: ['shut'],
      said: { what: 'The browser could not open shut.' },
    });
    const { names, said } = await drop({ name: 'exports', children: [shut, file('a.csv')] }, shut);
    expect(names).toEqual(['a.csv']);
    expect(said?.what).toBe('The browser could not open shut, nor 1 more.');
    expect(said?.next).toMatch(/^The other files were taken\. /);
  });

  test('that holds no file says so', async () => {
    expect((await drop({ name: 'empty', children: [] })).said?.what).toBe('Nothing was dropped that holds a file.');
  });
});
