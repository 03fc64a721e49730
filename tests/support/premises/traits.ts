import type { Random } from '../planted/random';
import type { Keep } from './model';
import { dateVersions, epochVersions, measures, numericVersions, silentVersions, wordVersions } from './names';
import { ambiguousForms, type NumberForm, numberForms, plainNumber } from './number-forms';
import type { Axis, MixSpec } from './plan';
import { dateForms, integerForms, otherForms, undecidableForms, type VersionForm } from './version-forms';

/** What the rows of a mix are like, whoever writes them. */
export interface Traits {
  readonly keyShape: 'int' | 'padded' | 'uuid' | 'email' | 'code' | 'lines';
  readonly keyNames: readonly string[];
  readonly measure: string;
  readonly number: NumberForm;
  /** Amounts are whole, and no cell decides what their separators are. */
  readonly ambiguous: boolean;
  /** Null: there is no version column. */
  readonly version: { readonly name: string; readonly form: VersionForm } | null;
  readonly attributes: readonly ('items' | 'tier' | 'active' | 'currency')[];
  /** Codes of the column of currencies; the first may stand in the measure's header too. */
  readonly currencies: readonly string[];
  /** Columns that may be empty. */
  readonly empty: readonly ('measure' | 'items' | 'tier')[];
  /** `differ`: the vendor's table keeps one, the customer's the other. Null: no ties. */
  readonly ties: Keep | 'differ' | null;
  /** Rows that mark a delete; `bare` ones hold nothing but key and version. */
  readonly deletes: {
    readonly column: string;
    readonly mark: string;
    readonly other: string;
    readonly bare: boolean;
  } | null;
  /** The customer's table leaves deleted keys out, the vendor's still has them. */
  readonly deletesIgnored: 'kept' | 'skipped' | null;
  /** Nothing but the order of dates parts the tables: the vendor's takes the other one. */
  readonly misread: boolean;
  /** Some rows come later than newer ones. */
  readonly late: boolean;
  readonly files: number;
  readonly size: number;
}

export function drawTraits(spec: MixSpec, random: Random): Traits {
  const has = (axis: Axis) => spec.axes.includes(axis);
  const misread = has('undecidable-dates') && spec.fault === 'none';
  const version = has('no-version') ? null : drawVersion(spec, random);
  const coded = random.pick([['EUR'], ['USD'], ['EUR', 'USD'], ['GBP', 'EUR', 'USD']]);
  const inCells = has('currencies') && random.chance(0.25);
  const ambiguous = has('numbers') && !inCells && spec.fault !== 'measure-rounded' && random.chance(0.08);
  const keyShape = has('keys')
    ? random.pick(['padded', 'uuid', 'email', 'code', 'lines', 'lines'] as const)
    : random.pick(['int', 'int', 'padded', 'code'] as const);
  return {
    keyShape,
    keyNames: random.pick(KEY_NAMES[keyShape]),
    measure: `${random.pick(measures)}${has('currencies') && random.chance(0.2) ? ` (${coded[0] ?? ''})` : ''}`,
    ambiguous,
    number: inCells
      ? random.pick(numberForms.filter((form) => form.unit !== null && form.unit !== '%'))
      : has('numbers')
        ? random.pick(ambiguous ? ambiguousForms : numberForms)
        : plainNumber,
    version,
    attributes: [
      'items',
      ...(has('empties') || random.chance(0.6) ? (['tier'] as const) : []),
      ...(has('table-form') || random.chance(0.2) ? (['active'] as const) : []),
      ...(has('currencies') && !inCells ? (['currency'] as const) : []),
    ].filter((name) => !(spec.fault === 'zeros-ignored' && name === 'active')) as Traits['attributes'],
    currencies: coded,
    empty: has('empties')
      ? random.pick([['measure'], ['items'], ['tier'], ['measure', 'tier'], ['measure', 'items', 'tier']] as const)
      : [],
    ties: has('ties')
      ? spec.fault === 'none'
        ? random.pick(['differ', 'differ', 'earlier', 'later'] as const)
        : random.pick(['earlier', 'later'] as const)
      : null,
    deletes: has('deletes') ? { ...random.pick(DELETES), bare: random.chance(0.5) } : null,
    deletesIgnored:
      has('deletes') && spec.fault === 'none' && random.chance(0.5) ? random.pick(['kept', 'skipped'] as const) : null,
    misread,
    late: needsLate(spec) || random.chance(0.4),
    files: random.whole(3, 5),
    size: random.whole(150, 400),
  };
}

function needsLate(spec: MixSpec): boolean {
  return ['late-rows-dropped', 'last-row-wins', 'first-row-wins'].includes(spec.fault);
}

function drawVersion(spec: MixSpec, random: Random): { name: string; form: VersionForm } {
  const silent = spec.axes.includes('version-name') && random.chance(0.4);
  const form = spec.axes.includes('undecidable-dates')
    ? random.pick(undecidableForms)
    : spec.axes.includes('dates')
      ? random.chance(0.75)
        ? random.pick(dateForms)
        : random.pick(otherForms.filter(({ kind }) => kind !== 'word' || !needsLate(spec)))
      : random.chance(0.25)
        ? random.pick(dateForms.slice(0, 4))
        : random.pick(integerForms);
  const dated = form.kind === 'date' || form.name.startsWith('spreadsheet');
  const epoch = form.name.startsWith('epoch');
  if (silent) return { name: random.pick(silentVersions), form };
  if (!spec.axes.includes('version-name'))
    return { name: dated ? 'updated_at' : epoch ? 'updated_ts' : 'batch_id', form };
  const names = form.kind === 'word' ? wordVersions : epoch ? epochVersions : dated ? dateVersions : numericVersions;
  return { name: random.pick<string>(names), form };
}

const KEY_NAMES: Record<Traits['keyShape'], readonly (readonly string[])[]> = {
  int: [['user_id'], ['customer_id'], ['account_id']],
  padded: [['customer_no'], ['account_number'], ['member_no']],
  uuid: [['accountid'], ['user_uuid'], ['customer_id']],
  email: [['email'], ['customer_email']],
  code: [['member_code'], ['customer_code']],
  lines: [
    ['order_id', 'line_no'],
    ['invoice_id', 'position'],
    ['customer_id', 'product_id'],
  ],
};

const DELETES = [
  { column: 'op', mark: 'D', other: 'U' },
  { column: 'op', mark: 'delete', other: 'upsert' },
  { column: 'is_deleted', mark: 'true', other: 'false' },
  { column: 'is_deleted', mark: '1', other: '0' },
  { column: '_deleted', mark: 'Y', other: 'N' },
] as const;
