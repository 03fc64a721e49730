/**
 * One parameter of a fault: its name in the fault, its kind, its bounds, and how it is asked for. A parameter without a
 * label is not asked for by itself: the files have controls of their own, and some only an investigation can know.
 * `open`: the evidence may leave a range of values that give the same table.
 */
export type Parameter<Name extends string = string> = { readonly name: Name; readonly open?: true } & (
  | { readonly kind: 'count'; readonly least: number; readonly label: string }
  /** A number with at most six decimals, as many as planting a fault makes room for. */
  | { readonly kind: 'decimal'; readonly label: string }
  /** A value of the version, or of the column, the first where they are several, that another parameter names. */
  | { readonly kind: 'bound'; readonly column?: string; readonly label: string }
  /** Texts by value; of a parameter that is a number the values are written as texts. */
  | {
      readonly kind: 'choice';
      readonly options: Readonly<Record<string, string>>;
      readonly label: string;
      /** Further parameters that a fault has under a value alone, as they are at first. */
      readonly brings?: Readonly<Record<string, Readonly<Record<string, number>>>>;
    }
  /** Decimal places, negative ones for tens and up; others than `from` to `to` are shown where they hold. */
  | {
      readonly kind: 'digits';
      readonly from: number;
      readonly to: number;
      readonly text: (digits: number) => string;
      readonly label: string;
    }
  /** Any mapped column, the key's too. `bound`: the parameter that holds a value of it; `operator`: that by which they are compared. */
  | { readonly kind: 'column'; readonly bound: string; readonly operator: string; readonly label: string }
  /** How the column that another parameter names is compared with the value that `bound` names. */
  | {
      readonly kind: 'operator';
      readonly options: Readonly<Record<string, string>>;
      readonly column: string;
      readonly bound: string;
      readonly label: string;
    }
  /** What a column is compared with: what it can be depends on the operator. */
  | { readonly kind: 'condition'; readonly column: string; readonly operator: string; readonly label: string }
  /** A mapped column of one of these types, whatever its role. */
  | { readonly kind: 'typed-column'; readonly types: readonly ('number' | 'date' | 'text')[]; readonly label: string }
  /** At least one column, none of them the version. */
  | { readonly kind: 'columns'; readonly label: string }
  /** Some of the key's columns, not all. */
  | { readonly kind: 'key-columns'; readonly label: string }
  /** Two columns of numbers. */
  | { readonly kind: 'pair'; readonly labels: readonly [string, string] }
  /** Deltas; with a label the fault may be in the rows of all, and then names none. */
  | { readonly kind: 'files'; readonly label?: string }
  /** A column and the value of it that rows hold, labelled each; a fault in all rows has none. */
  | { readonly kind: 'where'; readonly labels: readonly [string, string] }
  /** A column of numbers or dates; `by`: the parameter that says by how much it is off. */
  | { readonly kind: 'shifting'; readonly by: string; readonly label: string }
  /** By how much the column that another parameter names is off: a number, of dates a duration. */
  | { readonly kind: 'shift'; readonly column: string; readonly label: string }
  /** A column by whose values a table is divided. */
  | { readonly kind: 'partition'; readonly label: string }
  /** All deltas, in some order. */
  | { readonly kind: 'order'; readonly label: string }
  /** One delta, as a list of it alone. */
  | { readonly kind: 'file'; readonly label: string }
  /** What marks a delete: its column, or the values. */
  | { readonly kind: 'marks' }
  /** 0-based rows of a file, ends exclusive. */
  | { readonly kind: 'row-ranges' }
  | { readonly kind: 'versions' }
);
