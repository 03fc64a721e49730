import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { smallCase } from '../e2e/support/small-case';
import { mailText, sizeOfPng } from '../e2e/support/tell-panel';
import type { CaseFiles } from './case-files';
import type { Driver } from './driver';
import { shadesOfPng } from './png';
import { until } from './until';

/** What a part of the walk has: an engine, the address of the built page, and files to give it. */
export interface Given {
  readonly driver: Driver;
  readonly address: string;
  readonly files: CaseFiles;
  /** A folder for what the test itself writes. */
  readonly folder: string;
}

/** A part of the walk, which begins at an empty page. */
export interface Part {
  readonly name: string;
  readonly walk: (given: Given) => Promise<void>;
}

const HEADLINE = "No row of delta1.csv took effect in Acme's table.";

// The real files belong to a customer and are no part of the project: they lie beside it where they may be used.
const realFolder = path.resolve('../shared/data/johnny');
const realFiles = existsSync(realFolder) ? readdirSync(realFolder).map((name) => path.join(realFolder, name)) : [];

export const parts: readonly Part[] = [
  { name: 'chosen files become a proved verdict', walk: chosen },
  { name: 'dropped files become a proved verdict', walk: dropped },
  { name: 'rows are filtered, sorted and searched, and a key shows its timeline', walk: rows },
  { name: 'the letter, the rows and the link are copied', walk: copied },
  { name: 'without the newer clipboard the page copies all the same', walk: copiedTheOldWay },
  { name: 'letter, rows, report and picture are saved', walk: saved },
  { name: 'a case is kept over a reload, exported, and opened from its file', walk: kept },
  { name: 'the page is no wider than a phone', walk: fits },
  ...(realFiles.length === 0 ? [] : [{ name: 'the real case', walk: real }]),
];

/** Waits for more than the headline, which stands in the list of kept cases too; and so that no page is left half kept. */
async function showsVerdict(driver: Driver): Promise<void> {
  await driver.shows('What the files were taken to mean', HEADLINE, 'Proved by replay', 'Kept in this browser');
}

async function openCase({ driver, address, files }: Given): Promise<void> {
  await driver.open(address);
  await driver.chooseFiles(files.plain);
  await showsVerdict(driver);
}

async function chosen(given: Given): Promise<void> {
  await openCase(given);
  await given.driver.shows(
    "Running the pipeline again without it gives Acme's table exactly: 12 of 12 rows, every column.",
    "Bolt's table is exactly what the three files should give.",
    '5 files, 44 rows, 0 lines rejected.',
  );
}

async function dropped({ driver, address }: Given): Promise<void> {
  await driver.open(address);
  await driver.shows('Drop all the files here at once');
  // The page is drawn before it listens: what is held over it is taken once it does.
  await until('the page to take what is dropped', async () =>
    (await driver.run(dropWhereTaken, smallCase)) ? true : null,
  );
  await showsVerdict(driver);
}

/** Whether the page took the files. */
function dropWhereTaken(files: readonly { readonly name: string; readonly text: string }[]): boolean {
  const held = new DataTransfer();
  for (const { name, text } of files) held.items.add(new File([text], name));
  const dragged = { bubbles: true, cancelable: true, dataTransfer: held };
  if (document.body.dispatchEvent(new DragEvent('dragover', dragged))) return false;
  document.body.dispatchEvent(new DragEvent('drop', dragged));
  return true;
}

async function rows(given: Given): Promise<void> {
  const { driver } = given;
  await openCase(given);
  await driver.shows('4 of 12 customers differ');
  await driver.choose('Which customers', 'all customers');
  await driver.press('button', 'Customer');
  const all = Array.from({ length: 12 }, (_, i) => String(i + 1));
  await showsKeys(driver, all, all.toReversed());
  await driver.write('searchbox', 'Find a customer', '11');
  await showsKeys(driver, ['11']);
  await driver.press('button', '11');
  await driver.shows('Customer 11, every version', 'delta0.csv', '528');
}

/** Waits until the rows are those of the keys, in one of these orders. */
async function showsKeys(driver: Driver, ...orders: readonly (readonly string[])[]): Promise<void> {
  await until(`the rows ${orders.join(' or ')}`, async () => {
    const keys = await driver.run(shownKeys, null);
    return orders.some((order) => order.join() === keys.join()) || null;
  });
}

function shownKeys(): (string | null)[] {
  return [...document.querySelectorAll('[role=row] [role=cell]:first-child button')].map((one) => one.textContent);
}

async function copied(given: Given): Promise<void> {
  const { driver } = given;
  await openCase(given);
  await driver.press('button', 'Copy');
  await driver.shows('4 rows copied, to be pasted into a spreadsheet.');
  expect((await driver.pasted()).text.split(/\r?\n/)[0]).toMatch(/^customer_id\tBolt/);

  await driver.press('button', 'Tell people');
  await driver.press('tab', 'To the engineer');
  await driver.press('button', 'Copy formatted');
  await driver.shows('Copied with its formatting.');
  const letter = await driver.pasted();
  expect(letter.text).toContain(HEADLINE);
  expect(letter.html).toMatch(/<table[^>]* style=/);
  await driver.press('button', 'Copy text');
  await driver.shows('Copied as plain text.');
  expect((await driver.pasted()).html).not.toContain('<table');
  await driver.press('tab', 'Pictures');
  await driver.press('button', 'Copy picture');
  await driver.shows('Copied as a picture.');
  await driver.press('button', 'Close');

  await driver.press('button', 'Cases');
  await driver.press('button', 'Copy a link to this view');
  await driver.shows('Copied: http');
  expect((await driver.pasted()).text).toContain(`${given.address}?case=`);
}

async function copiedTheOldWay(given: Given): Promise<void> {
  const { driver } = given;
  await openCase(given);
  await driver.run(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  }, null);
  await driver.press('button', 'Tell people');
  await driver.press('tab', 'To the engineer');
  await driver.press('button', 'Copy text');
  await driver.shows('Copied as plain text.');
  expect((await driver.pasted()).text).toContain(HEADLINE);
}

async function saved(given: Given): Promise<void> {
  const { driver } = given;
  const take = (button: string) => driver.saved(() => driver.press('button', button));
  await openCase(given);
  const table = await take('Download CSV');
  expect(table.name).toMatch(/^Bolt-Acme-rows.*\.csv$/);
  expect(table.bytes.toString().trimEnd().split('\r\n')).toHaveLength(5);

  await driver.press('button', 'Tell people');
  await driver.press('tab', 'To the engineer');
  const letter = await take('Download .eml');
  expect(letter.name).toMatch(/\.eml$/);
  expect(mailText(letter.bytes)).toContain(HEADLINE);

  await driver.press('tab', 'Report');
  const report = await take('Download HTML');
  expect(report.name).toMatch(/\.html$/);
  expect(report.bytes.toString()).toMatch(/^<!doctype html>.*No row of delta1\.csv took effect/is);

  await driver.press('tab', 'Pictures');
  const picture = await take('Download PNG');
  expect(picture.name).toMatch(/\.png$/);
  expect(sizeOfPng(picture.bytes)).toEqual([1600, 900]);
  expect(shadesOfPng(picture.bytes)).toBeGreaterThan(100);
  expect(picture.bytes.length).toBeGreaterThan(20_000);
}

async function kept(given: Given): Promise<void> {
  const { driver, folder, address } = given;
  await openCase(given);
  await driver.reload();
  await showsVerdict(driver);
  await driver.press('button', 'Cases');
  const file = await driver.saved(() => driver.press('button', 'Export the case'));
  expect(file.name).toMatch(/\.tieout$/);
  const place = path.join(folder, file.name);
  writeFileSync(place, file.bytes);
  await driver.open(address);
  await driver.chooseFiles([place], 'Case file');
  await showsVerdict(driver);
}

async function fits(given: Given): Promise<void> {
  const { driver } = given;
  await openCase(given);
  await driver.resize(390);
  await until('the page to fit', async () =>
    (await driver.run(() => document.documentElement.scrollWidth <= innerWidth, null)) ? true : null,
  );
  await driver.resize(1280);
}

async function real({ driver, address }: Given): Promise<void> {
  await driver.open(address);
  await driver.chooseFiles(realFiles);
  await driver.shows('What the files were taken to mean', "No row of delta3.csv took effect in AIQ's table.");
  await driver.shows('Proved by replay', '33,904,525', '29,162,044', '4,742,481', '1,841 of 10,000 users');
  await driver.shows('Kept in this browser');
}

/** What the page says of files: the verdict whole, and the files without the time that they took. */
export async function saidOf({ driver, address }: Given, files: readonly string[]): Promise<string> {
  await driver.open(address);
  await driver.chooseFiles(files);
  await driver.shows('What the files were taken to mean', HEADLINE, 'Kept in this browser');
  const said = await driver.run(
    () => ['article', 'aside'].map((part) => document.querySelector(part)?.textContent ?? '').join('\n'),
    null,
  );
  return said.replace(/Read in (less than )?[\d.]+ s/, '');
}
