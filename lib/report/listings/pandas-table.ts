import { assertNever } from '@/lib/core/assert-never';
import type { Composition } from '@/lib/core/pipeline/change';
import { compositions, has, type ListingPlan, loadSteps, loadTests, sumSteps, versionAsText } from './listing-plan';
import { dedupeKey, py, rowTest, valueSteps, withoutMarked, wrapped } from './pandas-text';

/** `table`: one row a key by the rule, composed and loaded. */
export function tableSection(plan: ListingPlan): string[] {
  if (has(plan, 'keep-every-row')) return ['table = rows.copy()  # every row stands', ...loadLines(plan)];
  const { deletes } = plan;
  const left = deletes?.do === 'delete' ? [`table = ${withoutMarked('table', deletes)}.copy()`] : [];
  return [...chosenLines(plan), ...left, ...composedLines(plan), ...loadLines(plan)];
}

/**
 * One row a key: the last of those in the order of the rule. A stable sort: equal ones keep their arrival order, or stand
 * the other way round where the earlier of them stands.
 */
function chosenLines(plan: ListingPlan): string[] {
  const key = dedupeKey(plan);
  const version = plan.version ? py(plan.version.name) : null;
  const rows = plan.ties === 'earlier' ? 'rows.iloc[::-1]' : 'rows';
  const kept = (which: 'first' | 'last') => [`table = rows.drop_duplicates(${key}, keep="${which}").copy()`];
  const sorted = (by: string, options = '') => [
    `ranked = ${rows}.sort_values(${by}${options}, kind="stable"${plan.rule === 'largest-measure' ? ', na_position="first"' : ''})${versionAsText(plan) ? '  # as text' : ''}`,
    `table = ranked.drop_duplicates(${key}, keep="last").copy()`,
  ];
  const natural = comparedBy(plan);
  switch (plan.rule) {
    case 'first-arrival':
      return kept('first');
    case 'last-arrival':
      return kept('last');
    case 'largest-measure':
      return sorted(`[${[py(plan.measure.name), ...(version ? [version] : [])].join(', ')}]`);
    case 'smallest-version':
      return version ? sorted(version, `, ascending=False${natural}`) : kept('last');
    case 'largest-version':
      return version ? sorted(version, natural) : kept('last');
    case 'largest-version-as-text':
      return version ? sorted(version) : kept('last');
    default:
      return assertNever(plan.rule);
  }
}

/** What the version is sorted by; empty where that is itself. */
function comparedBy(plan: ListingPlan): string {
  if (has(plan, 'misread-version')) return ', key=lambda text: text.str.replace(r"\\.\\d+", "", regex=True)';
  return plan.version?.type === 'text'
    ? ', key=lambda text: text.str.replace(r"\\d+", lambda digits: digits[0].zfill(20), regex=True)'
    : '';
}

/** The columns that are made of several rows; those that are made alike share a loop. */
function composedLines(plan: ListingPlan): string[] {
  const groups: { readonly from: Composition; readonly columns: string[] }[] = [];
  for (const { column, from } of compositions(plan)) {
    const group = groups.at(-1);
    if (group?.from === from && !group.columns.includes(column)) group.columns.push(column);
    else groups.push({ from, columns: [column] });
  }
  return groups.flatMap(({ from, columns }) => {
    const { before, each } = composition(plan, from);
    return [...before, ...wrapped('for column in [', columns.map(py), ']:'), ...each.map((line) => `    ${line}`)];
  });
}

function composition(
  plan: ListingPlan,
  from: Composition,
): { readonly before: readonly string[]; readonly each: readonly string[] } {
  const key = dedupeKey(plan);
  const newest = `newest = ${plan.version ? `rows.sort_values(${py(plan.version.name)}${has(plan, 'misread-version') ? comparedBy(plan) : ''}, kind="stable")` : 'rows'}`;
  const standing = (rows: string) =>
    `standing = ${rows}.drop_duplicates(${key}, keep="last").set_index(${key})[column]`;
  switch (from) {
    case 'largest':
      return {
        before: [`largest = rows.groupby(${key})`],
        each: [
          'of_key = largest[column].agg(lambda cells: max(cells.dropna(), default=None))',
          `table[column] = table[${key}].map(of_key)`,
        ],
      };
    case 'first':
      return {
        before: [`first = rows.drop_duplicates(${key}).set_index(${key})`],
        each: [`table[column] = table[${key}].map(first[column])`],
      };
    case 'sum': {
      const scaled = valueSteps(plan, 'added', sumSteps(plan, plan.measure.name));
      return {
        before: ['added = rows.copy()', ...scaled],
        each: [`table[column] = table[${key}].map(added.groupby(${key})[column].sum())`],
      };
    }
    case 'newest-not-zero':
      return {
        before: [newest],
        each: [
          standing('newest[newest[column].fillna(0) != 0]'),
          `table[column] = table[column].where(table[column] != 0, table[${key}].map(standing).fillna(0))`,
        ],
      };
    case 'newest-not-empty':
      return {
        before: [newest],
        each: [
          standing('newest.dropna(subset=[column])'),
          `table[column] = table[column].fillna(table[${key}].map(standing))`,
        ],
      };
    default:
      return assertNever(from);
  }
}

function loadLines(plan: ListingPlan): string[] {
  const version = py(plan.version?.name ?? '');
  return [
    ...(versionAsText(plan) ? [`table[${version}] = pd.to_numeric(table[${version}])`] : []),
    ...valueSteps(plan, 'table', loadSteps(plan)),
    ...loadTests(plan).map((test) => `table = table[${rowTest(plan, 'table', test)}]`),
  ];
}
