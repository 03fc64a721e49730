import type { DedupeRule } from '../findings/dedupe-rule';
import type { Fault } from '../findings/fault';
import { catalogue, ruleOf } from './catalogue';

/** Whether a fault is another de-duplication rule. A pipeline has one rule. */
export function isRuleFault(fault: Fault): boolean {
  return ruleOf(fault) !== null;
}

const ruleFaults: readonly Fault[] = Object.values(catalogue)
  .filter(({ parameters }) => parameters.length === 0)
  .map(({ code }) => ({ fault: code }) as Fault)
  .filter(isRuleFault);

/** The fault that makes a rule win. */
export function faultOfRule(rule: DedupeRule): Fault {
  return ruleFaults.find((fault) => ruleOf(fault) === rule) as Fault;
}
