import { type FilesFault, inRowsOf } from '@/lib/case/replay/setting';
import { swappable } from '@/lib/case/replay/switches';
import { typedBound, typedCount, typedDecimal } from '@/lib/case/replay/values';
import { assertNever } from '@/lib/core/assert-never';
import type { Fault, FaultOf, FilterOperator, KeyAlteration, Rounding } from '@/lib/core/findings/fault';
import type { Findings } from '@/lib/core/findings/findings';
import { formatCount } from '@/lib/core/phrases/amounts';
import { deltasOf } from '@/lib/core/words/telling';
import { Select } from '../ui/Select';
import { NameChips } from './NameChips';
import { ValueField } from './ValueField';

interface FaultFieldsProps<F extends Fault = Fault> {
  readonly fault: F;
  readonly findings: Findings;
  /** What the fields belong to: the switch's text. */
  readonly name: string;
  readonly onFault: (fault: Fault) => void;
}

/** The parameters of a fault that is switched on; nothing where it has none. */
export function FaultFields({ fault, findings, name, onFault }: FaultFieldsProps) {
  switch (fault.fault) {
    case 'rows-capped':
      return (
        <ValueField
          className="w-22 text-right"
          label={`${name}: rows of every file`}
          onValue={(limit: number) => {
            onFault({ ...fault, limit });
          }}
          read={(text) => typedCount(text, 0)}
          value={formatCount(fault.limit)}
        />
      );
    case 'first-rows-skipped':
      return (
        <ValueField
          className="w-18 text-right"
          label={`${name}: rows of every file`}
          onValue={(count: number) => {
            onFault({ ...fault, count });
          }}
          read={(text) => typedCount(text, 1)}
          value={formatCount(fault.count)}
        />
      );
    case 'version-cutoff':
      return (
        <ValueField
          className="w-28"
          label={`${name}: the last ${findings.mapping.version} that arrives`}
          onValue={(version: string) => {
            onFault({ ...fault, version });
          }}
          read={(text) => typedBound(text, typeOf(findings, findings.mapping.version))}
          value={fault.version}
        />
      );
    case 'key-altered':
      return (
        <Select
          label={`${name}: how`}
          onChoose={(how) => {
            onFault({ ...fault, how });
          }}
          options={optionsOf(ALTERATION_WORDS)}
          value={fault.how}
        />
      );
    case 'columns-swapped':
      return <SwapFields fault={fault} findings={findings} name={name} onFault={onFault} />;
    case 'column-not-updated':
      return (
        <NameChips
          chosen={fault.columns}
          label={`${name}: which columns`}
          names={findings.columns.filter(({ role }) => role !== 'version').map((column) => column.name)}
          onChoose={(columns) => {
            if (columns.length > 0) onFault({ ...fault, columns: [...columns] });
          }}
        />
      );
    case 'measure-scaled':
      return (
        <>
          <ValueField
            className="w-22 text-right"
            label={`${name}: by`}
            onValue={(factor: string) => {
              onFault({ ...fault, factor });
            }}
            read={typedDecimal}
            value={fault.factor}
          />
          <FromFiles fault={fault} findings={findings} name={name} onFault={onFault} />
        </>
      );
    case 'measure-rounded':
      return (
        <>
          <Select
            label={`${name}: how`}
            onChoose={(how) => {
              onFault({ ...fault, how });
            }}
            options={optionsOf(ROUNDING_WORDS)}
            value={fault.how}
          />
          <Select
            label={`${name}: to`}
            onChoose={(digits) => {
              onFault({ ...fault, digits: Number(digits) });
            }}
            options={placesWith(fault.digits)}
            value={String(fault.digits)}
          />
          <FromFiles fault={fault} findings={findings} name={name} onFault={onFault} />
        </>
      );
    case 'measure-clipped':
      return (
        <>
          <ValueField
            className="w-28 text-right"
            label={`${name}: at`}
            onValue={(max: string) => {
              onFault({ ...fault, max });
            }}
            read={typedDecimal}
            value={fault.max}
          />
          <FromFiles fault={fault} findings={findings} name={name} onFault={onFault} />
        </>
      );
    case 'ties-broken-differently':
      return (
        <Select
          label={`${name}: which row`}
          onChoose={(keep) => {
            onFault({ ...fault, keep });
          }}
          options={[
            { value: 'earlier', text: 'the first to arrive' },
            { value: 'later', text: 'the last to arrive' },
          ]}
          value={fault.keep}
        />
      );
    case 'rows-filtered':
      return <FilterFields fault={fault} findings={findings} name={name} onFault={onFault} />;
    case 'file-not-loaded':
    case 'file-partially-loaded':
    case 'late-rows-dropped':
    case 'new-keys-ignored':
    case 'largest-version-wins':
    case 'version-compared-as-text':
    case 'smallest-version-wins':
    case 'first-row-wins':
    case 'last-row-wins':
    case 'largest-measure-wins':
    case 'largest-of-each-column':
    case 'zeros-ignored':
    case 'versions-summed':
    case 'duplicates-kept':
    case 'rows-not-exported':
      return null;
    default:
      return assertNever(fault);
  }
}

function SwapFields({ fault, findings, name, onFault }: FaultFieldsProps<FaultOf<'columns-swapped'>>) {
  const options = swappable(findings).map((column) => ({ value: column, text: column }));
  const [left, right] = fault.columns;
  return (
    <>
      <Select
        label={`${name}: the one`}
        onChoose={(column) => {
          onFault({ ...fault, columns: [column, column === right ? left : right] });
        }}
        options={options}
        value={left}
      />
      <Select
        label={`${name}: the other`}
        onChoose={(column) => {
          onFault({ ...fault, columns: [column === left ? right : left, column] });
        }}
        options={options}
        value={right}
      />
      <FromFiles fault={fault} findings={findings} name={name} onFault={onFault} />
    </>
  );
}

function FilterFields({ fault, findings, name, onFault }: FaultFieldsProps<FaultOf<'rows-filtered'>>) {
  return (
    <>
      <Select
        label={`${name}: column`}
        onChoose={(column) => {
          if (column !== fault.column) onFault({ ...fault, column, value: firstBound(findings, column) });
        }}
        options={findings.columns.map((column) => ({ value: column.name, text: column.name }))}
        value={fault.column}
      />
      <Select
        label={`${name}: comparison`}
        onChoose={(operator) => {
          onFault({ ...fault, operator });
        }}
        options={optionsOf(OPERATOR_WORDS)}
        value={fault.operator}
      />
      <ValueField
        className="w-24"
        key={fault.column}
        label={`${name}: value`}
        onValue={(value: string) => {
          onFault({ ...fault, value });
        }}
        read={(text) => typedBound(text, typeOf(findings, fault.column))}
        value={fault.value}
      />
      <Select
        label={`${name}: when`}
        onChoose={(stage) => {
          onFault({ ...fault, stage });
        }}
        options={optionsOf(STAGE_WORDS)}
        value={fault.stage}
      />
    </>
  );
}

/** From which files the rows are that have the fault; none chosen means all. */
function FromFiles({ fault, findings, name, onFault }: FaultFieldsProps<FilesFault>) {
  const files = deltasOf(findings);
  if (files.length < 2) return null;
  return (
    <NameChips
      chosen={fault.files ?? files}
      label={`${name}: in rows from which files`}
      names={files}
      onChoose={(chosen) => {
        const all = chosen.length === 0 || chosen.length === files.length;
        onFault(inRowsOf(fault, all ? null : chosen));
      }}
    />
  );
}

function typeOf(findings: Findings, column: string): Findings['columns'][number]['type'] {
  return findings.columns.find(({ name }) => name === column)?.type ?? 'text';
}

function firstBound(findings: Findings, column: string): string {
  const newest = findings.inputs.find(({ role }) => role === 'delta')?.versions?.max;
  return column === findings.mapping.version && newest !== undefined ? newest : '0';
}

function optionsOf<T extends string>(words: Readonly<Record<T, string>>): { value: T; text: string }[] {
  return (Object.entries(words) as [T, string][]).map(([value, text]) => ({ value, text }));
}

const ALTERATION_WORDS: Readonly<Record<KeyAlteration, string>> = {
  'leading-zeros': '007 becomes 7',
  whitespace: 'white space is cut',
  case: 'A becomes a',
  'upper-case': 'a becomes A',
  'float-precision': 'kept as a float, last digits lost',
  'fifteen-digits': 'fifteen digits kept, as a spreadsheet does',
  'decimal-point': '123 becomes 123.0',
};

const ROUNDING_WORDS: Readonly<Record<Rounding, string>> = {
  cut: 'cut',
  'half-up': 'to the nearest, halves up',
  'half-even': 'to the nearest, halves to even',
  down: 'down',
  up: 'up',
};

const OPERATOR_WORDS: Readonly<Record<FilterOperator, string>> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
};

const STAGE_WORDS: Readonly<Record<FaultOf<'rows-filtered'>['stage'], string>> = {
  arrival: 'on arrival: an older row wins',
  load: 'at load: the key is left out',
};

const PLACES: Readonly<Record<string, string>> = {
  '-3': 'to thousands',
  '-2': 'to hundreds',
  '-1': 'to tens',
  '0': 'to whole numbers',
  '1': 'to 1 decimal',
  '2': 'to 2 decimals',
  '3': 'to 3 decimals',
};

function placesWith(digits: number): { value: string; text: string }[] {
  const places = [-3, -2, -1, 0, 1, 2, 3];
  return [...places, ...(places.includes(digits) ? [] : [digits])].map((place) => ({
    value: String(place),
    text: PLACES[String(place)] ?? `to ${place} decimals`,
  }));
}
