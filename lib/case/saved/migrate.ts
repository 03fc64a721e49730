import { fail, ok, type Result } from '@/lib/core/result';
import { letterSchema, peopleSchema } from './letter-schema';
import type { SavedProblem } from './saved-problem';

type Fields = Readonly<Record<string, unknown>>;

/** How a record of one version becomes one of the next. The last version's steps are none. */
export interface Ladder {
  /** Oldest first; the last one is what this version writes. */
  readonly versions: readonly string[];
  /** By the version that it starts from. `schema` is set by the ladder. */
  readonly steps: Readonly<Record<string, (old: Fields) => Fields>>;
}

const LADDER: Ladder = {
  versions: ['tieout.case/1', 'tieout.case/2'],
  steps: { 'tieout.case/1': withFields },
};

/** Version 1 held each letter's changes, and the people as one more letter, as JSON in texts: unreadable is unchanged. */
function withFields({ drafts, ...old }: Fields): Fields {
  const held = isFields(drafts) ? drafts : {};
  const letters = ['engineer', 'customer'].flatMap((name) => {
    const draft = letterSchema.safeParse(json(held[name])).data;
    return draft ? [[name, draft]] : [];
  });
  const people = peopleSchema.safeParse(json(held['people'])).data ?? null;
  return { ...old, letters: Object.fromEntries(letters), people };
}

function json(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/**
 * A record of any version known to the ladder, as one of the last version. Problems: not-a-case where it has no version
 * of a case, case-newer where its version is not on the ladder.
 */
export function migrate(value: unknown, ladder: Ladder = LADDER): Result<Fields, SavedProblem> {
  const schema = isFields(value) ? value['schema'] : undefined;
  if (!isFields(value) || typeof schema !== 'string' || !schema.startsWith('tieout.case/'))
    return fail({ code: 'not-a-case', file: 'The file' });
  const from = ladder.versions.indexOf(schema);
  if (from === -1) return fail({ code: 'case-newer', schema });
  let record = value;
  for (let at = from; at + 1 < ladder.versions.length; at++) {
    const step = ladder.steps[ladder.versions[at] ?? ''];
    if (!step) throw new Error(`no step leads on from ${ladder.versions[at] ?? ''}`);
    record = { ...step(record), schema: ladder.versions[at + 1] };
  }
  return ok(record);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
