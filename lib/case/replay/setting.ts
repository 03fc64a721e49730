import { assertNever } from '@/lib/core/assert-never';
import { inPipelineOrder, moduleOf, ruleOf } from '@/lib/core/faults/catalogue';
import { faultOfRule } from '@/lib/core/faults/rules';
import type { DedupeRule } from '@/lib/core/findings/dedupe-rule';
import type { Fault, FaultCode, FaultOf } from '@/lib/core/findings/fault';
import type { Findings, Side } from '@/lib/core/findings/findings';

/**
 * Where the replay's switches stand: the faults with which the pipeline runs, in pipeline order. At most one fault says
 * which files do not arrive, at most one of each file which of its rows do, and at most one which row of a key wins.
 */
export type ReplaySetting = readonly Fault[];

export type ReplayEvent =
  | { readonly type: 'set'; readonly faults: readonly Fault[] }
  /** Of a file's `of` rows the first `rows` arrive. `order`: all deltas in arrival order. */
  | {
      readonly type: 'arrives';
      readonly file: string;
      readonly rows: number;
      readonly of: number;
      readonly order: readonly string[];
    }
  /** Which row wins; null: as it should be. */
  | { readonly type: 'ruled'; readonly rule: DedupeRule | null }
  | { readonly type: 'added'; readonly fault: Fault }
  /** Every fault of the code goes. */
  | { readonly type: 'removed'; readonly code: FaultCode }
  /** `at` is the place in the setting; the fault's code stays what it is. */
  | { readonly type: 'changed'; readonly at: number; readonly fault: Fault };

export function reduceSetting(setting: ReplaySetting, event: ReplayEvent): ReplaySetting {
  switch (event.type) {
    case 'set':
      return inPipelineOrder(event.faults.map(bareFault));
    case 'arrives':
      return withArrival(setting, event);
    case 'ruled':
      return inPipelineOrder([
        ...setting.filter((fault) => ruleOf(fault) === null),
        ...[event.rule && faultOfRule(event.rule)].filter((fault) => fault !== null),
      ]);
    case 'added':
      return inPipelineOrder([...setting, event.fault]);
    case 'removed':
      return setting.filter((fault) => fault.fault !== event.code);
    case 'changed':
      return setting.map((fault, at) => (at === event.at && fault.fault === event.fault.fault ? event.fault : fault));
    default:
      return assertNever(event);
  }
}

/** How many of a file's `of` rows arrive. */
export function arriving(setting: ReplaySetting, file: string, of: number): number {
  if (setting.some((fault) => fault.fault === 'file-not-loaded' && fault.files.includes(file))) return 0;
  const partial = partOf(setting, file);
  return partial ? partial.loaded.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, of) - from), 0) : of;
}

/** The fault that lets only some rows of the file arrive; null where none does. */
export function partOf(setting: ReplaySetting, file: string): FaultOf<'file-partially-loaded'> | null {
  const found = setting.find((fault) => fault.fault === 'file-partially-loaded' && fault.files.includes(file));
  return found?.fault === 'file-partially-loaded' ? found : null;
}

/** Which row of a key wins; null: the one that should. */
export function chosenRule(setting: ReplaySetting): DedupeRule | null {
  return setting.map(ruleOf).find((rule) => rule !== null) ?? null;
}

/** What the investigation found on one side, as a setting. */
export function settingOf(findings: Findings, side: Side): ReplaySetting {
  return reduceSetting([], { type: 'set', faults: findings.sides[side]?.causes ?? [] });
}

/** Where the switches stand at first: the vendor's causes, else the customer's. */
export function firstSetting(findings: Findings): ReplaySetting {
  const ours = settingOf(findings, 'ours');
  return ours.length > 0 ? ours : settingOf(findings, 'theirs');
}

/** Whether two settings are the same, their parameters included. */
export function sameSetting(a: ReplaySetting, b: ReplaySetting): boolean {
  return a.length === b.length && a.every((fault, i) => JSON.stringify(fault) === JSON.stringify(b[i]));
}

function withArrival(
  setting: ReplaySetting,
  { file, rows, of, order }: Extract<ReplayEvent, { type: 'arrives' }>,
): ReplaySetting {
  const absent = setting.flatMap((fault) => (fault.fault === 'file-not-loaded' ? fault.files : []));
  const others = setting.filter(
    (fault) =>
      fault.fault !== 'file-not-loaded' && !(fault.fault === 'file-partially-loaded' && fault.files.includes(file)),
  );
  const gone = new Set(rows === 0 && of > 0 ? [...absent, file] : absent.filter((name) => name !== file));
  const cut: Fault[] =
    rows > 0 && rows < of ? [{ fault: 'file-partially-loaded', files: [file], loaded: [{ from: 0, to: rows }] }] : [];
  const files = order.filter((name) => gone.has(name));
  const none: Fault[] = files.length > 0 ? [{ fault: 'file-not-loaded', files }] : [];
  const place = (fault: Fault) => (fault.fault === 'file-partially-loaded' ? order.indexOf(fault.files[0] ?? '') : 0);
  return inPipelineOrder([...none, ...[...cut, ...others].toSorted((a, b) => place(a) - place(b))]);
}

/** The fault and its parameters alone, without what an investigation says of it: it holds for that setting only. */
export function bareFault(fault: Fault): Fault {
  const own = new Set(['fault', ...moduleOf(fault).parameters.map(({ name }) => name)]);
  return Object.fromEntries(Object.entries(fault).filter(([name]) => own.has(name))) as Fault;
}
