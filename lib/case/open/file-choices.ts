import { withLabelsKept } from './side-labels';
import type { FileChoices, OpenCase } from './state';

const NONE: FileChoices = {
  roles: new Map(),
  order: [],
  ordered: false,
  labels: new Map(),
  headers: new Map(),
  headerLines: new Map(),
  encodings: new Map(),
  dataLines: new Map(),
};

/** The choices that stand in a case, and those that it remembers of files that it no longer has. */
export function choicesOf({ intake, setup, chosen = NONE }: OpenCase): FileChoices {
  const { files, setup: proposed } = intake;
  const nameOf = new Map(files.map(({ id, file }) => [id, file]));
  const names = (order: readonly number[]) => order.flatMap((id) => nameOf.get(id) ?? []);
  const byName = <T>(
    before: ReadonlyMap<string, T>,
    byId: Readonly<Record<string, T>> = {},
  ): ReadonlyMap<string, T> => {
    const gone = [...before].filter(([name]) => !files.some(({ file }) => file === name));
    const here = files.flatMap(({ id, file }) => (byId[id] === undefined ? [] : [[file, byId[id]] as const]));
    return new Map([...gone, ...here]);
  };
  const differing = files.flatMap(({ id, file }) => {
    const role = setup.roles[id];
    return role === undefined || (role === proposed.roles[id] && !chosen.roles.has(file)) ? [] : [[id, role] as const];
  });
  return {
    roles: byName(chosen.roles, Object.fromEntries(differing)),
    order: withGone(chosen.order, names(setup.order)),
    ordered: chosen.ordered || JSON.stringify(setup.order) !== JSON.stringify(proposed.order),
    labels: byName(chosen.labels, withLabelsKept(setup, files).fileLabels),
    headers: byName(chosen.headers, setup.mapping.headers),
    headerLines: byName(chosen.headerLines, setup.premises?.headerLines),
    encodings: byName(chosen.encodings, setup.premises?.encodings),
    dataLines: byName(chosen.dataLines, setup.premises?.dataLines),
  };
}

/** The names as they stand now, those that are gone behind the nearest one that stood before them. */
function withGone(before: readonly string[], now: readonly string[]): readonly string[] {
  const all = [...now];
  for (const [place, name] of before.entries()) {
    if (all.includes(name)) continue;
    const earlier = before.slice(0, place).findLast((other) => all.includes(other));
    all.splice(earlier === undefined ? 0 : all.indexOf(earlier) + 1, 0, name);
  }
  return all;
}
