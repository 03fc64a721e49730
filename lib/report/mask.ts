import type { RowCells } from '@/lib/core/compare/rows/row-query';
import type { Findings, SideFindings } from '@/lib/core/findings/findings';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { shownKey } from '@/lib/core/mask/shown-key';
import { roundedAway, roundedOff } from './round-off';

/** The rows with each key's pseudonym for the key. */
export function maskRows<R extends Pick<RowCells, 'key'>>(rows: readonly R[], mask: Mask): R[] {
  return rows.map((row) => ({ ...row, key: shownKey(row.key, mask) }));
}

/**
 * The findings without what could tell who someone is. Findings name keys only in patterns of a key range, which loses
 * them. The smallest and the largest gap belong to one user each, as does the
 * amount of a bin with a single user: those are rounded to two leading digits, the extremes and the outer bins away from the middle.
 * Totals, counts and causes stay exact.
 */
export function maskFindings(findings: Findings): Findings {
  const { gapSpread } = findings.evidence;
  const bins = gapSpread.bins.map((bin, at, all) => ({
    ...bin,
    from: at === 0 ? roundedAway(bin.from, 'down') : bin.from,
    to: at === all.length - 1 ? roundedAway(bin.to, 'up') : bin.to,
  }));
  return {
    ...findings,
    sides: {
      ours: findings.sides.ours && maskSide(findings.sides.ours),
      theirs: findings.sides.theirs && maskSide(findings.sides.theirs),
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

function maskSide(side: SideFindings): SideFindings {
  return {
    ...side,
    patterns: side.patterns.map((pattern) => (pattern.kind === 'key-range' ? { ...pattern, range: null } : pattern)),
  };
}
