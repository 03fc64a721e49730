import { fail, ok, type Result } from '@/lib/core/result';
import type { CaseRecord, SavedScreen } from './case-record';
import type { CaseShelf, ShelvedCase } from './case-shelf';
import { mayPut } from './revision';
import type { SavedProblem } from './saved-problem';
import { hashesOf, newestFirst, summarise } from './summarise';

type Row = ShelvedCase & { readonly buried: boolean };

/** Cases for as long as the page is open: where the browser keeps nothing, and in tests. */
export function memoryShelf(): CaseShelf {
  const rows = new Map<string, Row>();
  const blobs = new Map<string, Blob>();

  const shown = (id: string) => {
    const row = rows.get(id);
    return row === undefined || row.buried ? null : row;
  };

  function change(id: string, part: Partial<Row>): Result<null, SavedProblem> {
    const row = rows.get(id);
    if (row) rows.set(id, { ...row, ...part });
    return ok(null);
  }

  function get(id: string): Result<ShelvedCase, SavedProblem> {
    const row = shown(id);
    return row ? ok(row) : fail({ code: 'case-absent', id });
  }

  function put(
    record: CaseRecord,
    files: ReadonlyMap<string, Blob>,
    expected: number | null,
  ): Result<number, SavedProblem> {
    const refused = mayPut(shown(record.id)?.revision ?? null, expected);
    if (refused) return fail(refused);
    for (const file of record.files) {
      if (file.kind === 'file' && !blobs.has(file.sha256) && !files.has(file.sha256))
        return fail({ code: 'file-not-kept', file: file.name, reason: 'its bytes are not at hand' });
    }
    for (const [sha256, blob] of files) blobs.set(sha256, blob);
    const revision = (expected ?? 0) + 1;
    rows.set(record.id, { record, revision, screen: shown(record.id)?.screen ?? null, buried: false });
    return ok(revision);
  }

  function file(name: string, sha256: string): Result<Blob, SavedProblem> {
    const blob = blobs.get(sha256);
    return blob ? ok(blob) : fail({ code: 'case-damaged', where: name, reason: 'its bytes are gone' });
  }

  function purge(spare: string | null): Result<null, SavedProblem> {
    for (const [id, row] of [...rows]) if (row.buried && id !== spare) rows.delete(id);
    const used = new Set([...rows.values()].flatMap(({ record }) => hashesOf(record)));
    for (const sha256 of [...blobs.keys()]) if (!used.has(sha256)) blobs.delete(sha256);
    return ok(null);
  }

  return {
    kind: 'memory',
    list: () => {
      const kept = [...rows.values()].filter((row) => !row.buried);
      return Promise.resolve(ok(newestFirst(kept.map(({ record }) => summarise(record)))));
    },
    get: (id) => Promise.resolve(get(id)),
    put: (record, files, expected) => Promise.resolve(put(record, files, expected)),
    file: (name, sha256) => Promise.resolve(file(name, sha256)),
    putScreen: (id, screen: SavedScreen) => Promise.resolve(change(id, { screen })),
    bury: (id) => Promise.resolve(change(id, { buried: true })),
    unbury: (id) => Promise.resolve(change(id, { buried: false })),
    purge: (spare) => Promise.resolve(purge(spare)),
  };
}
