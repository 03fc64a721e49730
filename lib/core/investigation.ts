import type { Comparison } from './compare/comparison';
import type { Findings } from './findings/findings';
import type { CaseTables } from './table/case-tables';

/** What an investigation knows besides the tables. */
export interface InvestigationContext {
  readonly labels: { readonly ours: string; readonly theirs: string };
  /** Names of the key columns. */
  readonly key: readonly string[];
  /** Rejected rows by file name. */
  readonly rejected: Readonly<Record<string, number>>;
  /** Called between units of work; throws to stop. */
  readonly tick?: (done: number, of: number) => void;
}

export interface Investigation {
  readonly findings: Findings;
  readonly comparison: Comparison;
}

/** Compares, explains and proves. Deterministic: the same tables give the same findings. */
export function investigate(_tables: CaseTables, _context: InvestigationContext): Investigation {
  throw new Error('not built yet');
}
