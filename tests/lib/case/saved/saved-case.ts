import { sha256Of } from '@/lib/case/saved/case-id';
import type { CaseRecord } from '@/lib/case/saved/case-record';
import { readRecord } from '@/lib/case/saved/case-record';
import { johnnyIntake } from '../../../support/fake-investigator';
import { sampleFindings } from '../../../support/sample-findings';

const ID = '0123456789ABCDEF';
const NOON = '2026-11-22T12:00:00.000Z';

/** The bytes of each file, by name. */
export const texts: Readonly<Record<string, string>> = Object.fromEntries(
  johnnyIntake.files.map(({ file }) => [file, `user_id,total_spend\n${file},1\n`]),
);

export async function filesOf(record: CaseRecord): Promise<ReadonlyMap<string, Blob>> {
  const blobs = record.files.map(({ name }) => new Blob([texts[name] ?? '']));
  return new Map(await Promise.all(blobs.map(async (blob) => [await sha256Of(blob), blob] as const)));
}

/** A case that was investigated, with a comment on it and one on a user. */
export async function savedCase(part: Partial<CaseRecord> = {}): Promise<CaseRecord> {
  const files = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => ({
      kind: 'file' as const,
      name,
      bytes: text.length,
      sha256: await sha256Of(new Blob([text])),
      lastModified: 0,
    })),
  );
  const record = readRecord(
    {
      schema: 'tieout.case/2',
      id: ID,
      name: johnnyIntake.setup.name,
      created: NOON,
      updated: NOON,
      files,
      setup: johnnyIntake.setup,
      readAs: johnnyIntake.files.map(({ file }) => file),
      comments: [
        { id: 'a', on: null, author: 'Ada', text: 'Asked for the bucket listing.', at: NOON },
        { id: 'b', on: '5983', author: '', text: 'Called twice about this.', at: NOON },
      ],
      mask: { on: true, salt: 'secret' },
      letters: { engineer: { subject: 'Dear Bo', edits: [] } },
      people: null,
    },
    sampleFindings,
  );
  if (!record.ok) throw new Error(JSON.stringify(record.problem));
  return { ...record.value, ...part };
}
