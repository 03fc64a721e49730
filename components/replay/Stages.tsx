import { chosenRule, type ReplayEvent, type ReplaySetting } from '@/lib/case/replay/setting';
import type { Shown } from '@/lib/case/replay/shown';
import { type ReplaySwitch, replayFiles, replayRules, replaySwitches, stages } from '@/lib/case/replay/switches';
import type { Stage } from '@/lib/core/faults/fault-module';
import type { Findings } from '@/lib/core/findings/findings';
import { Select } from '../ui/Select';
import { ArrivingFile } from './ArrivingFile';
import { FaultSwitch } from './FaultSwitch';

interface StagesProps {
  readonly findings: Findings;
  readonly shown: Shown;
  readonly setting: ReplaySetting;
  /** Whether rare faults are shown too; those that are switched on always are. */
  readonly all: boolean;
  readonly onChange: (event: ReplayEvent) => void;
}

const STAGE_WORDS: Readonly<Record<Stage, { readonly name: string; readonly what: string }>> = {
  arrive: { name: 'Arrive', what: 'which rows come in' },
  read: { name: 'Read', what: 'what is made of them' },
  dedupe: { name: 'Dedupe', what: 'which row of a key stands' },
  load: { name: 'Load', what: 'what reaches the table' },
};

/** The pipeline's stages in their order, each with what can go wrong in it. */
export function Stages({ findings, shown, setting, all, onChange }: StagesProps) {
  const switches = replaySwitches(findings);
  const files = replayFiles(findings);
  const isOn = ({ start }: ReplaySwitch) => setting.some((fault) => fault.fault === start.fault);
  return (
    <div className="border-b border-line max-lg:[&_:is(input,select,button)]:scroll-mt-36">
      {stages.map((stage) => (
        <fieldset
          className="grid grid-cols-1 gap-x-4 border-t border-line py-2 sm:grid-cols-[112px_minmax(0,1fr)]"
          key={stage}
        >
          <legend className="sr-only">
            {STAGE_WORDS[stage].name}: {STAGE_WORDS[stage].what}
          </legend>
          <div aria-hidden="true" className="py-1 max-sm:flex max-sm:gap-2">
            <p className="font-semibold">{STAGE_WORDS[stage].name}</p>
            <p className="text-xs leading-5 text-mut">{STAGE_WORDS[stage].what}</p>
          </div>
          <div className="min-w-0">
            {stage === 'arrive'
              ? files.map(({ file, rows }, index) => (
                  <ArrivingFile
                    file={file}
                    index={index}
                    key={file}
                    name={shown.name(file)}
                    of={rows}
                    onArrives={(arriving) => {
                      const order = files.map((other) => other.file);
                      onChange({ type: 'arrives', file, rows: arriving, of: rows, order });
                    }}
                    setting={setting}
                  />
                ))
              : null}
            {stage === 'dedupe' ? <RuleChoice findings={findings} onChange={onChange} setting={setting} /> : null}
            {switches
              .filter((candidate) => candidate.stage === stage && (all || candidate.frequent || isOn(candidate)))
              .map((candidate) => (
                <FaultSwitch
                  findings={findings}
                  key={candidate.start.fault}
                  of={candidate}
                  onChange={onChange}
                  setting={setting}
                  shown={shown}
                />
              ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

function RuleChoice({ findings, setting, onChange }: Omit<StagesProps, 'all' | 'shown'>) {
  const rules = replayRules(findings);
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3 py-0.5">
      <Select
        label="Which row of a key stands"
        onChoose={(value) => {
          onChange({ type: 'ruled', rule: rules.find(({ rule }) => value === (rule ?? ''))?.rule ?? null });
        }}
        options={rules.map(({ rule, text }) => ({ value: rule ?? '', text }))}
        value={chosenRule(setting) ?? ''}
      />
      <span className="text-xs text-mut">{chosenRule(setting) === null ? 'as it should be' : ''}</span>
    </div>
  );
}
