import { isZeroDecimal } from '@/lib/core/decimal';
import { type DedupeRule, dedupeRules } from '@/lib/core/findings/dedupe-rule';
import type { Fault } from '@/lib/core/findings/fault';
import type { Findings } from '@/lib/core/findings/findings';
import { capitalised, withArticle } from '@/lib/core/phrases/phrases';
import { agreedRule, ruleInWords } from '@/lib/core/words/rules';
import { labelOf } from '@/lib/core/words/tell-fault';
import { tellingOf } from '@/lib/core/words/telling';

export const stages = ['arrive', 'read', 'dedupe', 'load'] as const;
export type Stage = (typeof stages)[number];

/** A fault that can be switched on and off. Files and the rule have controls of their own. */
export interface ReplaySwitch {
  readonly stage: Stage;
  readonly text: string;
  /** Always in sight; the others under "More faults". */
  readonly frequent: boolean;
  /** The fault, with the parameters that it has when it is switched on. */
  readonly start: Fault;
}

/** The switches that make sense for these columns, in pipeline order. */
export function replaySwitches(findings: Findings): readonly ReplaySwitch[] {
  const telling = tellingOf(findings, 'ours');
  const { key, measure, version } = telling.columns;
  const label = (fault: Fault) => capitalised(labelOf(fault, telling));
  const named = (start: Fault, stage: Stage, text: string, frequent = false): ReplaySwitch => ({
    stage,
    text,
    frequent,
    start,
  });
  const plain = (fault: Fault, stage: Stage, frequent = false) => named(fault, stage, label(fault), frequent);
  const hasVersion = findings.mapping.version !== '';
  const [left, right] = swappable(findings);
  const middle = averageMeasure(findings);
  return [
    named({ fault: 'rows-capped', limit: cappedAt(findings) }, 'arrive', 'Every file is cut after so many rows'),
    named({ fault: 'first-rows-skipped', count: 1 }, 'arrive', 'Every file loses its first rows'),
    ...(hasVersion
      ? [
          plain({ fault: 'late-rows-dropped' }, 'arrive'),
          named(
            { fault: 'version-cutoff', version: cutoffAt(findings) },
            'arrive',
            `Nothing after a certain ${version}`,
            true,
          ),
        ]
      : []),
    plain({ fault: 'new-keys-ignored' }, 'arrive'),
    named({ fault: 'key-altered', how: 'decimal-point' }, 'read', `${key} is altered`, true),
    ...(left !== undefined && right !== undefined
      ? [named({ fault: 'columns-swapped', columns: [left, right] }, 'read', 'Two columns are swapped')]
      : []),
    ...(hasVersion
      ? [
          named(
            { fault: 'ties-broken-differently', keep: tiesOf(findings) === 'later' ? 'earlier' : 'later' },
            'dedupe',
            `Rows of the same ${version} count the other way`,
          ),
        ]
      : []),
    plain({ fault: 'largest-of-each-column' }, 'dedupe'),
    plain({ fault: 'zeros-ignored' }, 'dedupe'),
    named(
      { fault: 'versions-summed' },
      'dedupe',
      `${measure} is added up over all rows of ${withArticle(telling.entity.one)}`,
    ),
    plain({ fault: 'duplicates-kept' }, 'dedupe', true),
    named({ fault: 'column-not-updated', columns: [measure] }, 'dedupe', 'Columns keep their first value'),
    named({ fault: 'measure-scaled', factor: '100' }, 'load', `${measure} is multiplied`, true),
    named(
      { fault: 'measure-rounded', how: 'cut', digits: hasDecimals(findings) ? 0 : -1 },
      'load',
      `${measure} is rounded`,
      true,
    ),
    named({ fault: 'measure-clipped', max: middle }, 'load', `${measure} is held at a maximum`),
    named(
      { fault: 'rows-filtered', column: measure, operator: '<', value: middle, stage: 'load' },
      'load',
      'Rows are filtered out',
    ),
    ...notExported(findings).map((fault) => plain(fault, 'load', true)),
  ];
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

/** Columns whose values can take each other's place. */
export function swappable(findings: Findings): readonly string[] {
  return findings.columns.filter((column) => column.type === 'number').map((column) => column.name);
}

/** Rows that only a table holds can be given or not; which they are, only the investigation knows. */
function notExported({ sides }: Findings): Fault[] {
  const found = [...(sides.ours?.causes ?? []), ...(sides.theirs?.causes ?? [])].find(
    (cause) => cause.fault === 'rows-not-exported',
  );
  return found?.fault === 'rows-not-exported' ? [{ fault: 'rows-not-exported', versions: found.versions }] : [];
}

/** Which of a key's rows of the same version counts. */
function tiesOf({ premises }: Findings): 'earlier' | 'later' {
  return premises.find((premise) => premise.code === 'ties')?.keep ?? 'later';
}

/** Half of the largest file. */
function cappedAt(findings: Findings): number {
  return Math.floor(Math.max(0, ...replayFiles(findings).map(({ rows }) => rows)) / 2);
}

/** Where the files before the last one end: a snapshot taken just before it came. */
function cutoffAt(findings: Findings): string {
  const deltas = findings.inputs
    .filter((input) => input.role === 'delta')
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  return (deltas.at(-2) ?? deltas.at(-1))?.versions?.max ?? '0';
}

/** The measure's average over all rows of the deltas, cut to a whole number. */
function averageMeasure(findings: Findings): string {
  const deltas = findings.inputs.filter((input) => input.role === 'delta');
  const rows = deltas.reduce((sum, input) => sum + input.rows, 0);
  const total = deltas.reduce((sum, input) => sum + BigInt(input.total.replace(/\..*$/, '')), 0n);
  return rows === 0 ? '0' : String(total / BigInt(rows));
}

function hasDecimals(findings: Findings): boolean {
  return findings.inputs.some(({ total }) => total.includes('.') && !isZeroDecimal(`0.${total.split('.')[1] ?? '0'}`));
}
