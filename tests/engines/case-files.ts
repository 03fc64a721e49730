import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { smallCase } from '../e2e/support/small-case';

/** One case, written in each way that an engine reads with decoders of its own. */
export interface CaseFiles {
  readonly plain: readonly string[];
  /** One delta packed with gzip. */
  readonly gzipped: readonly string[];
  /** All files in one archive. */
  readonly zipped: readonly string[];
  /** One delta in windows-1252, with a quote out of place on one line. */
  readonly odd: readonly string[];
}

/** An "é", an "€" and a "ß" as windows-1252 has them. */
const NAMES = ['Ren\xe9', '\x80uro', 'Gro\xdf'];

export function writeCaseFiles(folder: string): CaseFiles {
  const write = (place: string, files: Readonly<Record<string, Uint8Array>>) =>
    Object.entries(files).map(([name, bytes]) => {
      const file = path.join(folder, place, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
      return file;
    });
  const plain = Object.fromEntries(smallCase.map(({ name, text }) => [name, strToU8(text)]));
  const { 'delta1.csv': delta = new Uint8Array(), ...others } = plain;
  return {
    plain: write('plain', plain),
    gzipped: write('gzipped', { ...others, 'delta1.csv.gz': gzipSync(delta) }),
    zipped: write('zipped', { 'case.zip': zipSync(plain) }),
    odd: write('odd', { ...plain, 'delta0.csv': oddDelta() }),
  };
}

function oddDelta(): Uint8Array {
  const [header = '', ...rows] = (smallCase[0]?.text ?? '').trimEnd().split('\n');
  const lines = rows.map((row, i) => `${row},${i === 7 ? '"Bob" Smith' : (NAMES[i % NAMES.length] ?? '')}`);
  return Buffer.from(`${[`${header},contact`, ...lines].join('\r\n')}\r\n`, 'latin1');
}
