import { assertNever } from '@/lib/core/assert-never';
import { createRowReader, type RowReader } from '@/lib/core/compare/rows/row-reader';
import { timelineOf } from '@/lib/core/compare/timeline';
import type { ByteSource } from '@/lib/core/csv/byte-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import type { Fault } from '@/lib/core/findings/fault';
import type { Findings, Side } from '@/lib/core/findings/findings';
import type { Intake } from '@/lib/core/intake/intake';
import type { Investigation } from '@/lib/core/investigation/investigate';
import type { InvestigationContext } from '@/lib/core/premises/investigation-context';
import type { Settled } from '@/lib/core/premises/settle';
import type { Problem } from '@/lib/core/problem';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Setup } from '@/lib/core/setup';
import type { Bound } from '@/lib/core/table/bind';
import type { CaseTables } from '@/lib/core/table/case-tables';
import type { Dataset } from '@/lib/core/table/dataset';
import type { Progress, ReplayOutcome } from '@/lib/engine/investigator';
import { exportRows } from './export-rows';
import type { Answers, Request, RequestKind, Response, RowsFile } from './protocol';
import { type ReadFiles, readSources } from './read-sources';
import { throttled } from './throttle';

/** What a session remembers and how it answers. It uses nothing that only a worker has: a test runs it inline. */
export interface Session {
  /** Rejects on a bug only. */
  handle(request: Request, context: CallContext): Promise<Response>;
}

export interface CallContext {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  /** Part of a streamed answer; the bytes now belong to the receiver. */
  readonly chunk: (bytes: Uint8Array<ArrayBuffer>) => void;
}

/** The last investigation that ran to its end, with what it was made from. */
export interface Investigated extends Investigation {
  readonly files: ReadFiles;
  readonly setup: Setup;
  readonly tables: CaseTables;
  readonly context: InvestigationContext;
  readonly rejected: Bound['rejected'];
}

/** What the core does for a session. */
export interface SessionCore {
  /** The files inside an archive; any other source as it stands. */
  unpack(source: ByteSource): Promise<Result<readonly ByteSource[]>>;
  propose(files: ReadFiles, milliseconds: number): Intake;
  settle(tables: ReadonlyMap<number, CsvTable>, setup: Setup): Result<Settled>;
  investigate(tables: CaseTables, context: InvestigationContext, dataset?: Dataset): Investigation;
  replay(of: Investigated, faults: readonly Fault[]): ReplayOutcome;
  plant(of: Investigated, side: Side, faults: readonly Fault[], context: InvestigationContext): Findings;
  repairRows(of: Investigated, side: Side): RowsFile;
}

/** @param now milliseconds from any fixed moment */
export function createSession(core: SessionCore, now: () => number = () => performance.now()): Session {
  let files: ReadFiles | null = null;
  let investigated: { readonly of: Investigated; readonly reader: RowReader } | null = null;
  let readings = 0;

  async function read(request: RequestOf<'read'>, context: CallContext): Promise<Result<Intake>> {
    readings += 1;
    const reading = readings;
    const began = now();
    const found = await readSources(request.sources, {
      signal: context.signal,
      progress: throttled(context.progress, now),
      unpack: (source) => core.unpack(source),
      headerLines: request.headerLines ?? {},
    });
    if (!found.ok) return found;
    await turn();
    if (context.signal.aborted || reading !== readings) return fail({ code: 'cancelled' });
    const intake = core.propose(found.value, now() - began);
    files = found.value;
    investigated = null;
    return ok(intake);
  }

  async function investigate({ setup }: RequestOf<'investigate'>, context: CallContext): Promise<Result<Findings>> {
    if (files === null) return NOTHING_READ;
    const read = files;
    await turn();
    if (isCancelled(context.signal)) return fail({ code: 'cancelled' });
    const settled = core.settle(read.tables, setup);
    if (!settled.ok) return settled;
    const { context: settings } = settled.value;
    const { tables, rejected } = settled.value.bound;
    const found = await unlessCancelled(context, (tick) =>
      core.investigate(tables, { ...settings, tick }, settled.value.dataset),
    );
    if (!found.ok) return found;
    if (files !== read) return fail({ code: 'cancelled' });
    const of: Investigated = { ...found.value, files: read, setup, tables, context: settings, rejected };
    investigated = { of, reader: createRowReader(of.comparison) };
    return ok(of.findings);
  }

  async function plant({ side, faults }: RequestOf<'plant'>, context: CallContext): Promise<Result<Findings>> {
    if (investigated === null) return NOTHING_INVESTIGATED;
    const { of } = investigated;
    return unlessCancelled(context, (tick) => core.plant(of, side, faults, plantedContext(of.context, tick)));
  }

  /**
   * Runs a search in one piece. A cancel that came before it is heard before it starts, one that came meanwhile when it
   * ends; only a caller in the same thread can stop it in between.
   */
  async function unlessCancelled<T>({ signal, progress }: CallContext, run: (tick: Tick) => T): Promise<Result<T>> {
    const report = throttled(progress, now);
    await turn();
    if (isCancelled(signal)) return fail({ code: 'cancelled' });
    try {
      const value = run((done) => {
        if (signal.aborted) throw new Cancelled();
        report({ stage: 'searching', done, of: 0 });
      });
      await turn();
      return isCancelled(signal) ? fail({ code: 'cancelled' }) : ok(value);
    } catch (error) {
      if (error instanceof Cancelled) return fail({ code: 'cancelled' });
      throw error;
    }
  }

  function timeline(key: string, { comparison, tables }: Investigated): Answers['timeline'] {
    const { keys } = comparison.dataset;
    for (let k = 0; k < keys.count; k++) {
      if (keys.text(k) === key)
        return timelineOf(
          comparison,
          tables.deltas.map(({ lines }) => lines),
          k,
        );
    }
    return null;
  }

  return {
    async handle(request, context): Promise<Response> {
      if (context.signal.aborted) return respond(request.kind, fail({ code: 'cancelled' }));
      switch (request.kind) {
        case 'read':
          return { kind: 'read', result: await read(request, context) };
        case 'investigate':
          return { kind: 'investigate', result: await investigate(request, context) };
        case 'plant':
          return { kind: 'plant', result: await plant(request, context) };
        case 'rejections':
        case 'rows':
        case 'timeline':
        case 'replay':
        case 'exportRows':
        case 'repairRows':
          if (investigated === null) return respond(request.kind, NOTHING_INVESTIGATED);
          return answer(request, context, investigated);
        default:
          return assertNever(request);
      }
    },
  };

  async function answer(
    request: RequestOf<'rejections' | 'rows' | 'timeline' | 'replay' | 'exportRows' | 'repairRows'>,
    context: CallContext,
    { of, reader }: { readonly of: Investigated; readonly reader: RowReader },
  ): Promise<Response> {
    switch (request.kind) {
      case 'rejections':
        return { kind: 'rejections', result: ok(of.rejected) };
      case 'rows':
        return { kind: 'rows', result: ok(reader.window(request.query)) };
      case 'timeline':
        return { kind: 'timeline', result: ok(timeline(request.key, of)) };
      case 'replay':
        return { kind: 'replay', result: ok(core.replay(of, request.faults)) };
      case 'exportRows':
        return { kind: 'exportRows', result: await exportRows(reader, request, of, context, turn) };
      case 'repairRows':
        return { kind: 'repairRows', result: ok(core.repairRows(of, request.side)) };
      default:
        return assertNever(request);
    }
  }
}

/** A table that is broken on purpose lacks no export, and has no other reading. */
function plantedContext({ labels, key, rejected, premises }: InvestigationContext, tick: Tick): InvestigationContext {
  return { labels, key, rejected, ...(premises ? { premises } : {}), tick };
}

type RequestOf<K extends RequestKind> = Extract<Request, { kind: K }>;
type Tick = NonNullable<InvestigationContext['tick']>;

class Cancelled extends Error {}

/** Asked anew each time: it changes while others have their turn. */
function isCancelled(signal: AbortSignal): boolean {
  return signal.aborted;
}

const NOTHING_READ = fail({ code: 'engine-stopped' as const, reason: 'it has read no files since it started' });
const NOTHING_INVESTIGATED = fail({
  code: 'engine-stopped' as const,
  reason: 'it has investigated nothing since it last read files',
});

function respond(kind: RequestKind, result: ReturnType<typeof fail<Problem>>): Response {
  return { kind, result };
}

/** Lets what waits in the queue, a cancel above all, be heard. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
