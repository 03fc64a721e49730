import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { fail, ok, type Result } from '@/lib/core/result';
import { type CaseRecord, readRecord, readScreen } from './case-record';
import type { CaseShelf, CaseSummary, ShelvedCase } from './case-shelf';
import { LARGE, type LargeFiles, openLargeFiles } from './large-files';
import { mayPut } from './revision';
import type { SavedProblem } from './saved-problem';
import { bytesOf, hashesOf, newestFirst, summarise } from './summarise';
import { within } from './within';

interface Schema extends DBSchema {
  /** What the list needs, so that it reads no record. */
  cases: {
    key: string;
    value: {
      readonly id: string;
      readonly revision: number;
      readonly buried: boolean;
      readonly summary: CaseSummary;
      readonly hashes: readonly string[];
    };
  };
  /** By id. Plain JSON, as it was written by whichever version. */
  records: { key: string; value: { readonly record: unknown; readonly findings: unknown } };
  screens: { key: string; value: unknown };
  /**
   * By SHA-256. `blob` is null where the bytes are in the private file system. Plain bytes, for WebKit keeps no blob in a
   * session that is to be forgotten; a blob as older versions wrote it.
   */
  files: { key: string; value: { readonly blob: Blob | ArrayBuffer | null } };
}

const DATABASE = 'tieout';
const VERSION = 1;
export const FILES_LOCK = 'tieout.files';

/** Cases in this browser's database, large files beside it. Rejects where the browser lets nothing be kept. */
export async function openBrowserShelf(): Promise<CaseShelf> {
  let opened: Promise<IDBPDatabase<Schema>> | null = openDatabase(forget);
  /** The browser ended the connection, as when its data is cleared: what comes next opens it anew. */
  function forget(): void {
    opened = null;
  }
  await opened;
  return browserShelf(() => (opened ??= openDatabase(forget)), await openLargeFiles());
}

function openDatabase(ended: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(DATABASE, VERSION, {
    upgrade(database) {
      database.createObjectStore('cases', { keyPath: 'id' });
      database.createObjectStore('records');
      database.createObjectStore('screens');
      database.createObjectStore('files');
    },
    // A newer page waits to change the database: this one lets go, and its next call says that it cannot be kept.
    blocking(_now, _wanted, event) {
      (event.target as IDBDatabase).close();
    },
    terminated: ended,
  });
}

function browserShelf(connect: () => Promise<IDBPDatabase<Schema>>, large: LargeFiles | null): CaseShelf {
  async function get(id: string): Promise<Result<ShelvedCase, SavedProblem>> {
    const db = await connect();
    const tx = db.transaction(['cases', 'records', 'screens']);
    const [row, kept, screen] = await Promise.all([
      tx.objectStore('cases').get(id),
      tx.objectStore('records').get(id),
      tx.objectStore('screens').get(id),
    ]);
    if (!row || row.buried || !kept) return fail({ code: 'case-absent', id });
    const record = readRecord(kept.record, kept.findings);
    if (!record.ok) return record;
    return ok({ record: record.value, revision: row.revision, screen: readScreen(screen) });
  }

  async function put(
    { findings, ...record }: CaseRecord,
    files: ReadonlyMap<string, Blob>,
    expected: number | null,
  ): Promise<Result<number, SavedProblem>> {
    const db = await connect();
    const held = new Set(await db.getAllKeys('files'));
    const added: { readonly sha256: string; readonly blob: ArrayBuffer | null }[] = [];
    for (const file of record.files) {
      if (file.kind !== 'file' || held.has(file.sha256)) continue;
      held.add(file.sha256);
      const blob = files.get(file.sha256);
      if (!blob) return fail({ code: 'file-not-kept', file: file.name, reason: 'its bytes are not at hand' });
      if (large && blob.size >= LARGE) {
        await large.write(file.sha256, blob);
        added.push({ sha256: file.sha256, blob: null });
      } else {
        // In memory first: a file that changes on disk would make the transaction fail as a whole.
        added.push({ sha256: file.sha256, blob: await blob.arrayBuffer() });
      }
    }
    const tx = db.transaction(['cases', 'records', 'files'], 'readwrite');
    const cases = tx.objectStore('cases');
    const row = await cases.get(record.id);
    const refused = mayPut(row && !row.buried ? row.revision : null, expected);
    if (refused) {
      tx.abort();
      await tx.done.catch(() => undefined);
      return fail(refused);
    }
    const revision = (expected ?? 0) + 1;
    const whole = { ...record, findings };
    const written = [
      ...added.map(({ sha256, blob }) => tx.objectStore('files').put({ blob }, sha256)),
      tx.objectStore('records').put({ record, findings }, record.id),
      cases.put({
        id: record.id,
        revision,
        buried: false,
        summary: summarise(whole),
        hashes: hashesOf(whole),
      }),
    ];
    await Promise.all([...written, tx.done]);
    return ok(revision);
  }

  async function file(name: string, sha256: string): Promise<Result<Blob, SavedProblem>> {
    const row = await (await connect()).get('files', sha256);
    const kept = row ? (row.blob ?? (await large?.read(sha256)) ?? null) : null;
    const blob = kept instanceof ArrayBuffer ? new Blob([kept]) : kept;
    return blob ? ok(blob) : fail({ code: 'case-damaged', where: name, reason: 'its bytes are gone' });
  }

  async function setBuried(id: string, buried: boolean): Promise<Result<null, SavedProblem>> {
    const tx = (await connect()).transaction('cases', 'readwrite');
    const row = await tx.store.get(id);
    if (row) await tx.store.put({ ...row, buried });
    await tx.done;
    return row ? ok(null) : fail({ code: 'case-absent', id });
  }

  async function purge(spare: string | null): Promise<Result<null, SavedProblem>> {
    const tx = (await connect()).transaction(['cases', 'records', 'screens', 'files'], 'readwrite');
    const cases = await tx.objectStore('cases').getAll();
    const gone = cases.filter(({ id, buried }) => buried && id !== spare);
    const used = new Set(cases.filter((row) => !gone.includes(row)).flatMap(({ hashes }) => hashes));
    const unused = (await tx.objectStore('files').getAllKeys()).filter((sha256) => !used.has(sha256));
    await Promise.all([
      ...gone.flatMap(({ id }) => [
        tx.objectStore('cases').delete(id),
        tx.objectStore('records').delete(id),
        tx.objectStore('screens').delete(id),
      ]),
      ...unused.map((sha256) => tx.objectStore('files').delete(sha256)),
      tx.done,
    ]);
    for (const sha256 of (await large?.list()) ?? []) if (!used.has(sha256)) await large?.remove(sha256);
    return ok(null);
  }

  return {
    kind: 'browser',
    list: () =>
      guarded(async () => {
        const rows = await (await connect()).getAll('cases');
        return ok(newestFirst(rows.filter(({ buried }) => !buried).map(({ summary }) => summary)));
      }),
    get: (id) => guarded(() => get(id)),
    put: (record, files, expected) =>
      guarded(() => withFilesLocked(() => put(record, files, expected)), bytesOf(record.files)),
    file: (name, sha256) => guarded(() => file(name, sha256)),
    putScreen: (id, screen) =>
      guarded(async () => {
        await (await connect()).put('screens', screen, id);
        return ok(null);
      }),
    bury: (id) => guarded(() => setBuried(id, true)),
    unbury: (id) => guarded(() => setBuried(id, false)),
    purge: (spare) => guarded(() => withFilesLocked(() => purge(spare))),
  };
}

/** Of all tabs, one at a time adds or ends files: what one has just added no other takes for unused. */
function withFilesLocked<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(FILES_LOCK, work) : work();
}

/** Milliseconds that the browser may take for anything, and for each byte that is to be kept. */
const PATIENCE = 20_000;
const FOR_A_BYTE = 1e-3;

/** What the browser throws becomes a problem, and so does no answer. @param bytes what was to be kept */
async function guarded<T>(work: () => Promise<Result<T, SavedProblem>>, bytes = 0): Promise<Result<T, SavedProblem>> {
  const late = (): Result<T, SavedProblem> => fail({ code: 'storage-failed', reason: 'its storage does not answer' });
  try {
    return await within(PATIENCE + FOR_A_BYTE * bytes, work(), late);
  } catch (error) {
    if (error instanceof Error && error.name === 'QuotaExceededError') return fail({ code: 'no-room', bytes });
    return fail({ code: 'storage-failed', reason: error instanceof Error ? error.message : String(error) });
  }
}
