import { bytesSource } from '@/lib/core/csv/byte-source';
import type { CsvTable } from '@/lib/core/csv/csv-table';
import { readCsv } from '@/lib/core/csv/read-csv';
import { proposeIntake } from '@/lib/core/intake/propose-setup';
import { investigate } from '@/lib/core/investigation/investigate';
import { settle } from '@/lib/core/premises/settle';

/** Runs after which the engine's loops are compiled: the first investigation of a person's files is then not the slow one. */
const ROUNDS = 4;

/**
 * Reads and investigates a small made-up case a few times and forgets it, so that the browser has compiled the loops by
 * the time that files arrive. Ends early as soon as `isWanted` says no; between two steps the worker hears messages.
 */
export async function warmUp(isWanted: () => boolean): Promise<void> {
  const files = madeUpFiles();
  for (let round = 0; round < ROUNDS; round++) {
    const tables = new Map<number, CsvTable>();
    for (const { name, text } of files) {
      await heard();
      if (!isWanted()) return;
      const read = await readCsv(bytesSource(name, new TextEncoder().encode(text)), {});
      if (read.ok) tables.set(tables.size, read.value);
    }
    const { setup } = proposeIntake(
      Array.from(tables, ([id, table]) => ({ id, table })),
      0,
    );
    const settled = settle(tables, setup);
    if (!settled.ok || !isWanted()) return;
    investigate(settled.value.bound.tables, settled.value.context, settled.value.dataset);
  }
}

/** Lets the messages that have arrived be handled. */
function heard(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

const HEADER = 'user_id,total_spend,count_saved_items,loyalty_credits,batch_id';
const USERS = 1500;

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
