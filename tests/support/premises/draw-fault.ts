import type { Random } from '../planted/random';
import type { PlainFault } from './faults';
import { columnIndex, type Source } from './model';
import type { FaultKind } from './plan';

/** The fault with parameters that suit the files; null: it can do nothing to them. Withheld files are no fault of a table. */
export function drawFault(kind: FaultKind, source: Source, random: Random): PlainFault | null {
  const { deltas, columns } = source;
  const file = random.pick(deltas);
  switch (kind) {
    case 'none':
    case 'file-withheld':
    case 'hole':
      return null;
    case 'file-not-loaded':
      return { fault: kind, files: [random.pick(deltas.slice(1)).name] };
    case 'file-partially-loaded':
      return {
        fault: kind,
        file: file.name,
        loaded: [{ from: 0, to: random.whole(5, Math.floor(file.rows.length * 0.8)) }],
      };
    case 'rows-capped': {
      const sizes = deltas.map(({ rows }) => rows.length).sort((a, b) => b - a);
      return {
        fault: kind,
        limit: random.whole(Math.floor((sizes.at(-1) ?? 0) / 2), Math.floor((sizes[0] ?? 0) * 0.9)),
      };
    }
    case 'version-cutoff': {
      const versions = deltas
        .flatMap(({ rows }) => rows.flatMap(({ version }) => version ?? []))
        .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      const version = versions[Math.floor(versions.length * (0.6 + random.next() * 0.3))];
      return version === undefined ? null : { fault: kind, version };
    }
    case 'column-not-updated': {
      const names = columns.flatMap(({ role, name }, c) => (role === 'version' || name === 'currency' ? [] : [c]));
      return { fault: kind, columns: [random.pick(names)] };
    }
    case 'measure-scaled':
      return {
        fault: kind,
        factor: random.pick(['100', '0.01', '1000']),
        files: random.chance(0.7) ? null : [file.name],
      };
    case 'measure-rounded':
      return {
        fault: kind,
        how: random.pick(['cut', 'half-up'] as const),
        digits: random.pick([0, 0, 1]),
        files: null,
      };
    case 'zeros-ignored':
      return columnIndex(source, 'version') === -1 ? null : { fault: kind };
    default:
      return { fault: kind };
  }
}
