import { type ReplayEvent, type ReplaySetting, sameSetting, settingOf } from '@/lib/case/replay/setting';
import type { Shown } from '@/lib/case/replay/shown';
import type { Findings, Side } from '@/lib/core/findings/findings';
import { possessive } from '@/lib/core/phrases/phrases';
import { Button } from '../ui/Button';

interface PresetsProps {
  readonly findings: Findings;
  readonly shown: Shown;
  readonly setting: ReplaySetting;
  readonly onChange: (event: ReplayEvent) => void;
}

/** Settings worth going back to: no fault, and what was found on each side. */
export function Presets({ findings, shown, setting, onChange }: PresetsProps) {
  const presets = [
    { text: 'As it should be', faults: [] },
    ...(['ours', 'theirs'] as const).flatMap((side) => {
      const faults = settingOf(findings, side);
      return faults.length === 0 ? [] : [{ text: presetText(shown.findings(findings), side, faults.length), faults }];
    }),
  ];
  return (
    <fieldset className="flex flex-wrap gap-2 print:hidden">
      <legend className="sr-only">Set the switches</legend>
      {presets.map(({ text, faults }) => {
        const standing = sameSetting(setting, faults);
        return (
          <Button
            aria-pressed={standing}
            className={standing ? 'border-ink font-medium' : undefined}
            key={text}
            onClick={() => {
              onChange({ type: 'set', faults });
            }}
          >
            {text}
          </Button>
        );
      })}
    </fieldset>
  );
}

function presetText({ labels, sides }: Findings, side: Side, causes: number): string {
  const whose = possessive(labels[side]);
  if (!sides[side]?.proved) return `${whose} best explanation`;
  return `${whose} ${causes === 1 ? 'cause' : 'causes'}`;
}
