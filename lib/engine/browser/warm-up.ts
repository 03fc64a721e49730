import type { Source } from '@/lib/engine/investigator';
import { createSession } from '@/lib/engine/session/session';

/** Runs after which the engine's loops are compiled: the first investigation of a person's files is then not the slow one. */
const ROUNDS = 12;

/**
 * Reads and investigates a small made-up case a few times and forgets it, so that the browser has compiled the loops by
 * the time that files arrive. Ends as soon as the signal aborts, which is heard between two steps.
 */
export async function warmUp(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const sources = madeUpFiles().map(
    ({ name, text }): Source => ({ kind: 'file', name, file: new Blob([text]), lastModified: 0 }),
  );
  const session = createSession();
  for (let round = 0; round < ROUNDS; round++) {
    const intake = await session.read(sources, { signal });
    if (!intake.ok) return;
    const found = await session.investigate(intake.value.setup, { signal });
    if (!found.ok) return;
  }
  // What is asked after a verdict comes with the first question: it is then there already.
  await session.rejections({ signal });
}

const HEADER = 'user_id,total_spend,count_saved_items,loyalty_credits,batch_id';
/** Few, so that what arrives meanwhile does not wait long for the step under way. */
const USERS = 500;

/** Four deltas, of which the vendor's table lacks the third. */
function madeUpFiles(): { name: string; text: string }[] {
  const deltas = [0, 1, 2, 3].map((f) => rowsOf(f));
  const table = (kept: readonly (readonly Row[])[]): Row[] => [
    ...new Map(kept.flat().map((row) => [row[0], row])).values(),
  ];
  return [
    ...deltas.map((rows, f) => ({ name: `delta${f}.csv`, text: textOf(rows) })),
    { name: 'vendor-summary.csv', text: textOf(table(deltas.filter((_, f) => f !== 2))) },
    { name: 'customer-summary.csv', text: textOf(table(deltas).reverse()) },
  ];
}

type Row = readonly [user: number, spend: number, items: number, credits: number, batch: number];

function rowsOf(f: number): Row[] {
  return Array.from(
    { length: USERS },
    (_, u): Row => [
      u + 1,
      (u * 7919 + f * 1543) % 5000,
      (u * 31 + f) % 50,
      (u * 17 + f * 7) % 1000,
      f * 2000 + ((u * 13) % 1999),
    ],
  ).filter(([user]) => f === 0 || (user * 7 + f) % 3 === 0);
}

function textOf(rows: readonly Row[]): string {
  return `${[HEADER, ...rows.map((row) => row.join(','))].join('\n')}\n`;
}
