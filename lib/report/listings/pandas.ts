import type { Findings, Side } from '@/lib/core/findings/findings';
import {
  comparedColumns,
  keyFormsAt,
  type Listing,
  type ListingPlan,
  noListing,
  planListing,
  shiftedColumns,
  versionAsText,
} from './listing-plan';
import { alteration } from './pandas-alteration';
import { arriveSection, readAsSection, readSection } from './pandas-arrive';
import { tableSection } from './pandas-table';
import { instants, py, wrapped } from './pandas-text';

/**
 * Python with pandas that replays one side's causes on the same files and counts the rows that its table shares with the
 * replay. Run in the folder of the files; prints one line. Exact: amounts with decimals are `Decimal`.
 */
export function pandasListing(findings: Findings, side: Side): Listing | null {
  const plan = planListing(findings, side);
  if (!plan) return null;
  const why = noListing(findings, plan);
  if (why !== null) return { kind: 'none', why };
  const sections = [
    readSection(plan),
    [...arriveSection(plan), ...readAsSection(plan)],
    [...tableSection(plan), ...keysAtLoad(plan)],
    compareSection(plan),
  ];
  const code = [importSection(sections.flat()), ...sections].map((lines) => lines.join('\n')).join('\n\n');
  return { kind: 'listing', code: `${code}\n` };
}

/** What happens to the keys of the finished table. */
function keysAtLoad(plan: ListingPlan): string[] {
  const key = py(plan.key[0] ?? '');
  return keyFormsAt(plan, 'load').map((form) => `table[${key}] = table[${key}]${alteration(form, key)}`);
}

function importSection(lines: readonly string[]): string[] {
  const names = ['Decimal', 'ROUND_DOWN', 'ROUND_FLOOR', 'ROUND_CEILING', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN'];
  const used = names.filter((name) => lines.some((line) => line.includes(name)));
  return [
    'from collections import Counter',
    ...(used.length > 0 ? [`from decimal import ${used.join(', ')}`] : []),
    ...(lines.some((line) => line.includes('unicodedata')) ? ['import unicodedata'] : []),
    'import pandas as pd',
  ];
}

function compareSection(plan: ListingPlan): string[] {
  const measure = py(plan.measure.name);
  return [
    `held = read(${py(plan.table.file)})`,
    ...(versionAsText(plan) && plan.version?.inTable
      ? [`held[${py(plan.version.name)}] = pd.to_numeric(held[${py(plan.version.name)}])`]
      : []),
    ...shiftedColumns(plan, 'date').flatMap((name) => [
      'for part in (table, held):',
      `    part[${py(name)}] = ${instants(`part[${py(name)}]`)}.strftime("%Y-%m-%dT%H:%M:%S.%f")`,
    ]),
    ...wrapped('columns = [', comparedColumns(plan).map(py), ']'),
    'def counted(table):',
    '    return Counter(table[columns].fillna("").itertuples(index=False, name=None))',
    'equal = sum((counted(table) & counted(held)).values())',
    'print(f"{equal} rows equal, of {len(table)} replayed and {len(held)} held")',
    `print("total replayed", table[${measure}].sum(), "held", held[${measure}].sum())`,
  ];
}
