import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyAlterations } from '@/lib/core/findings/fault-parameters';
import { alterText } from '@/lib/core/pipeline/alter-text';
import { alteredKeys, changesAny } from '@/lib/core/pipeline/altered-keys';
import { buildDataset } from '@/lib/core/table/dataset';
import { KeyInterner } from '@/lib/core/table/keys';
import { columnOf } from '@/tests/support/csv-text';
import { plainCase } from '@/tests/support/plain-case';

const key = fc.oneof(
  fc.nat({ max: 30 }).map(String),
  fc.nat({ max: 30 }).map((n) => `0${n}`),
  fc.constantFrom(
    'a',
    'A',
    'aB',
    ' 7',
    '7 ',
    '7.0',
    '-7',
    '12345678901234567890',
    '1234567890123456',
    'ß',
    'ẞ',
    'e\u0301',
    '\u00e9',
    'a-b',
    'a/b. c',
  ),
);

describe('altered keys', () => {
  it('meet where their altered texts are the same, and are those of a key that has that text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.array(key, { maxLength: 9 }), fc.array(fc.nat({ max: 9 }).map(String))), { minLength: 1 }),
        (files) => {
          const tables = plainCase({
            deltas: files.map((keys, f) => ({
              file: `delta${f}.csv`,
              rows: keys.map((user_id, r) => ({ user_id, total_spend: '1', batch_id: String(r) })),
            })),
          });
          const interner = new KeyInterner([files.map((keys) => columnOf(keys))]);
          for (const keys of files) for (const text of keys) interner.of([text]);
          const dataset = buildDataset({ ...tables, keys: interner });
          const texts = files.flat();
          const collated = texts.some((text) => alterText(text, { how: 'collation' }) !== text);
          expect(changesAny(dataset, { how: 'collation' })).toBe(collated);
          for (const how of keyAlterations.filter((own) => own !== 'collation')) {
            const form = { how, width: 3, length: 2 };
            const altered = alteredKeys(dataset, form);
            const changed = texts.some((text) => alterText(text, form) !== text);
            expect(changesAny(dataset, form)).toBe(changed);
            expect(altered !== null).toBe(changed);
            if (!altered) continue;
            const found = new Map<string, number>();
            altered.rows.key.forEach((id, r) => {
              const text = alterText(texts[altered.rows.arrival[r] as number] as string, form);
              expect(found.get(text) ?? id).toBe(id);
              found.set(text, id);
              expect(id < interner.count ? interner.parts(id) : [text]).toEqual([text]);
            });
            expect(new Set(found.values()).size).toBe(found.size);
          }
        },
      ),
    );
  });
});
