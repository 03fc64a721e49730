import type { DedupeRule } from '../findings/dedupe-rule';
import type { Fault, FaultCode } from '../findings/fault';

/** The faults that are another de-duplication rule, with the rule. A pipeline has one rule. */
const ruleFaults = {
  'largest-version-wins': 'largest-version',
  'version-compared-as-text': 'largest-version-as-text',
  'smallest-version-wins': 'smallest-version',
  'first-row-wins': 'first-arrival',
  'last-row-wins': 'last-arrival',
  'largest-measure-wins': 'largest-measure',
} as const satisfies Partial<Record<FaultCode, DedupeRule>>;

type RuleFaultCode = keyof typeof ruleFaults;

export function isRuleFault(fault: Fault): fault is Extract<Fault, { fault: RuleFaultCode }> {
  return Object.hasOwn(ruleFaults, fault.fault);
}

/** Whether one of the faults already is another rule. */
export function hasRule(faults: readonly Fault[]): boolean {
  return faults.some(isRuleFault);
}

/** The rule that a fault stands for; null where it stands for none. */
export function ruleOf(fault: Fault): DedupeRule | null {
  return isRuleFault(fault) ? ruleFaults[fault.fault] : null;
}

/** The fault that stands for a rule; null for the agreed one. */
export function faultOfRule(rule: DedupeRule, agreed: DedupeRule): Fault | null {
  if (rule === agreed) return null;
  const found = (Object.keys(ruleFaults) as RuleFaultCode[]).find((code) => ruleFaults[code] === rule);
  return found ? { fault: found } : null;
}
