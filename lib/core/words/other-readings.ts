import { assertNever } from '../assert-never';
import type { Findings, Side } from '../findings/findings';
import type { Outcome, Premise } from '../findings/premise';
import { list, tableOf } from '../phrases/phrases';
import { dateOrder, otherOrder, signWord } from './readings';
import { ruleInWords } from './rules';
import { theFiles } from './standing';
import { labelOf } from './tell-fault';
import { tellingOf } from './telling';

/** What the verdict rests on where nothing settles how the files are read, and what another reading would give. */

/** The premises on which it rests who is right, each as "If …". */
export function conditions(findings: Findings): string[] {
  return findings.premises.flatMap((premise) => conditionOf(premise, findings) ?? []);
}

/** A sentence as it goes on after a clause: its first word is a name where it is none of these. */
export function continued(text: string): string {
  return /^(?:No|Only|Nothing|Rows|Where|Every|The|A|An|Best|Two|Three|Neither|Both|Late|From)\b/.test(text)
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;
}

/** "If updated_at is read day first": the condition under which the verdict holds; null for a premise without one. */
export function conditionOf(premise: Premise, findings: Findings): string | null {
  if (premise.alternative === undefined) return null;
  const { columns } = tellingOf(findings, 'ours');
  switch (premise.code) {
    case 'version-order':
    case 'dates':
      return `If ${premise.column} is read ${dateOrder(premise.form)}`;
    case 'numbers':
      return `If the ${signWord(premise.decimal)} is the decimal sign in ${premise.column}`;
    case 'ties':
      return `If the ${premise.keep} of two rows with the same ${columns.version} counts`;
    case 'rule':
      return `If the row with ${ruleInWords(premise.rule, columns)} counts`;
    default:
      return null;
  }
}

/** What would be found under the other reading, a whole sentence; null where it would be the same. */
export function otherwiseOf(premise: Premise, findings: Findings): string | null {
  const { alternative } = premise;
  if (alternative === undefined) return null;
  const { columns } = tellingOf(findings, 'ours');
  const outcomes = list(
    (['ours', 'theirs'] as const).flatMap((side) => {
      const outcome = alternative[side];
      return outcome ? [outcomeWords(outcome, side, findings)] : [];
    }),
  );
  switch (premise.code) {
    case 'version-order':
    case 'dates':
      return `Read ${otherOrder(premise.form)}, ${outcomes}.`;
    case 'numbers':
      return `With the ${signWord(premise.decimal === '.' ? ',' : '.')} as the decimal sign, ${outcomes}.`;
    case 'ties':
      return `If the ${premise.keep === 'earlier' ? 'later' : 'earlier'} counts, ${outcomes}.`;
    case 'rule':
      return `If the row with ${ruleInWords(premise.other ?? premise.rule, columns)} counts, ${outcomes}.`;
    default:
      return `Otherwise ${outcomes}.`;
  }
}

function outcomeWords({ kind, causes }: Outcome, side: Side, findings: Findings): string {
  const telling = tellingOf(findings, side);
  const table = tableOf(telling);
  switch (kind) {
    case 'right':
      return `${table} is exactly what ${theFiles(findings)} should give`;
    case 'proved':
      return `${table} is not (${causes.map((cause) => labelOf(cause, telling)).join('; ')})`;
    case 'best':
    case 'unknown':
      return `no known fault explains ${table}`;
    default:
      return assertNever(kind);
  }
}
