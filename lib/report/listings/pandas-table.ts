import { allOf, has, type ListingPlan } from './listing-plan';
import { keyOf, py, valueFilters, valueSteps, versionAsText, wrapped } from './pandas-text';

/** `table`: one row a key by the rule, composed and loaded. */
export function tableSection(plan: ListingPlan): string[] {
  if (has(plan, 'duplicates-kept')) return ['table = rows.copy()  # every row stands', ...loadSteps(plan)];
  const key = keyOf(plan);
  const lines = [`ranked = ${ranked(plan)}`, `table = ranked.drop_duplicates(${key}, keep="last").copy()`];
  if (has(plan, 'first-row-wins')) lines.splice(0, 2, `table = rows.drop_duplicates(${key}, keep="first").copy()`);
  if (has(plan, 'last-row-wins') || (!plan.version && !has(plan, 'first-row-wins', 'largest-measure-wins')))
    lines.splice(0, 2, `table = rows.drop_duplicates(${key}, keep="last").copy()`);
  if (has(plan, 'largest-of-each-column')) {
    const own = [
      plan.measure.name,
      ...plan.attributes.map((a) => a.name),
      ...(plan.version ? [plan.version.name] : []),
    ];
    lines.push(
      `largest = rows.groupby(${key})`,
      ...wrapped('for column in [', own.map(py), ']:'),
      `    table[column] = table[${key}].map(largest[column].max())`,
    );
  }
  if (has(plan, 'zeros-ignored')) lines.push(...zerosIgnored(plan));
  if (has(plan, 'versions-summed'))
    lines.push(
      `table[${py(plan.measure.name)}] = table[${key}].map(rows.groupby(${key})[${py(plan.measure.name)}].sum())`,
    );
  for (const { columns } of allOf(plan, 'column-not-updated')) {
    lines.push(
      `first = rows.drop_duplicates(${key}).set_index(${key})`,
      `for column in [${columns.map(py).join(', ')}]:`,
      `    table[column] = table[${key}].map(first[column])`,
    );
  }
  return [...lines, ...loadSteps(plan)];
}

/**
 * Rows in the order of the rule, the winner of each key last. A stable sort: equal ones keep their arrival order, or stand
 * the other way round where the earlier of them counts.
 */
function ranked(plan: ListingPlan): string {
  const version = plan.version ? py(plan.version.name) : null;
  const rows = plan.ties === 'earlier' ? 'rows.iloc[::-1]' : 'rows';
  if (has(plan, 'largest-measure-wins')) {
    const by = [py(plan.measure.name), ...(version ? [version] : [])];
    return `${rows}.sort_values([${by.join(', ')}], kind="stable", na_position="first")`;
  }
  const natural = plan.version?.type === 'text' && !has(plan, 'version-compared-as-text');
  const by = natural
    ? `${version}, key=lambda text: text.str.replace(r"\\d+", lambda digits: digits[0].zfill(20), regex=True)`
    : version;
  const descending = has(plan, 'smallest-version-wins') ? ', ascending=False' : '';
  return `${rows}.sort_values(${by}${descending}, kind="stable")${versionAsText(plan) ? '  # as text' : ''}`;
}

function zerosIgnored(plan: ListingPlan): string[] {
  const numbers = [
    plan.measure.name,
    ...plan.attributes.filter((attribute) => attribute.type === 'number').map((attribute) => attribute.name),
  ];
  const order = plan.version ? `rows.sort_values(${py(plan.version.name)}, kind="stable")` : 'rows';
  const key = keyOf(plan);
  return [
    `newest = ${order}`,
    ...wrapped('for column in [', numbers.map(py), ']:'),
    '    standing = newest[newest[column].fillna(0) != 0].drop_duplicates(' +
      `${key}, keep="last").set_index(${key})[column]`,
    `    table[column] = table[column].where(table[column] != 0, table[${key}].map(standing).fillna(0))`,
  ];
}

function loadSteps(plan: ListingPlan): string[] {
  const scaled = has(plan, 'versions-summed') ? [] : (['measure-scaled'] as const);
  return [
    ...(versionAsText(plan)
      ? [`table[${py(plan.version?.name ?? '')}] = pd.to_numeric(table[${py(plan.version?.name ?? '')}])`]
      : []),
    ...valueSteps(plan, 'table', [...scaled, 'measure-rounded', 'measure-clipped']),
    ...valueFilters(plan, 'table', 'load'),
  ];
}
