import { totalmem } from 'node:os';
import { named } from '@/lib/core/by-name';
import { isAside, isStray } from '@/lib/core/intake/stray-file';
import type { Investigation } from '@/lib/core/investigation/investigate';
import { type Settled, settle } from '@/lib/core/premises/settle';
import type { Problem } from '@/lib/core/problem';
import { MAX_LISTED_REJECTIONS, type Rejection } from '@/lib/core/rejection';
import { ok, type Result } from '@/lib/core/result';
import type { Setup } from '@/lib/core/setup';
import { investigateSettled } from '@/lib/engine/session/investigate-settled';
import { memoryAllowed } from '@/lib/engine/session/memory';
import { readSources } from '@/lib/engine/session/read-sources';
import type { InvestigateCall } from './call';
import { chooseSetup, type GivenFile } from './choose-setup';
import { diskSource } from './disk-source';
import { readerThreads } from './reader-thread';

export interface InvestigatedFiles extends Investigation {
  /** By file: the lines that were left out, at most `MAX_LISTED_REJECTIONS`, and how many there are. */
  readonly rejected: readonly RejectedLines[];
  /** Files that came along and are no data, set aside. */
  readonly strays: readonly Problem[];
}

export interface RejectedLines {
  readonly file: string;
  readonly lines: readonly Rejection[];
  readonly count: number;
}

/** Reads the files of a call, and compares, explains and proves. The first file that cannot be read fails the call. */
export async function investigateFiles(call: InvestigateCall): Promise<Result<InvestigatedFiles>> {
  const ready = await settleFiles(call);
  if (!ready.ok) return ready;
  const { settled, setup, strays } = ready.value;
  const found = await investigateSettled(settled, setup);
  if (!found.ok) return found;
  const { rejected, rejectedRows } = found.value;
  return ok({
    ...found.value,
    strays,
    rejected: Object.entries(rejectedRows).flatMap(([file, count]) =>
      count === 0 ? [] : [{ file, count, lines: (named(rejected, file) ?? []).slice(0, MAX_LISTED_REJECTIONS) }],
    ),
  });
}

interface Ready extends Pick<Given, 'strays'> {
  readonly settled: Settled;
  readonly setup: Setup;
}

/** Reads the files of a call and settles what they mean; their tables are then let go. */
async function settleFiles(call: InvestigateCall): Promise<Result<Ready>> {
  const read = await readGiven(call);
  if (!read.ok) return read;
  const { files, strays } = read.value;
  const setup = chooseSetup(files, call);
  if (!setup.ok) return setup;
  const settled = settle(new Map(files.map(({ id, table }) => [id, table])), setup.value);
  return settled.ok ? ok({ settled: settled.value, setup: setup.value, strays }) : settled;
}

interface Given {
  readonly files: readonly GivenFile[];
  readonly strays: readonly Problem[];
}

/** A picture or a log among the deltas is set aside; a table that is none fails the call. */
async function readGiven(call: InvestigateCall): Promise<Result<Given>> {
  const rolesFollow = call.ours === null && call.theirs === null;
  const given = [
    ...call.files.map((path) => ({ path, role: rolesFollow ? null : ('delta' as const) })),
    ...(call.ours === null ? [] : [{ path: call.ours, role: 'ours' as const }]),
    ...(call.theirs === null ? [] : [{ path: call.theirs, role: 'theirs' as const }]),
  ];
  const sources = [];
  for (const { path } of given) {
    const source = await diskSource(path);
    if (!source.ok) return source;
    sources.push(source.value);
  }
  const { headerLines, encodings } = call.premises;
  const found = await readSources(sources, {
    as: (file) => ({
      headerLine: named(headerLines, file) ?? headerLines[''],
      encoding: named(encodings, file) ?? encodings[''],
    }),
    readers: readerThreads,
    memory: memoryAllowed(totalmem()),
  });
  if (!found.ok) return found;
  const files: GivenFile[] = [];
  const strays: Problem[] = [];
  for (const { source, table } of found.value) {
    const role = given[source]?.role ?? null;
    if (table.ok) files.push({ id: files.length, table: table.value, role });
    else if (isAside(table.problem)) strays.push(table.problem);
    else if (role === 'ours' || role === 'theirs' || !isStray(table.problem)) return table;
    else strays.push(table.problem);
  }
  return ok({ files, strays });
}
