import type { IntakeFile } from '@/lib/core/intake/intake';
import { proposeUnit } from '@/lib/core/intake/measure-unit';
import type { FileRole, Setup } from '@/lib/core/setup';
import { parseUnit } from '@/lib/core/unit';
import { withGiven } from './edit-premises';
import { withLabels, withLabelsKept } from './side-labels';

/** What a person does to a set-up. Every function returns a new one and leaves the old one as it was. */

/**
 * A file that becomes a delta arrives last. One that becomes a table takes the place of the table that was there, which
 * gets the role that the file had where that is free, and is left out else. Labels stay with their files.
 */
export function withRole(setup: Setup, files: readonly IntakeFile[], id: number, role: FileRole): Setup {
  const kept = withLabelsKept(setup, files);
  const roles: Setup['roles'] = { ...kept.roles, [id]: role };
  const freed = setup.roles[id] ?? 'ignored';
  if (role === 'ours' || role === 'theirs') {
    for (const [other, held] of Object.entries(roles)) {
      if (held !== role || other === String(id)) continue;
      const free = (freed === 'ours' || freed === 'theirs') && !Object.values(roles).includes(freed);
      roles[other] = free ? freed : 'ignored';
    }
  }
  return withLabels({ ...kept, roles, order: orderUnder(roles, setup.order) }, files);
}

/** The two tables change sides, and their labels with them. */
export function withSidesSwapped(setup: Setup, files: readonly IntakeFile[]): Setup {
  const roles = Object.fromEntries(
    Object.entries(setup.roles).map(
      ([id, role]) => [id, role === 'ours' ? 'theirs' : role === 'theirs' ? 'ours' : role] as const,
    ),
  );
  return withLabels({ ...withLabelsKept(setup, files), roles }, files);
}

/** The deltas in the order in which they stood; one that did not stand in it arrives last. */
export function orderUnder(roles: Setup['roles'], order: readonly number[]): number[] {
  const deltas = Object.keys(roles)
    .map(Number)
    .filter((id) => roles[id] === 'delta');
  return [...order.filter((id) => deltas.includes(id)), ...deltas.filter((id) => !order.includes(id))];
}

/** The delta arrives at another position, 0-based; the others keep their order. */
export function withDeltaAt(setup: Setup, id: number, position: number): Setup {
  const order = setup.order.filter((other) => other !== id);
  order.splice(Math.max(0, Math.min(position, order.length)), 0, id);
  return { ...setup, order };
}

/** What a column is used for. */
export const columnUses = ['key', 'measure', 'version', 'compared', 'ignored'] as const;
export type ColumnUse = (typeof columnUses)[number];

export function columnUseIn({ mapping }: Setup, column: string): ColumnUse {
  if (mapping.key.includes(column)) return 'key';
  if (mapping.measure === column) return 'measure';
  if (mapping.version === column) return 'version';
  return mapping.attributes.includes(column) ? 'compared' : 'ignored';
}

/**
 * There is one measure and at most one version: the column that had the use before is compared from then on. A key or a
 * version that changes so counts as given.
 */
export function withUse(setup: Setup, column: string, use: ColumnUse): Setup {
  const { mapping } = setup;
  const without = (names: readonly string[]) => names.filter((name) => name !== column);
  const displaced =
    (use === 'measure' && mapping.measure !== column && mapping.measure) ||
    (use === 'version' && mapping.version !== column && mapping.version);
  const attributes = without(mapping.attributes);
  if (use === 'compared') attributes.push(column);
  if (displaced) attributes.push(displaced);
  const was = columnUseIn(setup, column);
  const said = (['key', 'version'] as const).filter((part) => use !== was && (use === part || was === part));
  return {
    ...said.reduce((changed, part) => withGiven(changed, part, true), setup),
    mapping: {
      ...mapping,
      key: use === 'key' ? [...without(mapping.key), column] : without(mapping.key),
      measure: use === 'measure' ? column : mapping.measure === column ? '' : mapping.measure,
      version: use === 'version' ? column : mapping.version === column ? null : mapping.version,
      attributes,
      ignored: use === 'ignored' ? [...without(mapping.ignored), column] : without(mapping.ignored),
    },
  };
}

/** @param tolerance a decimal of 0 or more; null when the text is none. */
export function parseTolerance(text: string): string | null {
  const plain = text.trim();
  return /^\d+(\.\d+)?$/.test(plain) ? plain : null;
}

export function withTolerance(setup: Setup, column: string, tolerance: string): Setup {
  return { ...setup, mapping: { ...setup.mapping, tolerances: { ...setup.mapping.tolerances, [column]: tolerance } } };
}

/** @param text the unit as a person writes it; "" and "none" for none. The same set-up where that says nothing new. */
export function withUnit(setup: Setup, text: string): Setup {
  const unit = parseUnit(text);
  if (unit === undefined) return setup;
  const given = withGiven(setup, 'unit', true);
  return unit === setup.mapping.unit ? given : { ...given, mapping: { ...given.mapping, unit } };
}

/** The unit that follows from the measure by the cells and the name, as for a measure that Tieout chose itself. */
export function withProposedUnit(setup: Setup, files: readonly IntakeFile[]): Setup {
  const used = files.filter((file) => (setup.roles[file.id] ?? 'ignored') !== 'ignored');
  const { unit } = proposeUnit(used, setup.mapping);
  return withGiven({ ...setup, mapping: { ...setup.mapping, unit } }, 'unit', false);
}

/** What one file calls a column. */
export function withHeader(setup: Setup, id: number, column: string, header: string): Setup {
  const { headers } = setup.mapping;
  return {
    ...setup,
    mapping: { ...setup.mapping, headers: { ...headers, [id]: { ...headers[id], [column]: header } } },
  };
}
