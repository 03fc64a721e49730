import { catalogue, faultCodes } from '@/lib/core/faults/catalogue';
import type { Stage } from '@/lib/core/faults/fault-module';
import { type DedupeRule, dedupeRules } from '@/lib/core/findings/dedupe-rule';
import type { Fault } from '@/lib/core/findings/fault';
import type { Findings } from '@/lib/core/findings/findings';
import { capitalised } from '@/lib/core/phrases/phrases';
import { agreedRule, ruleInWords } from '@/lib/core/words/rules';
import { labelOf } from '@/lib/core/words/tell-fault';
import { tellingOf } from '@/lib/core/words/telling';

export const stages: readonly Stage[] = ['arrive', 'read', 'dedupe', 'load'];

/** A fault that can be switched on and off. Files and the rule have controls of their own. */
export interface ReplaySwitch {
  readonly stage: Stage;
  readonly text: string;
  /** Always in sight; the others under "More faults". */
  readonly frequent: boolean;
  /** The fault, with the parameters that it has when it is switched on. */
  readonly start: Fault;
}

/** The switches that make sense for these files and columns, in pipeline order. */
export function replaySwitches(findings: Findings): readonly ReplaySwitch[] {
  const telling = tellingOf(findings, 'ours');
  return faultCodes.flatMap((code): ReplaySwitch[] => {
    const found = catalogue[code].switch;
    const start = found?.start(findings) ?? null;
    if (!found || !start) return [];
    const text = found.text?.(telling) ?? capitalised(labelOf(start, telling));
    return [{ stage: found.stage, text, frequent: found.frequent ?? false, start }];
  });
}

/** The rules that these columns allow, the agreed one first; its value is null. */
export function replayRules(
  findings: Findings,
): readonly { readonly rule: DedupeRule | null; readonly text: string }[] {
  const { columns } = tellingOf(findings, 'ours');
  const hasVersion = findings.mapping.version !== '';
  const agreed = agreedRule(findings);
  const rules = dedupeRules.filter((rule) => hasVersion || !rule.includes('version'));
  const text = (rule: DedupeRule) => `${capitalised(ruleInWords(rule, columns).replace(/^the /, ''))} wins`;
  return [
    { rule: null, text: text(agreed) },
    ...rules.filter((rule) => rule !== agreed).map((rule) => ({ rule, text: text(rule) })),
  ];
}

/** The deltas in arrival order, with their rows. */
export function replayFiles(findings: Findings): readonly { readonly file: string; readonly rows: number }[] {
  return findings.inputs
    .filter((input) => input.role === 'delta')
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ file, rows }) => ({ file, rows }));
}
