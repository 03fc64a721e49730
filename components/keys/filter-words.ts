import { assertNever } from '@/lib/core/assert-never';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { formatVersion, possessive } from '@/lib/core/phrases/phrases';
import { caseWords } from '@/lib/core/words/case-words';
import { versionNoun } from '@/lib/core/words/chart-titles';
import { tellPattern } from '@/lib/core/words/patterns';
import { tellingOf } from '@/lib/core/words/telling';

/** A filter as a phrase that can follow "users": "expected from delta3.csv". */
export function filterWords(filter: RowFilter, findings: Findings): string {
  const words = caseWords(findings);
  switch (filter.kind) {
    case 'expectedFile':
      return `expected from ${filter.file}`;
    case 'oursFile':
    case 'theirsFile':
      return `${possessive(words[filter.kind === 'oursFile' ? 'ours' : 'theirs'])} row from ${filter.file}`;
    case 'version': {
      const { one, many } = versionNoun(words.version);
      return filter.from === filter.to
        ? `expected ${one} ${formatVersion(filter.from)}`
        : `expected ${many} ${formatVersion(filter.from)} to ${formatVersion(filter.to)}`;
    }
    case 'difference':
      return filter.from === filter.to
        ? `difference ${words.signed(filter.from)}`
        : `difference ${words.signed(filter.from)} to ${filter.closed ? '' : 'below '}${words.signed(filter.to)}`;
    case 'cause': {
      const cause = findings.sides[filter.side]?.causes[filter.cause];
      return cause === undefined
        ? `cause ${filter.cause + 1} of ${words[filter.side]}`
        : `${words.cause(cause, filter.side)}, ${words[filter.side]}`;
    }
    case 'unexplained':
      return `unexplained in ${words[filter.side]}`;
    case 'pattern': {
      const { patterns = [] } = findings.sides[filter.side] ?? {};
      const pattern = patterns[filter.pattern];
      return pattern === undefined
        ? `pattern ${filter.pattern + 1} of ${words[filter.side]}`
        : tellPattern(pattern, tellingOf(findings, filter.side));
    }
    case 'presence':
      switch (filter.value) {
        case 'both':
          return 'in both tables';
        case 'onlyOurs':
          return `only in ${words.ours}`;
        case 'onlyTheirs':
          return `only in ${words.theirs}`;
        default:
          return assertNever(filter.value);
      }
    case 'column':
      return `${filter.column} differs`;
    default:
      return assertNever(filter);
  }
}
