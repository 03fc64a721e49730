import type { Random } from '../planted/random';
import { type FurnitureKind, furnitureKinds } from './furniture';
import { renamed } from './names';
import { type NumberForm, numberForms, plainNumber } from './number-forms';
import type { Axis, MixSpec } from './plan';
import type { Traits } from './traits';
import { sameGrain, type VersionForm } from './version-forms';

/** How one file is written. */
export interface FileForm {
  readonly delimiter: string;
  readonly newline: '\n' | '\r\n';
  readonly bom: boolean;
  readonly quoting: 'needed' | 'all';
  readonly number: NumberForm;
  readonly version: VersionForm | null;
  /** What an empty cell of the measure, of another number, of a text is written as. */
  readonly empty: Readonly<Record<'measure' | 'items' | 'tier', string>>;
  readonly flag: { readonly yes: string; readonly no: string };
  /** Header of a column. */
  readonly header: (name: string) => string;
  /** A number for every column; they stand in its order. */
  readonly order: (name: string, place: number) => number;
  readonly furniture: readonly FurnitureKind[];
  /** From this row on every line has a cell more than the header; null: none has. */
  readonly widerFrom: number | null;
}

const plainForm: FileForm = {
  delimiter: ',',
  newline: '\n',
  bom: false,
  quoting: 'needed',
  number: plainNumber,
  version: null,
  empty: { measure: '', items: '', tier: '' },
  flag: { yes: 'true', no: 'false' },
  header: (name) => name,
  order: (_, place) => place,
  furniture: [],
  widerFrom: null,
};

export interface Forms {
  readonly deltas: readonly FileForm[];
  readonly ours: FileForm;
  readonly theirs: FileForm;
}

export function drawForms(spec: MixSpec, traits: Traits, names: readonly string[], random: Random): Forms {
  const has = (axis: Axis) => spec.axes.includes(axis);
  const base = {
    ...plainForm,
    number: traits.number,
    version: traits.version?.form ?? null,
    ...(has('file-form') ? drawDialect(random) : {}),
    ...(has('empties') ? { empty: drawEmpty(random) } : {}),
  };
  const furnished = drawFurnished(has('furniture'), names.length, random);
  const wide = has('file-form') && random.chance(0.3) ? random.whole(1, names.length - 1) : -1;
  const shuffled = has('file-form') && random.chance(0.4);
  const otherNumbers =
    has('numbers') && !traits.ambiguous && random.chance(0.25) ? random.whole(0, names.length - 1) : -1;
  const clear =
    traits.version && has('dates') ? sameGrain(traits.version.form).filter(({ name }) => /ISO|names/.test(name)) : [];
  const otherDates = clear.length > 0 && random.chance(0.2) ? random.whole(1, names.length - 1) : -1;
  const deltas = names.map(
    (_, f): FileForm => ({
      ...base,
      ...(shuffled && f > 0 ? { order: scatter(random.whole(1, 999)) } : {}),
      ...(has('file-form') && random.chance(0.3) ? { bom: true } : {}),
      ...(f === otherNumbers ? { number: random.pick(formsBeside(traits)) } : {}),
      ...(f === otherDates ? { version: random.pick(clear) } : {}),
      widerFrom: f === wide ? random.whole(10, 60) : null,
      furniture: furnished[f] ?? [],
    }),
  );
  const table = (side: 'ours' | 'theirs'): FileForm => {
    const turn = random.whole(0, 3);
    const other = has('table-form') ? drawOther(traits, random) : {};
    return {
      ...base,
      ...(has('file-form') && random.chance(0.5) ? drawDialect(random) : {}),
      ...(has('file-form') && random.chance(0.5) ? { header: (name: string) => renamed(name, turn) } : {}),
      ...(has('file-form') && random.chance(0.4) ? { order: scatter(random.whole(1, 999)) } : {}),
      ...(has('empties') && random.chance(0.6) ? { empty: drawEmpty(random) } : {}),
      ...other,
      furniture: furnished[names.length + (side === 'ours' ? 0 : 1)] ?? [],
    };
  };
  return { deltas, ours: table('ours'), theirs: table('theirs') };
}

function drawDialect(random: Random): Pick<FileForm, 'delimiter' | 'newline' | 'bom' | 'quoting'> {
  return {
    delimiter: random.pick([',', ';', '\t', '|']),
    newline: random.pick(['\n', '\r\n'] as const),
    bom: random.chance(0.3),
    quoting: random.chance(0.3) ? 'all' : 'needed',
  };
}

/** A word for all columns, or for some. */
function drawEmpty(random: Random): FileForm['empty'] {
  const word = random.pick(['', 'NULL', '\\N', 'null', 'N/A', '#N/A', 'NaN', 'None', '-']);
  const or = (other: string) => (random.chance(0.75) ? word : other);
  return { measure: or(''), items: or(''), tier: or('') };
}

/** What only a table's own program does: another number form, another date form, flags as 1 and 0. */
function drawOther(traits: Traits, random: Random): Partial<FileForm> {
  // A program that misread the dates would write others.
  const dates = traits.version && !traits.misread ? sameGrain(traits.version.form) : [];
  return {
    ...(random.chance(0.6) && traits.number.unit === null ? { number: random.pick(formsBeside(traits)) } : {}),
    ...(random.chance(0.6) && dates.length > 0 ? { version: random.pick(dates) } : {}),
    flag: random.pick([
      { yes: '1', no: '0' },
      { yes: 'TRUE', no: 'FALSE' },
      { yes: 'yes', no: 'no' },
      { yes: 'true', no: 'false' },
    ]),
  };
}

/** Number forms that can stand beside the deltas': another currency would be another amount. */
function formsBeside({ number }: Traits): readonly NumberForm[] {
  return numberForms.filter(({ unit }) => unit === null || unit === number.unit);
}

/** Furniture of each file: of all deltas alike, of one, or of a table; one to three kinds. */
function drawFurnished(wanted: boolean, deltas: number, random: Random): FurnitureKind[][] {
  const files = Array.from({ length: deltas + 2 }, (): FurnitureKind[] => []);
  if (!wanted) return files;
  const draw = () =>
    [...new Set(Array.from({ length: random.whole(1, 3) }, () => random.pick(furnitureKinds)))].filter(oneTotal);
  const kinds = draw();
  const where = random.pick(['deltas', 'one-delta', 'table', 'tables', 'all'] as const);
  const one = random.whole(0, deltas - 1);
  const tableOnly = random.whole(0, 1) + deltas;
  return files.map((_, f) => {
    if (where === 'deltas') return f < deltas ? kinds : [];
    if (where === 'one-delta') return f === one ? kinds : [];
    if (where === 'table') return f === tableOnly ? kinds : [];
    if (where === 'tables') return f >= deltas ? kinds : [];
    return f < deltas ? kinds : draw();
  });
}

/** A file ends in one total at most. */
function oneTotal(kind: FurnitureKind, at: number, kinds: readonly FurnitureKind[]): boolean {
  const total = (other: FurnitureKind) => other === 'total' || other === 'grand-total' || other === 'total-elsewhere';
  return !total(kind) || kinds.findIndex(total) === at;
}

/** An order that depends on nothing but names. */
function scatter(seed: number): FileForm['order'] {
  return (name) => Array.from(name).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) * seed) % 9973, seed);
}
