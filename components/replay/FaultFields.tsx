import { type Field, fieldsOf } from '@/lib/case/replay/fields';
import type { Shown } from '@/lib/case/replay/shown';
import { assertNever } from '@/lib/core/assert-never';
import type { Fault } from '@/lib/core/findings/fault';
import type { Findings } from '@/lib/core/findings/findings';
import { Select } from '../ui/Select';
import { NameChips } from './NameChips';
import { ValueField } from './ValueField';

interface FaultFieldsProps {
  readonly fault: Fault;
  readonly findings: Findings;
  readonly shown: Shown;
  /** What the fields belong to: the switch's text. */
  readonly name: string;
  readonly onFault: (fault: Fault) => void;
}

/** The parameters of a fault that is switched on; nothing where it has none. */
export function FaultFields({ fault, findings, shown, name, onFault }: FaultFieldsProps) {
  return fieldsOf(fault, findings, shown).map((field) => (
    <FaultField
      field={field}
      key={`${field.label} ${field.kind === 'text' ? field.of : ''}`}
      name={name}
      onFault={onFault}
      shown={shown}
    />
  ));
}

interface FaultFieldProps extends Pick<FaultFieldsProps, 'name' | 'onFault' | 'shown'> {
  readonly field: Field;
}

function FaultField({ field, shown, name, onFault }: FaultFieldProps) {
  const label = `${name}: ${field.label}`;
  switch (field.kind) {
    case 'text':
      return (
        <ValueField
          className={field.numeric ? 'w-24 text-right' : 'w-28'}
          label={label}
          onValue={onFault}
          read={field.read}
          value={field.value}
        />
      );
    case 'choice':
      return (
        <Select
          label={label}
          onChoose={(value) => {
            if (value !== field.value) onFault(field.choose(value));
          }}
          options={field.options}
          value={field.value}
        />
      );
    case 'names':
      return (
        <NameChips
          chosen={field.chosen}
          label={label}
          names={field.names}
          onChoose={(chosen) => {
            onFault(field.choose(chosen));
          }}
          shown={shown.name}
        />
      );
    default:
      return assertNever(field);
  }
}
