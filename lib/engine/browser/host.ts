import { assertNever } from '@/lib/core/assert-never';
import type { Investigator, Progress } from '@/lib/engine/investigator';
import { buffersOf, type CrashProblem, type FromWorker, type Request, type Response, type ToWorker } from './protocol';
import { throttled } from './throttle';

/**
 * The worker's end of the wire. Each request is answered exactly once, whatever the session does; one that it throws at
 * is answered with `crash`.
 * @param post hands the buffers over
 * @param now milliseconds from any fixed moment
 */
export function createHost(
  session: Investigator,
  post: (message: FromWorker, transfer: ArrayBuffer[]) => void,
  now: () => number = () => performance.now(),
): { receive(message: ToWorker): void; isBusy(): boolean } {
  const running = new Map<number, AbortController>();
  function send(message: FromWorker): void {
    post(message, buffersOf(message));
  }

  async function run(id: number, { request }: Extract<ToWorker, { type: 'request' }>): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    const report = (progress: Progress) => {
      send({ type: 'progress', id, progress });
    };
    const sink = (chunk: Uint8Array<ArrayBuffer>) => {
      send({ type: 'chunk', id, chunk });
    };
    try {
      const options = { signal: controller.signal, onProgress: throttled(report, now) };
      send({ type: 'response', id, response: await answer(session, request, options, sink) });
    } catch (error) {
      send({ type: 'crash', id, problem: problemOf(error) });
    } finally {
      running.delete(id);
    }
  }

  return {
    isBusy: () => running.size > 0,
    receive(message) {
      switch (message.type) {
        case 'request':
          void run(message.id, message);
          return;
        case 'cancel':
          running.get(message.id)?.abort();
          return;
        default:
          assertNever(message);
      }
    },
  };
}

/** What engines say where there is no memory, or no array so long. */
const NO_MEMORY =
  /allocation failed|out of memory|invalid (typed )?(array|string) (buffer )?length|(map|set) maximum size/i;

function problemOf(error: unknown): CrashProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return NO_MEMORY.test(reason) ? { code: 'out-of-memory' } : { code: 'engine-stopped', reason };
}

async function answer(
  session: Investigator,
  request: Request,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
  sink: (chunk: Uint8Array<ArrayBuffer>) => void,
): Promise<Response> {
  switch (request.kind) {
    case 'read': {
      const { sources, as } = request;
      return { kind: 'read', result: await session.read(sources, { ...options, as }) };
    }
    case 'investigate':
      return { kind: 'investigate', result: await session.investigate(request.setup, options) };
    case 'rejections':
      return { kind: 'rejections', result: await session.rejections(options) };
    case 'rows':
      return { kind: 'rows', result: await session.rows(request.query, options) };
    case 'timeline':
      return { kind: 'timeline', result: await session.timeline(request.key, options) };
    case 'replay':
      return { kind: 'replay', result: await session.replay(request.faults, options) };
    case 'plant':
      return { kind: 'plant', result: await session.plant(request.side, request.faults, options) };
    case 'exportRows': {
      const { query, mask } = request;
      return { kind: 'exportRows', result: await session.exportRows(query, sink, { ...options, mask }) };
    }
    case 'repairRows':
      return { kind: 'repairRows', result: await session.repairRows(request.side, options) };
    case 'namedIn':
      return { kind: 'namedIn', result: await session.namedIn(request.texts, request.columns, options) };
    default:
      return assertNever(request);
  }
}
