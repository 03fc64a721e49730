import type { RowCells, RowSide } from '@/lib/core/compare/rows/row-query';
import type { Fault } from '@/lib/core/findings/fault';
import type { Findings, SideFindings } from '@/lib/core/findings/findings';
import { keyColumns } from '@/lib/core/findings/key-columns';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { shownKey } from '@/lib/core/mask/shown-key';
import { roundedAway, roundedOff } from './round-off';

/** The rows with pseudonyms for the key and for what masked columns hold. @param attributes the mapping's */
export function maskRows(rows: readonly RowCells[], mask: Mask, attributes: readonly string[]): RowCells[] {
  const side = (of: RowSide | null) =>
    of && { ...of, attributes: of.attributes.map((text, at) => text && mask.cell(attributes[at] ?? '', text)) };
  return rows.map((row) => ({
    ...row,
    key: shownKey(row.key, mask),
    ours: side(row.ours),
    theirs: side(row.theirs),
    expected: side(row.expected),
  }));
}

/**
 * The findings without what could tell who someone is. Findings name keys in patterns of a key range, which loses
 * them, and where a newer row would tell explanations apart, which names pseudonyms; conditions of faults and names of files lose keys and what a masked column holds. The smallest and the largest gap belong to one user each, as does the
 * amount of a bin with a single user: those are rounded to two leading digits, the extremes and the outer bins away from the middle.
 * Totals, counts and causes stay exact.
 */
export function maskFindings(findings: Findings, mask: Mask): Findings {
  return textsMasked(withRoundedGaps(withFaultsMasked(findings, mask), mask), mask);
}

/** Names of files and of sides are texts of people, wherever they stand in findings. */
const NAMES = new Set(['file', 'files', 'order', 'setAside', 'ours', 'theirs']);

/** Faults without what could tell who someone is, as the findings of this mapping have them. */
export function maskFaults(faults: readonly Fault[], mapping: Findings['mapping'], mask: Mask): readonly Fault[] {
  return textsMasked(conditionsMasked(faults, keyColumns(mapping), mask), mask);
}

function textsMasked<T>(whole: T, mask: Mask): T {
  const told = (part: unknown, member: string): unknown => {
    if (typeof part === 'string') return NAMES.has(member) && /\p{L}/u.test(part) ? mask.text(part) : part;
    if (Array.isArray(part)) return part.map((one: unknown) => told(one, member));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, told(one, name)]));
  };
  return told(whole, '') as T;
}

/** Conditions of faults name a value of a column: of a masked one its pseudonym, of the key none of its own. */
function withFaultsMasked(findings: Findings, mask: Mask): Findings {
  return { ...findings, sides: conditionsMasked(findings.sides, keyColumns(findings.mapping), mask) };
}

/** Members in which a condition names values of its column. */
const NAMING = new Set(['value', 'values', 'from', 'to']);

function conditionsMasked<T>(whole: T, keys: readonly string[], mask: Mask): T {
  const told = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(told);
    if (typeof part !== 'object' || part === null) return part;
    const fields = Object.fromEntries(Object.entries(part).map(([name, one]) => [name, told(one)]));
    const { column } = fields;
    if (typeof column !== 'string' || (!keys.includes(column) && !mask.columns.has(column))) return fields;
    const masked = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(masked);
      if (typeof value !== 'string') return value;
      return keys.includes(column) ? mask.key([value]) : mask.cell(column, value);
    };
    const rest = Object.entries(fields).filter(([name]) => name !== 'equivalentRange');
    return Object.fromEntries(rest.map(([name, value]) => [name, NAMING.has(name) ? masked(value) : value]));
  };
  return told(whole) as T;
}

function withRoundedGaps(findings: Findings, mask: Mask): Findings {
  const { gapSpread } = findings.evidence;
  const bins = gapSpread.bins.map((bin, at, all) => ({
    ...bin,
    from: at === 0 ? roundedAway(bin.from, 'down') : bin.from,
    to: at === all.length - 1 ? roundedAway(bin.to, 'up') : bin.to,
  }));
  return {
    ...findings,
    sides: {
      ours: findings.sides.ours && maskSide(findings.sides.ours, mask),
      theirs: findings.sides.theirs && maskSide(findings.sides.theirs, mask),
    },
    evidence: {
      ...findings.evidence,
      gapByVersion: findings.evidence.gapByVersion.map((bin) =>
        bin.keys === 1 ? { ...bin, amount: roundedOff(bin.amount) } : bin,
      ),
      gapSpread: {
        ...gapSpread,
        bins,
        min: gapSpread.min && roundedAway(gapSpread.min, 'down'),
        max: gapSpread.max && roundedAway(gapSpread.max, 'up'),
        // The median of one or two users is theirs.
        median: gapSpread.median && (gapSpread.keys < 3 ? roundedOff(gapSpread.median) : gapSpread.median),
      },
    },
  };
}

function maskSide(side: SideFindings, mask: Mask): SideFindings {
  return {
    ...side,
    distinguishingKeys: side.distinguishingKeys.map((key) => [mask.key(key)]),
    patterns: side.patterns.map((pattern) => (pattern.kind === 'key-range' ? { ...pattern, range: null } : pattern)),
  };
}
