import { assertNever } from '@/lib/core/assert-never';
import { isZeroDecimal } from '@/lib/core/decimal';
import type { Fault, FaultCode, FaultOf } from '@/lib/core/findings/fault';
import type { Findings, Side } from '@/lib/core/findings/findings';

/** Code that reproduces a proof, or the honest reason why there is none short enough to send. */
export type Listing =
  | { readonly kind: 'listing'; readonly code: string }
  | { readonly kind: 'none'; readonly why: string };

/** What a listing has to do, before it is written in a language. */
export interface ListingPlan {
  /** Deltas in arrival order. */
  readonly files: readonly string[];
  /** The table that the replay is compared with. */
  readonly table: { readonly file: string; readonly label: string };
  readonly key: readonly string[];
  /** `sign`: what its cells carry besides the number ("$"), and then thousands separators too; null: plain numbers. */
  readonly measure: { readonly name: string; readonly places: number; readonly sign: string | null };
  /** Null: the files have none, and the last arrival wins. */
  readonly version: {
    readonly name: string;
    readonly type: 'number' | 'date' | 'text';
    readonly inTable: boolean;
  } | null;
  readonly attributes: readonly { readonly name: string; readonly type: 'number' | 'date' | 'text' }[];
  /** Which of a key's rows of the same largest version counts. */
  readonly ties: 'earlier' | 'later';
  readonly faults: readonly Fault[];
}

/** The replay of one side's causes; without causes, of the right pipeline. Null when that side's table was not given. */
export function planListing(findings: Findings, side: Side): ListingPlan | null {
  const found = findings.sides[side];
  const table = findings.inputs.find((input) => input.role === side);
  if (!found || !table) return null;
  const { mapping } = findings;
  const typeOf = (name: string) => findings.columns.find((column) => column.name === name)?.type ?? 'text';
  const deltas = findings.inputs
    .filter((input) => input.role === 'delta')
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const hasVersion = mapping.version !== '' && deltas.some((delta) => delta.versions !== null);
  return {
    files: deltas.map((delta) => delta.file),
    table: { file: table.file, label: findings.labels[side] },
    key: typeof mapping.key === 'string' ? [mapping.key] : mapping.key,
    measure: {
      name: mapping.measure,
      places: Math.max(...findings.inputs.map((input) => input.total.split('.')[1]?.length ?? 0)),
      sign: findings.columns.find((column) => column.name === mapping.measure)?.sign ?? null,
    },
    version: hasVersion
      ? { name: mapping.version, type: typeOf(mapping.version), inTable: table.versions !== null }
      : null,
    attributes: mapping.attributes.map((name) => ({ name, type: typeOf(name) })),
    ties: tiesOf(findings, found.causes),
    faults: found.causes,
  };
}

function tiesOf({ premises }: Findings, faults: readonly Fault[]): 'earlier' | 'later' {
  const broken = faults.find((fault) => fault.fault === 'ties-broken-differently');
  return broken?.keep ?? premises.find((premise) => premise.code === 'ties')?.keep ?? 'later';
}

/** What the files were taken to mean that a short listing would not read alike; null where it would. */
function readOtherwise({ premises }: Findings): string | null {
  for (const premise of premises) {
    switch (premise.code) {
      case 'lines':
        return `some lines of ${premise.file} are no rows, or have more cells than the header`;
      case 'empty':
        return `"${premise.words[0] ?? ''}" stands for an empty cell in ${premise.column}`;
      case 'numbers':
        return `the amounts of ${premise.column} are not written as plain decimals`;
      case 'version-order':
        if (premise.as === 'date' && premise.form !== 'year-month-day')
          return `the dates of ${premise.column} are not written year first`;
        break;
      case 'dates':
      case 'writing':
        return `${premise.column} is written in several ways`;
      case 'deletes':
        if (premise.applied) return `rows of ${premise.column} delete their keys`;
        break;
      case 'rule':
        if (premise.rule !== 'largest-version' && premise.rule !== 'last-arrival')
          return 'another rule than the largest version was agreed';
        break;
      case 'key':
      case 'version':
      case 'offsets':
      case 'unit':
      case 'currencies':
      case 'ties':
        break;
      default:
        return assertNever(premise);
    }
  }
  return null;
}

/** Why no short listing reproduces these findings; null when one does. */
export function noListing(findings: Findings, plan: ListingPlan): string | null {
  const otherwise = readOtherwise(findings);
  if (otherwise !== null)
    return `There is no short listing: ${otherwise}, and a listing would have to read that first.`;
  if (findings.unread.length > 0)
    return 'There is no short listing: some lines could not be read, and a listing would stumble over them.';
  if (has(plan, 'rows-not-exported')) {
    return `No listing over these files reproduces it: some rows of ${plan.table.file} are in none of the exported files.`;
  }
  if (findings.columns.some((column) => !isZeroDecimal(column.tolerance))) {
    return 'There is no short listing: the comparison lets values differ within a tolerance, and a listing would compare them exactly.';
  }
  if (plan.key.length > 1 && has(plan, 'key-altered')) {
    return 'There is no short listing: the key consists of several columns, and it was changed as a whole.';
  }
  if (has(plan, 'versions-summed') && has(plan, 'largest-measure-wins') && has(plan, 'measure-scaled')) {
    return 'There is no short listing: the faults act on each other row by row.';
  }
  return null;
}

/** The plan's faults of one kind: a kind may be there twice, with different parameters. */
export function allOf<C extends FaultCode>(plan: ListingPlan, code: C): FaultOf<C>[] {
  return plan.faults.filter((fault): fault is FaultOf<C> => fault.fault === code);
}

export function has(plan: ListingPlan, ...codes: FaultCode[]): boolean {
  return plan.faults.some((fault) => codes.includes(fault.fault));
}

/** The deltas that take effect. */
export function loadedFiles(plan: ListingPlan): string[] {
  const missing = allOf(plan, 'file-not-loaded').flatMap((fault) => fault.files);
  return plan.files.filter((file) => !missing.includes(file));
}

/** Mapped columns in the order of the listing: key, measure, attributes, and the version where the table has it. */
export function comparedColumns(plan: ListingPlan): string[] {
  return [
    ...plan.key,
    plan.measure.name,
    ...plan.attributes.map((attribute) => attribute.name),
    ...(plan.version?.inTable ? [plan.version.name] : []),
  ];
}

/** Type of a mapped column other than the key. */
export function typeOf(plan: ListingPlan, column: string): 'number' | 'date' | 'text' {
  if (column === plan.measure.name) return 'number';
  if (column === plan.version?.name) return plan.version.type;
  return plan.attributes.find((attribute) => attribute.name === column)?.type ?? 'text';
}

/** Columns of numbers that change places with the measure, and so must be held as exactly as it. */
export function swappedWithMeasure(plan: ListingPlan): string[] {
  return allOf(plan, 'columns-swapped')
    .flatMap(({ columns: [a, b] }) => (a === plan.measure.name ? [b] : b === plan.measure.name ? [a] : []))
    .filter((name) => typeOf(plan, name) === 'number');
}
