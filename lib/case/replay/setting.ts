import { assertNever } from '@/lib/core/assert-never';
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
      return inOrder(event.faults.map(bareFault));
    case 'arrives':
      return withArrival(setting, event);
    case 'ruled':
      return inOrder([
        ...setting.filter((fault) => ruleOf(fault) === null),
        ...(event.rule === null ? [] : [RULE_FAULTS[event.rule]]),
      ]);
    case 'added':
      return inOrder([...setting, event.fault]);
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

/** The rule that a fault stands for; null where it leaves the rule alone. */
export function ruleOf(fault: Fault): DedupeRule | null {
  return RULES.find((rule) => RULE_FAULTS[rule].fault === fault.fault) ?? null;
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
  return inOrder([...none, ...[...cut, ...others].toSorted((a, b) => place(a) - place(b))]);
}

const ADDED: ReadonlySet<string> = new Set(['keys', 'amount', 'mechanisms', 'evidence', 'same']);

/** The fault and its parameters alone, without what an investigation says of it: it holds for that setting only. */
export function bareFault(fault: Fault): Fault {
  return Object.fromEntries(Object.entries(fault).filter(([name]) => !ADDED.has(name))) as Fault;
}

/** The fault in rows from these files alone; null: from all. */
export function inRowsOf<F extends FilesFault>(fault: F, files: readonly string[] | null): F {
  const others = Object.fromEntries(Object.entries(fault).filter(([name]) => name !== 'files'));
  return { ...others, ...(files === null ? {} : { files: [...files] }) } as F;
}

/** The faults that only the rows from some files may have. */
export type FilesFault = FaultOf<'columns-swapped' | 'measure-scaled' | 'measure-rounded' | 'measure-clipped'>;

function inOrder(faults: readonly Fault[]): ReplaySetting {
  return faults.toSorted((a, b) => ORDER[a.fault] - ORDER[b.fault]);
}

/** The fault that makes a rule win that was not agreed. */
const RULE_FAULTS: Readonly<Record<DedupeRule, Fault>> = {
  'largest-version': { fault: 'largest-version-wins' },
  'largest-version-as-text': { fault: 'version-compared-as-text' },
  'smallest-version': { fault: 'smallest-version-wins' },
  'first-arrival': { fault: 'first-row-wins' },
  'last-arrival': { fault: 'last-row-wins' },
  'largest-measure': { fault: 'largest-measure-wins' },
};
const RULES = Object.keys(RULE_FAULTS) as readonly DedupeRule[];

/** Place in the pipeline, which is the catalogue's order. */
const ORDER: Readonly<Record<FaultCode, number>> = {
  'file-not-loaded': 0,
  'file-partially-loaded': 1,
  'rows-capped': 2,
  'first-rows-skipped': 3,
  'late-rows-dropped': 4,
  'version-cutoff': 5,
  'new-keys-ignored': 6,
  'key-altered': 7,
  'columns-swapped': 8,
  'largest-version-wins': 9,
  'version-compared-as-text': 10,
  'smallest-version-wins': 11,
  'first-row-wins': 12,
  'last-row-wins': 13,
  'largest-measure-wins': 14,
  'ties-broken-differently': 15,
  'largest-of-each-column': 16,
  'zeros-ignored': 17,
  'versions-summed': 18,
  'duplicates-kept': 19,
  'column-not-updated': 20,
  'measure-scaled': 21,
  'measure-rounded': 22,
  'measure-clipped': 23,
  'rows-filtered': 24,
  'rows-not-exported': 25,
};
