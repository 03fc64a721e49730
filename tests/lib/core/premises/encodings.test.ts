import { describe, expect, it } from 'vitest';
import type { Findings } from '@/lib/core/findings/findings';
import { tellPremises } from '@/lib/core/words/premises';
import { tellVerdict } from '@/lib/core/words/verdict';
import { utf8 } from '@/tests/support/csv-text';
import { findingsOf } from '@/tests/support/findings-of';

const NAMES = ['Zürich', 'Köln', 'Malmö', 'Århus', 'plain'];
const rows = Array.from({ length: 40 }, (_, i) => `${NAMES[i % NAMES.length] ?? ''}${i},${i * 10},${i}`);
const text = (lines: readonly string[]) => ['name,spend,batch_id', ...lines, ''].join('\n');
/** Every character below U+0100 is one byte. */
const latin = (of: string) => Uint8Array.from(of, (character) => character.charCodeAt(0));
/** UTF-8, but for the rows that are given by index. */
const mixed = (odd: readonly number[], lines = rows) =>
  Uint8Array.from([
    ...utf8('name,spend,batch_id\n'),
    ...lines.flatMap((line, i) => [...(odd.includes(i) ? latin(line) : utf8(line)), 10]),
  ]);

function encoding(findings: Findings) {
  return tellPremises(findings)
    .filter(({ premise }) => premise.code === 'encoding')
    .map((told) => told.text);
}

describe('an encoding', () => {
  it('goes without saying where every file is UTF-8', async () => {
    const findings = await findingsOf({ 'delta0.csv': text(rows), 'vendor.csv': text(rows) });
    expect(findings.premises.some(({ code }) => code === 'encoding')).toBe(false);
  });

  it('is a guess that says so, and is borne out by the keys that a sure file has', async () => {
    const findings = await findingsOf({ 'delta0.csv': text(rows), 'vendor.csv': latin(text(rows)) });
    expect(encoding(findings)).toEqual([
      'vendor.csv is read as windows-1252: byte FC on line 2 and such on 31 other lines are no UTF-8.',
    ]);
    expect(findings.sides.ours).toMatchObject({ proved: true, causes: [], unsettled: 0 });
  });

  it('keeps a proof off the keys that it garbles', async () => {
    const other = latin(text(rows)).map((byte) => (byte > 0x7f ? byte - 0x20 : byte));
    const findings = await findingsOf({ 'delta0.csv': text(rows), 'vendor.csv': other });
    expect(findings.sides.ours?.unsettled).toBeGreaterThan(0);
    expect(findings.sides.ours?.proved).toBe(false);
  });

  it('leaves out the lines of another one, and proves nothing of them', async () => {
    const two = await findingsOf({ 'delta0.csv': mixed([5]), 'vendor.csv': text(rows), 'customer.csv': text(rows) });
    expect(encoding(two)).toEqual([
      'delta0.csv is in two encodings and read as UTF-8; the lines of the other are left out: byte FC on line 7 is no UTF-8.',
    ]);
    expect(two.missing).toBeNull();
    expect(two.sides).toMatchObject({ ours: { proved: false }, theirs: { proved: false } });
    expect(tellVerdict(two).headline).toBe(
      'The two tables agree with each other, but not with what delta0.csv should give, as far as their lines could be read.',
    );
  });

  it('does not say that an export is missing where its rows may stand on lines that were not read', async () => {
    const broken = text(rows.map((row, i) => (i === 39 ? `"x" ${row}` : row)));
    const files = { 'vendor.csv': text(rows), 'customer.csv': text(rows) };
    expect((await findingsOf({ 'delta0.csv': broken, ...files })).missing).toBeNull();
    const short = text(rows.slice(0, 36));
    expect((await findingsOf({ 'delta0.csv': short, ...files })).missing).toMatchObject({ reason: 'newer-rows' });
  });
});
