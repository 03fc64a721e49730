import { named } from '@/lib/core/by-name';
import type { ByteSource } from '@/lib/core/csv/byte-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { proposeIntake } from '@/lib/core/intake/propose-setup';
import { loadPart } from '@/lib/core/loaded';
import type { Settled } from '@/lib/core/premises/settle';
import type { Problem } from '@/lib/core/problem';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Setup } from '@/lib/core/setup';
import type { CallOptions, Investigator, ReadAs } from '@/lib/engine/investigator';
import type { ReaderPool } from '@/lib/engine/readers/protocol';
import type { Answers } from './answers';
import { isCancelled, turn } from './cancel';
import type { Investigated, Search } from './investigate-settled';
import { openSource } from './open-source';
import { readAhead } from './read-ahead';
import { readSources, tablesOf } from './read-sources';

/** What explains files once they are read: it comes while they are, so that reading begins without it. */
export const loadInvestigation = () =>
  Promise.all([import('@/lib/core/premises/settle'), import('./investigate-settled')]);

/** Needed by no verdict. */
export const loadAnswers = () => import('./answers');

/** What was last read. */
interface Drop {
  /** Those of which some file could be read. */
  readonly sources: readonly ByteSource[];
  readonly as: ReadAs;
  /** Of the files that could be read, by file id. */
  readonly names: readonly string[];
  /** The files' columns; null once an investigation has made its rows of them. */
  tables: ReadonlyMap<number, CsvTable> | null;
}

interface SessionOptions {
  readonly search?: Search;
  /** Left out: it reads alone. */
  readonly readers?: ReaderPool;
  /** Bytes that the machine has for it; left out: nobody knows, and no files are too large. */
  readonly memory?: number;
  /** Milliseconds from any fixed moment. */
  readonly now?: () => number;
}

/**
 * An investigator in this very thread, whoever hosts it. It answers in turns, so that a cancel is heard between the
 * slices of a reading and before and after a search, and rejects on a bug only.
 *
 * What reading does not wait for is loaded beside it, and what no verdict waits for when it is asked for: archives, and all
 * that is asked of an investigation.
 *
 * It holds what the last investigation needs to be asked about, and of the files no more than where their bytes are: when
 * their texts are needed again, for another set-up or for the rows of a repair, they are read again. A file that has
 * changed meanwhile is then a problem (file-changed) and what stood before stands. Of a million rows that more than halves
 * what is held, and makes another set-up wait as long again for the reading.
 */
export function createSession({
  search,
  readers,
  memory,
  now = () => performance.now(),
}: SessionOptions = {}): Investigator {
  let drop: Drop | null = null;
  let investigated: { readonly of: Investigated; answers: Answers | null } | null = null;
  let readings = 0;

  /**
   * Asks the last investigation, after a turn in which a cancel that came right behind the question is heard: of many
   * questions only those cost that somebody still waits for. Fails where there is none, or the call was cancelled.
   */
  async function ask<T>(
    options: CallOptions | undefined,
    answer: (answers: Answers) => Result<T> | Promise<Result<T>>,
  ): Promise<Result<T>> {
    await turn();
    if (isCancelled(options?.signal)) return fail({ code: 'cancelled' });
    if (investigated === null) return NOTHING_INVESTIGATED;
    const held = investigated;
    const part = await loadPart(loadAnswers);
    if (!part.ok) return part;
    held.answers ??= part.value.createAnswers(held.of, () => investigated === held, search);
    return answer(held.answers);
  }

  function readAll(sources: Drop['sources'], { headerLines = {}, encodings = {} }: ReadAs, options: CallOptions) {
    const as = (_: string, unique: string) => ({
      headerLine: named(headerLines, unique),
      encoding: named(encodings, unique),
    });
    return readSources(sources, { ...options, readers, memory, as });
  }

  /** The files' tables, read again where they were let go. Problems: cancelled, file-changed, file-unreadable, part-missing. */
  async function textsOf(of: Drop, options: CallOptions): Promise<Result<ReadonlyMap<number, CsvTable>>> {
    if (of.tables !== null) return ok(of.tables);
    const found = await readAll(of.sources, of.as, options);
    if (!found.ok) return found;
    const tables = tablesOf(found.value);
    const problems = found.value.flatMap(({ table }) => (table.ok ? [] : [table.problem]));
    const lost = problems.find(({ code }) => LOST.includes(code));
    if (lost) return fail(lost);
    // File ids count what could be read: one file less and a set-up would mean others.
    const changed = of.names.find((name, id) => tables.get(id)?.file !== name);
    return changed === undefined ? ok(tables) : fail({ code: 'file-changed', file: changed });
  }

  /** What the files mean under a set-up. Where they fit it their tables are let go: a search needs the memory. */
  async function settledOf(
    settle: (tables: ReadonlyMap<number, CsvTable>, setup: Setup) => Result<Settled>,
    of: Drop,
    setup: Setup,
    options: CallOptions,
  ): Promise<Result<Settled>> {
    const texts = await textsOf(of, options);
    if (!texts.ok) return texts;
    const settled = settle(texts.value, setup);
    of.tables = settled.ok ? null : texts.value;
    return settled;
  }

  return {
    prepare: () => undefined,

    async read(given, options) {
      if (isCancelled(options.signal)) return fail({ code: 'cancelled' });
      readings += 1;
      void loadPart(loadInvestigation);
      const reading = readings;
      const began = now();
      const opened = await Promise.all(given.map((source) => openSource(source, options.signal)));
      const sources = opened.flatMap((one) => (one.ok ? [one.value] : []));
      const { as = {}, ...call } = options;
      const found = await readAll(readAhead(sources), as, call);
      if (!found.ok) return found;
      await turn();
      if (isCancelled(options.signal) || reading !== readings) return fail({ code: 'cancelled' });
      const tables = tablesOf(found.value);
      const problems = [...opened, ...found.value.map(({ table }) => table)].flatMap((one) =>
        one.ok ? [] : [one.problem],
      );
      const files = Array.from(tables, ([id, table]) => ({ id, table }));
      const intake = proposeIntake(files, now() - began, problems);
      const readable = sources.filter((_, s) => found.value.some(({ source, table }) => source === s && table.ok));
      drop = { sources: readable, as, names: files.map(({ table }) => table.file), tables };
      investigated = null;
      return ok(intake);
    },

    async investigate(setup, options) {
      if (drop === null) return NOTHING_READ;
      const of = drop;
      await turn();
      if (isCancelled(options.signal)) return fail({ code: 'cancelled' });
      const part = await loadPart(loadInvestigation);
      if (!part.ok) return part;
      const [{ settle }, { investigateSettled }] = part.value;
      const settled = await settledOf(settle, of, setup, options);
      if (!settled.ok) return settled;
      const found = await investigateSettled(settled.value, setup, options, search);
      if (!found.ok) return found;
      if (drop !== of) return fail({ code: 'cancelled' });
      investigated = { of: found.value, answers: null };
      return ok(found.value.findings);
    },

    rejections: (options) => ask(options, (answers) => answers.rejections()),
    rows: (query, options) => ask(options, (answers) => answers.rows(query)),
    timeline: (key, options) => ask(options, (answers) => answers.timeline(key)),
    replay: (faults, options) => ask(options, (answers) => answers.replay(faults)),
    plant: (side, faults, options = {}) => ask(options, (answers) => answers.plant(side, faults, options)),
    exportRows: (query, sink, options = {}) => ask(options, (answers) => answers.exportRows(query, sink, options)),

    namedIn: (texts, columns, options) => ask(options, (answers) => answers.namedIn(texts, columns)),

    repairRows: (side, options = {}) =>
      ask(options, async (answers) => {
        if (drop === null) return NOTHING_READ;
        const texts = await textsOf(drop, options);
        return texts.ok ? answers.repairRows(side, texts.value) : texts;
      }),

    close() {
      drop = null;
      investigated = null;
    },
  };
}

/** Problems of a file that was read before. */
const LOST: readonly Problem['code'][] = ['file-changed', 'file-unreadable', 'part-missing'];

const NOTHING_READ = fail({ code: 'engine-stopped' as const, reason: 'it has read no files since it started' });
const NOTHING_INVESTIGATED = fail({
  code: 'engine-stopped' as const,
  reason: 'it has investigated nothing since it last read files',
});
