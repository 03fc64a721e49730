import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { tellInvestigation } from '@/lib/cli/tell';
import { toldFindings } from '@/lib/cli/told-findings';
import { type ByteSource, bytesSource } from '@/lib/core/csv/byte-source';
import { proposeIntake } from '@/lib/core/intake/propose-setup';
import { settle } from '@/lib/core/premises/settle';
import { describeProblem } from '@/lib/core/words/problem';
import { investigateSettled } from '@/lib/engine/session/investigate-settled';
import { readSources, tablesOf } from '@/lib/engine/session/read-sources';
import { customerLetter } from '@/lib/report/letters/customer';
import { engineerLetter } from '@/lib/report/letters/engineer';
import { readerThreads } from '../reader-threads';

/**
 * Prints for each size of piece and each number of readers a hash of all that is said of one case: the findings as
 * `--json` prints them, and both letters. Run under a locale and a time zone of its own.
 */
const people = { from: { name: 'Ada', company: 'Acme', email: '' }, to: { name: 'Bo', company: '', email: '' } };

const NAMES = ['Zürich', 'ırmak', 'Straße', 'ångström', 'i', 'I', 'ß', 'plain'];
const rows = (file: number) =>
  Array.from(
    { length: 400 },
    (_, k) =>
      `${NAMES[k % NAMES.length] ?? ''}-${k},${file * 1000 + k}.50,"a ""b"", ${k}",2026-0${1 + file}-0${1 + (k % 9)}`,
  );
const text = (lines: readonly string[]) => ['user,total_spend,note,updated_at', ...lines, ''].join('\n');
const odd = (lines: readonly string[]) => lines.map((line, i) => (i === 7 ? line.replace('"a ', '"a" ') : line));

const files: readonly (readonly [string, Uint8Array])[] = [
  ['delta0.csv', utf8(text(rows(0)))],
  ['delta1.csv.gz', new Uint8Array(gzipSync(text(rows(1).filter((_, k) => k % 2 === 0))))],
  ['delta2.csv', utf8(text(odd(rows(2).filter((_, k) => k % 3 === 0))))],
  ['vendor.csv', utf8(text(rows(0)))],
  ['customer.csv', utf8(text(rows(0).map((line, k) => (k % 2 === 0 ? (rows(1)[k] ?? line) : line))))],
];

for (const piece of [1, 7, 64, 1000, 2 ** 20])
  for (const readers of [0, 1, 2, 3]) console.log(await hashOf(piece, readers));

async function hashOf(piece: number, readers: number): Promise<string> {
  const sources = files.map(([name, bytes]) => inPieces(name, bytes, piece));
  const found = await readSources(sources, readers === 0 ? {} : { readers: readerThreads(readers) });
  if (!found.ok) throw new Error(describeProblem(found.problem).what);
  const tables = tablesOf(found.value);
  const { setup } = proposeIntake(
    Array.from(tables, ([id, table]) => ({ id, table })),
    0,
  );
  const settled = settle(tables, setup);
  if (!settled.ok) throw new Error(describeProblem(settled.problem).what);
  const investigated = await investigateSettled(settled.value, setup);
  if (!investigated.ok) throw new Error(describeProblem(investigated.problem).what);
  const { findings } = investigated.value;
  const letters = [
    engineerLetter({ findings, people, examples: [], mask: null }),
    customerLetter({ findings, people }),
  ];
  const said = JSON.stringify([toldFindings(findings), letters, tellInvestigation(investigated.value)]);
  return createHash('sha256').update(said).digest('hex');
}

function inPieces(name: string, bytes: Uint8Array, piece: number): ByteSource {
  return {
    ...bytesSource(name, bytes),
    handle: bytes,
    async *stream(from) {
      for (let at = from; at < bytes.length; at += piece) {
        await Promise.resolve();
        yield bytes.subarray(at, at + piece);
      }
    },
  };
}

function utf8(of: string): Uint8Array {
  return new TextEncoder().encode(of);
}
