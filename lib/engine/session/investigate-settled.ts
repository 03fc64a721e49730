import { type Investigation, investigate } from '@/lib/core/investigation/investigate';
import type { InvestigationContext } from '@/lib/core/premises/investigation-context';
import type { Settled } from '@/lib/core/premises/settle';
import { ok, type Result } from '@/lib/core/result';
import type { Setup } from '@/lib/core/setup';
import type { Bound } from '@/lib/core/table/bind';
import type { CallOptions } from '@/lib/engine/investigator';
import { unlessCancelled } from './cancel';

/**
 * An investigation with what later questions need of its files: neither their texts nor the tables that were bound, but
 * the rows by key, which lead back to the lines that they came from.
 */
export interface Investigated extends Investigation, Pick<Bound, 'rejected' | 'rejectedRows'> {
  readonly setup: Setup;
  /** For tables of the same case that are broken on purpose: such a table lacks no export, and has no other reading. */
  readonly planted: InvestigationContext;
}

/** Of `lib/core`; a test stands in for it. */
export type Search = typeof investigate;

/**
 * Compares, explains and proves, once it is settled what the files mean: of their tables nothing else is needed, so that the
 * caller does well to hold them no longer.
 * Problems: cancelled.
 */
export async function investigateSettled(
  { bound, dataset, context }: Settled,
  setup: Setup,
  options: CallOptions = {},
  search: Search = investigate,
): Promise<Result<Investigated>> {
  const found = await unlessCancelled(options, (tick) => search(bound.tables, { ...context, tick }, dataset));
  if (!found.ok) return found;
  const { rejected, rejectedRows } = bound;
  const { labels, key, rejected: counts, premises = [] } = context;
  return ok({ ...found.value, rejected, rejectedRows, setup, planted: { labels, key, rejected: counts, premises } });
}
