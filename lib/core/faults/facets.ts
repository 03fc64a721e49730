import { MISSING } from '../decimal';
import { type KeyPart, keyPart } from '../pipeline/key-part';
import { gather } from '../pipeline/regroup';
import { lengthOf, traitsOf } from '../pipeline/text-traits';
import type { CaseColumn, KeySpace } from '../table/case-tables';
import type { Dataset } from '../table/dataset';
import { plainText } from '../table/plain-text';
import { boundBetween } from './thresholds';

/** A bound, and the range of bounds with the same effect. */
export interface Bound {
  readonly value: string;
  readonly equivalentRange?: { readonly min: string; readonly max: string };
}

/** A column as conditions look at it: numbers for each of some rows, all aligned; MISSING, or null for all, where it has none. */
export interface Facet {
  readonly column: string;
  /** What bounds are compared with. */
  readonly order: Float64Array | null;
  /** The bound above `low` and up to `high`. */
  readonly bound: (low: number, high: number) => Bound;
  /** One number for each value that is equal by itself. */
  readonly codes: Float64Array | null;
  readonly textOf: (code: number) => string;
  /** See `KeyPart`. */
  readonly serials: Float64Array | null;
  readonly base: bigint;
  /** Characters. */
  readonly lengths: Float64Array | null;
  /** See `traitsOf`. */
  readonly traits: Float64Array | null;
}

/** @param cells of the rows, in the column's own form */
export function columnFacet(column: CaseColumn, cells: Float64Array, delimiter: string): Facet {
  const known = column.texts && textFacts(column, column.texts, delimiter);
  return {
    column: column.name,
    order: cells,
    bound: (low, high) => boundBetween(column, low, high),
    codes: cells,
    textOf: (code) => plainText(column, code),
    serials: null,
    base: 0n,
    lengths: known && factsOf(cells, known.lengths),
    traits: known && factsOf(cells, known.traits),
  };
}

function factsOf(cells: Float64Array, known: Float64Array): Float64Array {
  const facts = new Float64Array(cells.length);
  for (let i = 0; i < cells.length; i++)
    facts[i] = cells[i] === MISSING ? MISSING : (known[cells[i] as number] as number);
  return facts;
}

/** One for each part of the key. @param ids of the rows' keys, among `keys` */
export function keyFacets({ keyColumns, delimiter }: Dataset, keys: KeySpace, ids: Int32Array): Facet[] {
  return keyColumns.map((column, part): Facet => {
    const { numbers, serials, base, lengths, traits, codes, texts } = keyFacts(keys, part, delimiter);
    const of = (facts: Float64Array) => gather(facts, ids);
    return {
      column,
      order: of(numbers),
      bound: (low, high) => boundBetween(WHOLE, low, high),
      codes: keyColumns.length > 1 ? of(codes) : null,
      textOf: (code) => texts[code] ?? '',
      serials: of(serials),
      base,
      lengths: of(lengths),
      traits: of(traits),
    };
  });
}

/** How a key's part is written where it is a number. */
const WHOLE: CaseColumn = {
  name: '',
  role: 'attribute',
  type: 'number',
  scale: 0,
  unit: null,
  sign: null,
  texts: null,
  wide: null,
  tolerance: 0,
};

interface TextFacts {
  readonly lengths: Float64Array;
  readonly traits: Float64Array;
}

const ofColumns = new WeakMap<CaseColumn, TextFacts>();

function textFacts(column: CaseColumn, texts: readonly string[], delimiter: string): TextFacts {
  const known = ofColumns.get(column) ?? {
    lengths: Float64Array.from(texts, lengthOf),
    traits: Float64Array.from(texts, (text) => traitsOf(text, delimiter)),
  };
  ofColumns.set(column, known);
  return known;
}

/** By key id. */
interface KeyFacts extends TextFacts, KeyPart {
  /** Places in `texts`; of a key of one part there are none. */
  readonly codes: Float64Array;
  readonly texts: readonly string[];
}

const ofKeys = new WeakMap<KeySpace, KeyFacts[]>();

/** O(keys), once. */
function keyFacts(keys: KeySpace, part: number, delimiter: string): KeyFacts {
  const known = ofKeys.get(keys) ?? [];
  ofKeys.set(keys, known);
  known[part] ??= readKeys(keys, part, delimiter);
  return known[part];
}

function readKeys(keys: KeySpace, part: number, delimiter: string): KeyFacts {
  const { count } = keys;
  const [lengths, traits, codes] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const places = new Map<string, number>();
  const several = count > 0 && keys.parts(0).length > 1;
  for (let k = 0; k < count; k++) {
    const text = keys.parts(k)[part] ?? '';
    lengths[k] = lengthOf(text);
    traits[k] = traitsOf(text, delimiter);
    if (!several) continue;
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    codes[k] = place;
  }
  return { ...keyPart(keys, part), lengths, traits, codes, texts: [...places.keys()] };
}
