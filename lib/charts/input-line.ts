import type { Findings } from '@/lib/core/findings/findings';
import { deltasOf } from '@/lib/core/words/telling';
import { fileLabel } from './lettering';

/** The files that a picture came from, short: "delta0–4, AIQ-user-summary, Johnny-user-summary". */
export function inputLine(findings: Findings): string {
  const deltas = deltasOf(findings).map(fileLabel);
  const tables = findings.inputs.filter((input) => input.role !== 'delta').map((input) => fileLabel(input.file));
  return [...(deltas.length > 3 ? [span(deltas)] : deltas), ...tables].join(', ');
}

/** "delta0–4" where the names are one word and consecutive numbers, else the first and the last with the count. */
function span(names: readonly string[]): string {
  const [first = '', last = ''] = [names[0], names.at(-1)];
  const head = /^(.*?)(\d+)$/.exec(first);
  const from = Number(head?.[2]);
  if (head && names.every((name, i) => name === `${head[1]}${from + i}`)) return `${first}–${from + names.length - 1}`;
  return `${names.length} deltas from ${first} to ${last}`;
}
