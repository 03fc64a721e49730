import type { Source } from '@/lib/engine/investigator';
import { createSession } from '@/lib/engine/session/session';

/**
 * Users of the made-up case in each round, after which the engine's loops are compiled: the first investigation of a
 * person's files is then not the slow one. Few at first, so that what arrives meanwhile does not wait long for the step
 * under way; then enough that a loop is compiled for as many rows as it will meet.
 */
const ROUNDS = [250, 500, 1250, 1250, 1250, 1250, 1250, 1250];

/**
 * Reads and investigates a small made-up case a few times and forgets it, so that the browser has compiled the loops by
 * the time that files arrive. Ends as soon as the signal aborts, which is heard between two steps.
 */
export async function warmUp(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const session = createSession();
  for (const users of ROUNDS) {
    const sources = madeUpFiles(users).map(
      ({ name, text }): Source => ({ kind: 'file', name, file: new Blob([text]), lastModified: 0 }),
    );
    const intake = await session.read(sources, { signal });
    if (!intake.ok) return;
    const found = await session.investigate(intake.value.setup, { signal });
    if (!found.ok) return;
  }
  // What is asked after a verdict comes with the first question: it is then there already.
  await session.rejections({ signal });
}

const HEADER = 'user_id,total_spend,count_saved_items,loyalty_credits,batch_id';
/** Four deltas, of which the vendor's table lacks the third. But for the first they list their rows in no order, as files do. */
function madeUpFiles(users: number): { name: string; text: string }[] {
  const deltas = [0, 1, 2, 3].map((f) => rowsOf(users, f));
  const table = (kept: readonly (readonly Row[])[]): Row[] => [
    ...new Map(kept.flat().map((row) => [row[0], row])).values(),
  ];
  return [
    ...deltas.map((rows, f) => ({ name: `delta${f}.csv`, text: textOf(f === 0 ? rows : mixed(rows, 7919)) })),
    { name: 'vendor-summary.csv', text: textOf(mixed(table(deltas.filter((_, f) => f !== 2)), 7907)) },
    { name: 'customer-summary.csv', text: textOf(mixed(table(deltas), 7901)) },
  ];
}

type Row = readonly [user: number, spend: number, items: number, credits: number, batch: number];

function rowsOf(users: number, f: number): Row[] {
  return Array.from(
    { length: users },
    (_, u): Row => [
      u + 1,
      (u * 7919 + f * 1543) % 5000,
      (u * 31 + f) % 50,
      (u * 17 + f * 7) % 1000,
      f * 2000 + ((u * 13) % 1999),
    ],
  ).filter(([user]) => f === 0 || (user * 7 + f) % 3 === 0);
}

/** In another order. @param prime beyond the number of rows */
function mixed(rows: readonly Row[], prime: number): Row[] {
  return rows.map((_, r) => rows[(r * prime) % rows.length] as Row);
}

function textOf(rows: readonly Row[]): string {
  return `${[HEADER, ...rows.map((row) => row.join(','))].join('\n')}\n`;
}
