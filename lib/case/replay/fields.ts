import { assertNever } from '@/lib/core/assert-never';
import { moduleOf } from '@/lib/core/faults/catalogue';
import type { Parameter } from '@/lib/core/faults/parameter';
import { partitionColumns } from '@/lib/core/faults/partition-overwritten';
import { numberColumns } from '@/lib/core/faults/switch-starts';
import { asText, reversed, sameOrder } from '@/lib/core/file-orders';
import type { Fault } from '@/lib/core/findings/fault';
import { type FilterOperator, textTraits } from '@/lib/core/findings/fault-parameters';
import type { Findings } from '@/lib/core/findings/findings';
import { keyColumns } from '@/lib/core/findings/key-columns';
import { formatCount } from '@/lib/core/phrases/amounts';
import { deltasOf } from '@/lib/core/words/telling';
import { traitInWords } from '@/lib/core/words/traits';
import type { Shown } from './shown';
import { type Typed, typedBound, typedCondition, typedCount, typedDecimal, typedDuration } from './values';

/** One thing that is asked for of a fault that is switched on. Every answer is the fault with it. */
export type Field =
  /** A text that is typed. `of`: what else it depends on; with another one the typing begins anew. */
  | {
      readonly kind: 'text';
      readonly label: string;
      /** As it is shown. */
      readonly value: string;
      readonly numeric: boolean;
      readonly of: string;
      readonly read: (text: string) => Typed<Fault>;
    }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly text: string }[];
      readonly choose: (value: string) => Fault;
    }
  /** Some of a few names. */
  | {
      readonly kind: 'names';
      readonly label: string;
      readonly names: readonly string[];
      readonly chosen: readonly string[];
      readonly choose: (chosen: readonly string[]) => Fault;
    };

/** What the panel asks for of a fault, in the order of its parameters; nothing where it has none to choose. */
export function fieldsOf(fault: Fault, findings: Findings, shown: Shown): readonly Field[] {
  return moduleOf(fault).parameters.flatMap((parameter) => parameterFields(parameter, fault, findings, shown));
}

function parameterFields(parameter: Parameter, fault: Fault, findings: Findings, shown: Shown): Field[] {
  const values: Readonly<Record<string, unknown>> = fault;
  const held = values[parameter.name];
  if (held === undefined && parameter.kind !== 'files' && parameter.kind !== 'where') return [];
  const [told = fault] = shown.faults([fault]);
  const shownValue = String((told as Readonly<Record<string, unknown>>)[parameter.name]);
  const withValue = (value: unknown): Fault => ({ ...fault, [parameter.name]: value });
  const text = (
    label: string,
    value: string,
    read: (typed: string) => Typed<unknown>,
    numeric: boolean,
    of = '',
  ): Field[] => [
    {
      kind: 'text',
      label,
      value,
      numeric,
      of,
      read: (typed) => {
        const found = read(typed);
        return found.ok ? { ok: true, value: withValue(found.value) } : found;
      },
    },
  ];
  switch (parameter.kind) {
    case 'count':
      return text(parameter.label, formatCount(held as number), (typed) => typedCount(typed, parameter.least), true);
    case 'decimal':
      return text(parameter.label, held as string, typedDecimal, true);
    case 'bound': {
      const named = parameter.column === undefined ? findings.mapping.version : values[parameter.column];
      const column = String(Array.isArray(named) ? named[0] : named);
      return text(parameter.label, shownValue, (typed) => typedBound(typed, typeOf(findings, column)), false, column);
    }
    case 'condition': {
      const column = values[parameter.column] as string;
      const operator = values[parameter.operator] as FilterOperator;
      if (operator === 'has')
        return [
          {
            kind: 'choice',
            label: parameter.label,
            value: held as string,
            options: textTraits.map((value) => ({ value, text: traitInWords[value] })),
            choose: withValue,
          },
        ];
      return text(
        parameter.label,
        shownValue,
        (typed) => typedCondition(typed, operator, conditionType(findings, column, operator)),
        false,
        `${column} ${operator}`,
      );
    }
    case 'operator': {
      const column = values[parameter.column] as string;
      return [
        {
          kind: 'choice',
          label: parameter.label,
          value: held as string,
          options: Object.entries(parameter.options).map(([value, told]) => ({ value, text: told })),
          choose: (value) => ({
            ...withValue(value),
            [parameter.bound]: firstValue(findings, column, value as FilterOperator),
          }),
        },
      ];
    }
    case 'choice':
      return [
        {
          kind: 'choice',
          label: parameter.label,
          value: String(held),
          options: Object.entries(parameter.options).map(([value, told]) => ({ value, text: told })),
          choose: (value) =>
            chosen(withValue(typeof held === 'number' ? Number(value) : value), parameter.brings, value),
        },
      ];
    case 'digits': {
      const { from, to } = parameter;
      const range = Array.from({ length: to - from + 1 }, (_, at) => from + at);
      const digits = range.includes(held as number) ? range : [...range, held as number];
      return [
        {
          kind: 'choice',
          label: parameter.label,
          value: String(held),
          options: digits.map((value) => ({ value: String(value), text: parameter.text(value) })),
          choose: (value) => withValue(Number(value)),
        },
      ];
    }
    case 'column':
      return [
        {
          kind: 'choice',
          label: parameter.label,
          value: held as string,
          options: [
            ...[...findings.columns, ...findings.conditions].map(({ name }) => name),
            ...keyColumns(findings.mapping),
          ].map((name) => ({
            value: name,
            text: name,
          })),
          choose: (column) => ({
            ...withValue(column),
            [parameter.bound]: firstValue(findings, column, values[parameter.operator] as FilterOperator),
          }),
        },
      ];
    case 'columns':
      return [
        {
          kind: 'names',
          label: parameter.label,
          names: findings.columns.filter(({ role }) => role !== 'version').map(({ name }) => name),
          chosen: held as readonly string[],
          choose: (columns) => (columns.length > 0 ? withValue(columns) : fault),
        },
      ];
    case 'key-columns': {
      const names = keyColumns(findings.mapping);
      const isPart = (chosen: readonly string[]) => chosen.length > 0 && chosen.length < names.length;
      return [
        {
          kind: 'names',
          label: parameter.label,
          names,
          chosen: held as readonly string[],
          choose: (columns) => (isPart(columns) ? withValue(columns) : fault),
        },
      ];
    }
    case 'pair':
      return pairFields(parameter.labels, held as readonly [string, string], findings, withValue);
    case 'files':
      return parameter.label === undefined ? [] : filesFields(parameter.label, fault, findings);
    case 'shifting':
      return [
        {
          kind: 'choice',
          label: parameter.label,
          value: held as string,
          options: findings.columns.flatMap(({ name, type }) => (type === 'text' ? [] : [{ value: name, text: name }])),
          choose: (column) => ({
            ...withValue(column),
            [parameter.by]: typeOf(findings, column) === 'date' ? 'PT1H' : '1',
          }),
        },
      ];
    case 'shift': {
      const column = values[parameter.column] as string;
      const isDate = typeOf(findings, column) === 'date';
      return text(parameter.label, held as string, isDate ? typedDuration : typedDecimal, !isDate, column);
    }
    case 'where':
      return whereFields(parameter.labels, fault, told, findings);
    case 'file':
      return [
        {
          kind: 'choice',
          label: parameter.label,
          value: (held as readonly string[])[0] ?? '',
          options: deltasOf(findings).map((file) => ({ value: file, text: shown.name(file) })),
          choose: (file) => withValue([file]),
        },
      ];
    case 'typed-column':
    case 'partition': {
      const names =
        parameter.kind === 'partition'
          ? partitionColumns(findings)
          : findings.columns.filter(({ type }) => parameter.types.includes(type)).map(({ name }) => name);
      return [
        {
          kind: 'choice',
          label: parameter.label,
          value: held as string,
          options: names.map((value) => ({ value, text: value })),
          choose: withValue,
        },
      ];
    }
    case 'order': {
      const files = deltasOf(findings);
      const orders = [files, reversed(files), asText(files), held as readonly string[]];
      const kinds = orders.filter((order, at) => orders.findIndex((other) => sameOrder(order, other)) === at);
      return [
        {
          kind: 'choice',
          label: parameter.label,
          value: String(kinds.findIndex((order) => sameOrder(order, held as readonly string[]))),
          options: kinds.map((order, at) => ({
            value: String(at),
            text: order.map((file) => shown.name(file)).join(', '),
          })),
          choose: (at) => withValue(kinds[Number(at)] ?? held),
        },
      ];
    }
    case 'marks':
    case 'row-ranges':
    case 'versions':
      return [];
    default:
      return assertNever(parameter);
  }
}

/** A fault of which another value was chosen: with what that one brings, and without what others do. */
function chosen(
  fault: Fault,
  brings: Readonly<Record<string, Readonly<Record<string, number>>>> = {},
  value: string,
): Fault {
  const others = new Set(Object.values(brings).flatMap((own) => Object.keys(own)));
  const kept = Object.entries(fault).filter(([name]) => !others.has(name));
  return { ...Object.fromEntries(kept), ...brings[value] } as Fault;
}

/** Two columns; choosing the other one exchanges them. */
function pairFields(
  labels: readonly [string, string],
  [left, right]: readonly [string, string],
  findings: Findings,
  withValue: (value: readonly [string, string]) => Fault,
): Field[] {
  const options = numberColumns(findings).map((value) => ({ value, text: value }));
  return [
    {
      kind: 'choice',
      label: labels[0],
      value: left,
      options,
      choose: (column) => withValue([column, column === right ? left : right]),
    },
    {
      kind: 'choice',
      label: labels[1],
      value: right,
      options,
      choose: (column) => withValue([column === left ? right : left, column]),
    },
  ];
}

/** From which files the rows are that have the fault; none or all chosen means all, which the fault does not name. */
function filesFields(label: string, fault: Fault, findings: Findings): Field[] {
  const names = deltasOf(findings);
  if (names.length < 2) return [];
  const { files, ...others } = fault as { files?: readonly string[] };
  return [
    {
      kind: 'names',
      label,
      names,
      chosen: files ?? names,
      choose: (chosen) =>
        (chosen.length === 0 || chosen.length === names.length ? others : { ...others, files: chosen }) as Fault,
    },
  ];
}

/** A column and the value that rows hold in it; the first choice is all rows, of which the fault names no column. */
function whereFields(labels: readonly [string, string], fault: Fault, told: Fault, findings: Findings): Field[] {
  type Where = { readonly column: string; readonly value: string };
  const { where, ...others } = fault as Fault & { where?: Where };
  const withWhere = (column: string, value: string) => ({ ...others, where: { column, value } }) as Fault;
  const names = [
    ...[...findings.columns.filter(({ role }) => role === 'attribute'), ...findings.conditions].map(({ name }) => name),
    ...keyColumns(findings.mapping),
  ];
  const column = where?.column ?? '';
  const choice: Field = {
    kind: 'choice',
    label: labels[0],
    value: column,
    options: [{ value: '', text: 'all rows' }, ...names.map((value) => ({ value, text: value }))],
    choose: (name) => (name === '' ? others : withWhere(name, firstValue(findings, name, '='))),
  };
  if (!where) return [choice];
  return [
    choice,
    {
      kind: 'text',
      label: labels[1],
      value: (told as { where?: Where }).where?.value ?? '',
      numeric: false,
      of: column,
      read: (typed) => {
        const found = typedBound(typed, typeOf(findings, column));
        return found.ok ? { ok: true, value: withWhere(column, found.value) } : found;
      },
    },
  ];
}

function typeOf(findings: Findings, column: string): Findings['columns'][number]['type'] {
  return [...findings.columns, ...findings.conditions].find(({ name }) => name === column)?.type ?? 'text';
}

/** A key is compared as a text, but for its order. */
function conditionType(findings: Findings, column: string, operator: FilterOperator): 'number' | 'date' | 'text' {
  const order = ['<', '<=', '>', '>='].includes(operator);
  return order && keyColumns(findings.mapping).includes(column) ? 'number' : typeOf(findings, column);
}

/** What a column is compared with at first. */
function firstValue(findings: Findings, column: string, operator: FilterOperator): string {
  if (operator === 'mod') return '2=0';
  if (operator === 'has') return 'quote';
  if (operator === 'longer-than') return '20';
  const newest = findings.inputs.find(({ role }) => role === 'delta')?.versions?.max;
  return column === findings.mapping.version && newest !== undefined ? newest : '0';
}
