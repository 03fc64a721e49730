import type { ReplayEvent, ReplaySetting } from '@/lib/case/replay/setting';
import type { Shown } from '@/lib/case/replay/shown';
import type { ReplaySwitch } from '@/lib/case/replay/switches';
import type { Findings } from '@/lib/core/findings/findings';
import { FaultFields } from './FaultFields';

interface FaultSwitchProps {
  readonly of: ReplaySwitch;
  readonly findings: Findings;
  readonly shown: Shown;
  readonly setting: ReplaySetting;
  readonly onChange: (event: ReplayEvent) => void;
}

/** One fault, off or on; on, with its parameters. A setting may hold it several times, as for different files. */
export function FaultSwitch({ of: { text, start }, findings, shown, setting, onChange }: FaultSwitchProps) {
  const code = start.fault;
  const held = setting.flatMap((fault, at) => (fault.fault === code ? [{ fault, at }] : []));
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-y-1 py-0.5">
      <label className="flex min-w-0 items-center gap-2">
        <input
          checked={held.length > 0}
          className="size-4 shrink-0 accent-ink"
          onChange={(event) => {
            onChange(event.target.checked ? { type: 'added', fault: start } : { type: 'removed', code });
          }}
          type="checkbox"
        />
        <span className="min-w-0">{text}</span>
      </label>
      {held.map(({ fault, at }) => (
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 pl-6 empty:hidden" key={at}>
          <FaultFields
            fault={fault}
            findings={findings}
            name={text}
            onFault={(changed) => {
              onChange({ type: 'changed', at, fault: changed });
            }}
            shown={shown}
          />
        </div>
      ))}
    </div>
  );
}
