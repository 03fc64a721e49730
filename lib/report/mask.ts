import type { RowCells } from '@/lib/core/compare/rows/row-query';
import type { Findings, Pattern } from '@/lib/core/findings/findings';
import { roundedAway, roundedOff } from './round-off';
import { sipHash } from './siphash';

/** Stable stand-ins for keys. The same salt, key and prefix always give the same pseudonym. */
export interface Mask {
  /** "user-7K3F9Q2M": nobody without the salt can tell the key from it, or try keys against it. */
  readonly key: (text: string) => string;
}

/** Digits and letters that are not mistaken for each other (Crockford's base32). */
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * @param salt secret to whoever masks: random, kept with the case, never exported. Keys are often small numbers, so
 *   whoever has the salt can try them all.
 * @param entity what a key names, in the singular; it begins the pseudonym.
 *
 * A pseudonym holds 40 bits. Two keys of a table share one with a probability of n²/2^41: one in a hundred million for
 * the 100 rows of a report, one in 20,000 for 10,000 users, and about even for a million. Nothing is joined by a
 * pseudonym, so sharing one misleads a reader at worst; it never changes a figure.
 */
export function createMask(salt: string, entity = 'user'): Mask {
  const bytes = new TextEncoder().encode(salt);
  const [a, b] = sipHash([1, 0, 0, 0], bytes);
  const [c, d] = sipHash([2, 0, 0, 0], bytes);
  const prefix = entity.replace(/[^A-Za-z]+/g, '-') || 'key';
  return {
    key: (text) => {
      const [low, high] = sipHash([a, b, c, d], new TextEncoder().encode(text));
      return `${prefix}-${base32(low, high)}`;
    },
  };
}

/** The lowest 40 bits as eight characters. */
function base32(low: number, high: number): string {
  let rest = (high & 0xff) * 2 ** 32 + low;
  let text = '';
  for (let digit = 0; digit < 8; digit++) {
    text = (BASE32[rest % 32] ?? '') + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

export function maskRows<R extends Pick<RowCells, 'key'>>(rows: readonly R[], mask: Mask): R[] {
  return rows.map((row) => ({ ...row, key: mask.key(row.key) }));
}

/**
 * The findings without what could tell who someone is. Findings name keys only in patterns of a key range and in the
 * texts of some warnings: those lose the keys. The smallest and the largest gap belong to one user each, as does the
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
    warnings: findings.warnings.map((warning) => ({ ...warning, text: withoutQuoted(warning.text) })),
  };
}

function maskSide<S extends { readonly patterns: Pattern[] }>(side: S): S {
  return {
    ...side,
    patterns: side.patterns.map((pattern) =>
      pattern.kind === 'key-range' ? { ...pattern, text: 'the keys lie in one range', filter: null } : pattern,
    ),
  };
}

/** Texts of findings put a key, and any other cell, in quotation marks. */
function withoutQuoted(text: string): string {
  return text.replace(/"[^"]*"|“[^”]*”/g, '"…"');
}
