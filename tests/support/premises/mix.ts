import { seededRandom } from '../planted/random';
import { drawFault } from './draw-fault';
import { drawSource, withDamage } from './draw-rows';
import { faultWords, type PlainFault } from './faults';
import { drawForms, type Forms } from './file-form';
import {
  type Damage,
  differingKeys,
  type Keep,
  type Row,
  readable,
  type Side,
  type Source,
  type Table,
  tableRows,
  totalOf,
} from './model';
import { type Reading, runPipeline } from './pipeline';
import type { MixSpec } from './plan';
import { drawTraits, type Traits } from './traits';
import { exchanged } from './version-forms';
import { writeFile } from './write-file';

export interface MixFile {
  readonly name: string;
  readonly role: 'delta' | Side;
  readonly text: string;
  /** Sum of its measure; null where some of its lines cannot be read. */
  readonly total: bigint | null;
}

export interface MixSide {
  readonly faults: readonly PlainFault[];
  readonly table: Table;
}

/** The files of a mix and the truth about them. */
export interface Mix {
  readonly spec: MixSpec;
  readonly traits: Traits;
  readonly forms: Forms;
  readonly files: readonly MixFile[];
  /** What can be read of the deltas that are among the files. */
  readonly source: Source;
  readonly reading: Reading;
  readonly expected: Table;
  readonly ours: MixSide;
  readonly theirs: MixSide;
  readonly doubt: Doubt;
}

/** What the files leave open, so that no plain proof is due. */
export interface Doubt {
  /** Day or month first: each table fits another one, and nothing settles it. */
  readonly dates: boolean;
  /** Each table keeps another of two tied rows. */
  readonly ties: boolean;
  /** A file that a table has, or both, and the drop has not. */
  readonly withheld: string | null;
  /** Numbers have a hole, and no file is missing. */
  readonly hole: boolean;
  /** Keys with a line that cannot be read, and what is wrong with it. */
  readonly unread: ReadonlyMap<string, Damage>;
}

const ATTEMPTS = 40;
/** Keys that a planted fault changes at least, and leaves alone at least: all but this share. */
const LEAST_EFFECT = 4;

/** Draws until the fault shows. Deterministic. */
export function plantMix(spec: MixSpec): Mix {
  const random = seededRandom(spec.seed);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const mix = drawMix(spec, seededRandom(spec.seed * 101 + attempt * 7 + random.whole(1, 1000)));
    if (mix) return mix;
  }
  throw new Error(`seed ${spec.seed}: ${spec.fault} with ${spec.axes.join(', ')} could not be planted`);
}

function drawMix(spec: MixSpec, random: ReturnType<typeof seededRandom>): Mix | null {
  const traits = drawTraits(spec, random);
  const left = spec.fault === 'hole' ? random.whole(1, traits.files - 1) : -1;
  const pattern = random.pick(['delta#.csv', 'delta#.csv', 'export-#.csv', 'users_part0#.csv']);
  const start = random.pick([0, 0, 1]);
  const names = Array.from({ length: traits.files }, (_, f) =>
    pattern.replace('#', String(start + (left !== -1 && f >= left ? f + 1 : f))),
  );
  const drawn = drawSource(traits, names, random);
  const rejected = spec.axes.includes('rejected')
    ? random.pick(['deltas', 'deltas', 'deltas', 'ours', 'theirs'] as const)
    : null;
  const datable = traits.version !== null && traits.version.form.kind !== 'word';
  const whole = rejected === 'deltas' ? withDamage(drawn, datable, random) : drawn;
  const withheld = spec.fault === 'file-withheld' ? random.pick(names.slice(1)) : null;
  const given = { ...whole, deltas: whole.deltas.filter(({ name }) => name !== withheld) };
  const keep: Keep = traits.ties === 'differ' ? random.pick(['earlier', 'later'] as const) : (traits.ties ?? 'later');
  const reading: Reading = {
    ties: keep,
    deletes: traits.deletes !== null,
    versionText: (version) => traits.version?.form.write(version, 0) ?? '',
    misread: exchanged,
  };
  const sides = drawSides(spec, traits, whole, withheld, reading, random);
  if (!sides) return null;
  const source = readable(given);
  const expected = runPipeline(source, [], reading);
  const unread = new Map<string, Damage>();
  const note = (rows: readonly Row[]) => {
    for (const { key, damage } of rows) if (damage) unread.set(key, damage);
  };
  for (const { rows } of given.deltas) note(rows);
  const standing = (side: Side): readonly Row[] => {
    const rows = random.shuffle(tableRows(sides[side].table));
    if (rejected !== side) return rows;
    const damaged = withDamage({ ...source, deltas: [{ name: side, rows }] }, datable, random).deltas[0]?.rows ?? [];
    note(damaged);
    return damaged;
  };
  if (
    withheld !== null &&
    Math.max(...(['ours', 'theirs'] as const).map((side) => differingKeys(sides[side].table, expected).length)) <
      LEAST_EFFECT
  )
    return null;
  const forms = drawForms(
    spec,
    traits,
    given.deltas.map(({ name }) => name),
    random,
  );
  const tableFile = (side: Side): MixFile => {
    const rows = standing(side);
    const text = writeFile(source, rows, forms[side], traits, false, random);
    return {
      name: side === 'ours' ? 'vendor.csv' : 'customer.csv',
      role: side,
      text,
      total: rows.some((row) => row.damage) ? null : totalOf(rows),
    };
  };
  const deltaFiles = given.deltas.map(({ name, rows }, f): MixFile => {
    const form = forms.deltas[f];
    if (!form) throw new Error(`no form for ${name}`);
    const text = writeFile(source, rows, form, traits, true, random);
    return { name, role: 'delta', text, total: rows.some((row) => row.damage) ? null : totalOf(rows) };
  });
  const doubt: Doubt = {
    dates: traits.misread,
    ties: traits.ties === 'differ',
    withheld,
    hole: spec.fault === 'hole',
    unread,
  };
  return {
    ...{ spec, traits, forms, source, reading, expected, doubt },
    files: [...deltaFiles, tableFile('ours'), tableFile('theirs')],
    ours: sides.ours,
    theirs: sides.theirs,
  };
}

/** Both tables as the slow pipeline builds them. Null where a fault does not show, or leaves hardly anything. */
function drawSides(
  spec: MixSpec,
  traits: Traits,
  source: Source,
  withheld: string | null,
  reading: Reading,
  random: ReturnType<typeof seededRandom>,
): Record<Side, MixSide> | null {
  const right = runPipeline(source, [], reading);
  const holders: readonly Side[] = random.pick([['ours', 'theirs'], ['ours', 'theirs'], ['theirs'], ['ours']] as const);
  const build = (side: Side): MixSide | null => {
    const leading = spec.faulty === side || (spec.faulty === 'both' && side === 'ours');
    const kind = leading ? spec.fault : spec.faulty === 'both' ? 'file-not-loaded' : 'none';
    const fault = traits.misread
      ? side === 'ours'
        ? ({ fault: 'version-misread' } as const)
        : null
      : traits.ties === 'differ' && side === 'ours'
        ? ({ fault: 'ties-broken-differently', keep: reading.ties === 'later' ? 'earlier' : 'later' } as const)
        : traits.deletesIgnored !== null && side === 'ours'
          ? ({ fault: 'deletes-ignored', how: traits.deletesIgnored } as const)
          : withheld !== null && !holders.includes(side)
            ? ({ fault: 'file-not-loaded', files: [withheld] } as const)
            : drawFault(kind, source, random);
    // A loader refuses a line that cannot be read, or it had the whole file.
    const had = random.chance(0.5) ? source : readable(source);
    if (!fault) return { faults: [], table: runPipeline(had, [], reading) };
    const table = runPipeline(had, [fault], reading);
    const changed = differingKeys(table, runPipeline(had, [], reading)).length;
    return changed < LEAST_EFFECT || table.size < right.size / 10 ? null : { faults: [fault], table };
  };
  const ours = build('ours');
  const theirs = build('theirs');
  if (!ours || !theirs) return null;
  const faultless = spec.fault === 'none' || spec.fault === 'file-withheld' || spec.fault === 'hole';
  return ours.faults.length + theirs.faults.length === 0 && !faultless ? null : { ours, theirs };
}

/** The mix in a few lines, for a person. */
export function describeMix({ spec, traits, forms, ours, theirs, doubt }: Mix): string {
  const furniture = [...forms.deltas, forms.ours, forms.theirs]
    .map((form) => form.furniture.join('+') || '·')
    .join(' ');
  return [
    `seed ${spec.seed}: ${spec.axes.join(', ')}; ${spec.fault} in ${spec.faulty}`,
    `  keys ${traits.keyShape} (${traits.keyNames.join(' + ')}), ${traits.files} files of ${traits.size} keys`,
    `  version ${traits.version ? `${traits.version.name}: ${traits.version.form.name}; tables ${forms.ours.version?.name ?? ''} / ${forms.theirs.version?.name ?? ''}` : 'none'}`,
    `  numbers ${traits.number.name}; tables ${forms.ours.number.name} / ${forms.theirs.number.name}`,
    `  furniture ${furniture}`,
    `  empties ${JSON.stringify([forms.deltas[0]?.empty, forms.ours.empty, forms.theirs.empty])} in ${traits.empty.join(', ') || 'none'}`,
    `  ties ${traits.ties ?? 'none'}, deletes ${traits.deletes ? `${traits.deletes.column}=${traits.deletes.mark}` : 'none'}, currencies ${traits.attributes.includes('currency') ? traits.currencies.join('/') : 'none'}`,
    `  vendor ${faultWords(ours.faults)}; customer ${faultWords(theirs.faults)}`,
    `  doubt ${[doubt.dates && 'dates', doubt.ties && 'ties', doubt.withheld, doubt.hole && 'hole', doubt.unread.size > 0 && `${doubt.unread.size} keys unread`].filter(Boolean).join(', ') || 'none'}`,
  ].join('\n');
}
