import { assertNever } from '@/lib/core/assert-never';
import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { CallOptions, Investigator } from '@/lib/engine/investigator';
import type { Answers, FromWorker, Request, RequestKind, ToWorker } from './protocol';
import type { Port } from './worker-port';

/** The worker of an investigator as its client sees it. */
export type WorkerPort = Port<ToWorker, FromWorker>;

interface Pending {
  readonly received: (message: FromWorker) => void;
  readonly settle: (result: Result<never>) => void;
}

/** Who is told what becomes of the worker. */
export interface Watcher {
  /** It is gone, and all that it had read with it. */
  readonly died?: () => void;
  /** It has said nothing for a while (`SILENCE`) although a call waits, and again after each such while; false: it speaks again. */
  readonly silent?: (is: boolean) => void;
  /** Calls back after so many milliseconds; returns what calls it off. */
  readonly later?: (work: () => void, milliseconds: number) => () => void;
}

/** Milliseconds. A worker tells how far it is many times a second, but for steps that take seconds where files are large. */
const SILENCE = 30_000;

/**
 * An investigator in a worker. The worker starts with the first call, or before it with `prepare`. Every call settles exactly once: with its result;
 * `cancelled` at once when its signal aborts; `engine-stopped` when the worker dies, the call meets a bug, or the
 * investigator is closed. An abort stops a reading at its next slice. A search runs in one piece and cannot hear of it:
 * it ends unseen, its result is dropped, and calls made meanwhile wait for it. After the worker died the next call
 * starts another, which has read nothing.
 */
export function createBrowserInvestigator(
  makeWorker: () => WorkerPort,
  { died, silent, later = timer }: Watcher = {},
): Investigator {
  const pending = new Map<number, Pending>();
  let worker: WorkerPort | null = null;
  let closed = false;
  let lastId = 0;
  let isSilent = false;
  let stopWaiting: () => void = () => undefined;

  /** The clock of the silence starts again, where anybody waits for a word. */
  function listenAnew(): void {
    stopWaiting();
    if (isSilent) silent?.(false);
    isSilent = false;
    if (pending.size > 0) wait();
  }

  function wait(): void {
    stopWaiting = later(() => {
      isSilent = true;
      silent?.(true);
      wait();
    }, SILENCE);
  }

  function running(): WorkerPort {
    if (worker) return worker;
    const started = makeWorker();
    started.listen(
      (message) => {
        if (worker !== started) return;
        pending.get(message.id)?.received(message);
        listenAnew();
      },
      (reason) => {
        if (worker === started) stop(reason);
      },
    );
    worker = started;
    return started;
  }

  function stop(reason: string): void {
    worker?.terminate();
    worker = null;
    died?.();
    for (const call of [...pending.values()]) call.settle(fail({ code: 'engine-stopped', reason }));
  }

  function call<K extends RequestKind>(
    request: Extract<Request, { kind: K }>,
    { signal, onProgress }: CallOptions = {},
    sink?: (chunk: Uint8Array<ArrayBuffer>) => void,
  ): Promise<Result<Answers[K]>> {
    if (signal?.aborted) return Promise.resolve(fail<Problem>({ code: 'cancelled' }));
    if (closed) return Promise.resolve(fail<Problem>({ code: 'engine-stopped', reason: CLOSED }));
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      function forget(): boolean {
        signal?.removeEventListener('abort', abort);
        const waited = pending.delete(id);
        if (pending.size === 0) listenAnew();
        return waited;
      }
      function settle(result: Result<Answers[K]>): void {
        if (forget()) resolve(result);
      }
      function abort(): void {
        settle(fail({ code: 'cancelled' }));
        worker?.post({ type: 'cancel', id });
      }
      function received(message: FromWorker): void {
        switch (message.type) {
          case 'progress':
            onProgress?.(message.progress);
            return;
          case 'chunk':
            sink?.(message.chunk);
            return;
          case 'response':
            if (message.response.kind === request.kind) settle(message.response.result as Result<Answers[K]>);
            else settle(fail({ code: 'engine-stopped', reason: MIXED_UP }));
            return;
          case 'crash':
            settle(fail(message.problem));
            return;
          default:
            assertNever(message);
        }
      }
      /** A listener of the caller's that throws is the caller's bug: the call rejects with it. */
      function guarded(message: FromWorker): void {
        try {
          received(message);
        } catch (error) {
          if (forget()) reject(error instanceof Error ? error : new Error(String(error)));
          worker?.post({ type: 'cancel', id });
        }
      }
      pending.set(id, { received: guarded, settle });
      if (pending.size === 1) listenAnew();
      signal?.addEventListener('abort', abort);
      try {
        running().post({ type: 'request', id, request });
      } catch (error) {
        if (worker === null) died?.();
        settle(fail({ code: 'engine-stopped', reason: error instanceof Error ? error.message : String(error) }));
      }
    });
  }

  return {
    prepare() {
      if (!closed) running();
    },
    read: (sources, { as = {}, ...options }) => call<'read'>({ kind: 'read', sources, as }, options),
    investigate: (setup, options) => call<'investigate'>({ kind: 'investigate', setup }, options),
    rejections: (options) => call<'rejections'>({ kind: 'rejections' }, options),
    rows: (query, options) => call<'rows'>({ kind: 'rows', query }, options),
    timeline: (key, options) => call<'timeline'>({ kind: 'timeline', key }, options),
    replay: (faults, options) => call<'replay'>({ kind: 'replay', faults }, options),
    plant: (side, faults, options) => call<'plant'>({ kind: 'plant', side, faults }, options),
    exportRows: (query, sink, { mask = null, ...options } = {}) =>
      call<'exportRows'>({ kind: 'exportRows', query, mask }, options, sink),
    repairRows: (side, options) => call<'repairRows'>({ kind: 'repairRows', side }, options),
    namedIn: (texts, columns, options) => call<'namedIn'>({ kind: 'namedIn', texts, columns }, options),
    close() {
      closed = true;
      stop(CLOSED);
    },
  };
}

function timer(work: () => void, milliseconds: number): () => void {
  const timeout = setTimeout(work, milliseconds);
  return () => {
    clearTimeout(timeout);
  };
}

const CLOSED = 'the case was closed';
const MIXED_UP = 'it answered another question';
