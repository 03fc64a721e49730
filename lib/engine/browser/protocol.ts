import { assertNever } from '@/lib/core/assert-never';
import type { RowQuery, RowWindow } from '@/lib/core/compare/rows/row-query';
import type { Timeline } from '@/lib/core/compare/timeline';
import type { Fault } from '@/lib/core/findings/fault';
import type { Findings, Side } from '@/lib/core/findings/findings';
import type { Intake } from '@/lib/core/intake/intake';
import type { Key } from '@/lib/core/key';
import type { NamedInTexts } from '@/lib/core/mask/named-in';
import type { MaskSetting } from '@/lib/core/mask/pseudonym';
import type { Problem } from '@/lib/core/problem';
import type { Rejection } from '@/lib/core/rejection';
import type { Result } from '@/lib/core/result';
import type { Setup } from '@/lib/core/setup';
import type { Progress, ReadAs, ReplayOutcome, RowsFile, Source } from '@/lib/engine/investigator';

/** The wire between the page and the worker: all that crosses it, in either direction. */

export type Request =
  | {
      readonly kind: 'read';
      readonly sources: readonly Source[];
      readonly as: ReadAs;
    }
  | { readonly kind: 'investigate'; readonly setup: Setup }
  | { readonly kind: 'rejections' }
  | { readonly kind: 'rows'; readonly query: RowQuery }
  | { readonly kind: 'timeline'; readonly key: Key }
  | { readonly kind: 'replay'; readonly faults: readonly Fault[] }
  | { readonly kind: 'plant'; readonly side: Side; readonly faults: readonly Fault[] }
  | { readonly kind: 'exportRows'; readonly query: RowQuery; readonly mask: MaskSetting | null }
  | { readonly kind: 'repairRows'; readonly side: Side }
  | { readonly kind: 'namedIn'; readonly texts: readonly string[]; readonly columns: readonly string[] };

export type RequestKind = Request['kind'];

/** What each kind of request is answered with. */
export interface Answers {
  read: Intake;
  investigate: Findings;
  rejections: Readonly<Record<string, readonly Rejection[]>>;
  rows: RowWindow;
  timeline: Timeline | null;
  replay: ReplayOutcome;
  plant: Findings;
  exportRows: { readonly rows: number };
  repairRows: RowsFile;
  namedIn: NamedInTexts;
}

/** The answer to a request, tagged with its kind. */
export type Response = { [K in RequestKind]: { readonly kind: K; readonly result: Result<Answers[K]> } }[RequestKind];

/** Page to worker. Ids are chosen by the page and never used twice. */
export type ToWorker =
  | { readonly type: 'request'; readonly id: number; readonly request: Request }
  /** The page no longer waits for the answer. It may still come. */
  | { readonly type: 'cancel'; readonly id: number };

/** Worker to page. For each request any number of `progress` and `chunk`, then exactly one `response` or `crash`. */
export type FromWorker =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'chunk'; readonly id: number; readonly chunk: Uint8Array<ArrayBuffer> }
  | { readonly type: 'response'; readonly id: number; readonly response: Response }
  /** A bug, or memory that was refused: the request has no answer. The worker goes on. */
  | { readonly type: 'crash'; readonly id: number; readonly problem: CrashProblem };

export type CrashProblem = Extract<Problem, { code: 'engine-stopped' | 'out-of-memory' }>;

/** Buffers that a message hands over rather than copies; the sender's are empty afterwards. */
export function buffersOf(message: FromWorker): ArrayBuffer[] {
  switch (message.type) {
    case 'chunk':
      return [message.chunk.buffer];
    case 'response': {
      const { response } = message;
      return response.kind === 'repairRows' && response.result.ok ? [response.result.value.csv.buffer] : [];
    }
    case 'progress':
    case 'crash':
      return [];
    default:
      return assertNever(message);
  }
}
