import { fail, ok, type Result } from '@/lib/core/result';
import type { SavedProblem } from './saved-problem';

type Fields = Readonly<Record<string, unknown>>;

/** How a record of one version becomes one of the next. The last version's steps are none. */
export interface Ladder {
  /** Oldest first; the last one is what this version writes. */
  readonly versions: readonly string[];
  /** By the version that it starts from. `schema` is set by the ladder. */
  readonly steps: Readonly<Record<string, (old: Fields) => Fields>>;
}

const LADDER: Ladder = { versions: ['tieout.case/1'], steps: {} };

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
