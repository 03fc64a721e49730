import type { Findings } from '@/lib/core/findings/findings';
import { proposeIntake } from '@/lib/core/intake/propose-setup';
import { investigate } from '@/lib/core/investigation/investigate';
import { settle } from '@/lib/core/premises/settle';
import type { PremiseChoices } from '@/lib/core/setup';
import { describeProblem } from '@/lib/core/words/problem';
import { readText } from './csv-text';

/**
 * What is found in files given as texts, by name; roles follow from names ("vendor.csv", "customer.csv", "delta0.csv").
 * Throws the sentence of a problem.
 */
export async function findingsOf(
  texts: Readonly<Record<string, string | Uint8Array>>,
  choices: PremiseChoices = {},
): Promise<Findings> {
  const files = await Promise.all(
    Object.entries(texts).map(async ([name, text], id) => ({ id, table: await readText(text, name) })),
  );
  const { setup } = proposeIntake(files, 0);
  const settled = settle(new Map(files.map(({ id, table }) => [id, table])), { ...setup, premises: choices });
  if (!settled.ok) throw new Error(describeProblem(settled.problem).what);
  const { bound, context, dataset } = settled.value;
  return investigate(bound.tables, context, dataset).findings;
}

/** A CSV text of a header and rows. */
export function csv(header: string, rows: readonly string[]): string {
  return `${[header, ...rows].join('\n')}\n`;
}
