'use client';

import { useMemo, useState } from 'react';
import { shownUnder } from '@/lib/case/replay/shown';
import { type ReplayEngine, useReplay } from '@/lib/case/replay/use-replay';
import { replaySentence } from '@/lib/case/replay/words';
import { inputLine } from '@/lib/charts/input-line';
import type { Findings } from '@/lib/core/findings/findings';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { describeProblem } from '@/lib/core/words/problem';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Outcome } from './Outcome';
import { Plant } from './Plant';
import { Presets } from './Presets';
import { Stages } from './Stages';

interface ReplayProps {
  readonly engine: ReplayEngine;
  readonly findings: Findings;
  /** What the page shows keys and people under; null: as they are. */
  readonly mask: Mask | null;
  readonly caseName: string;
  /** As it is to be read: "22 Nov 2026". */
  readonly date: string;
}

/** The pipeline as switches, and at once what it gives with them as they stand. */
export default function Replay({ engine, findings, mask, caseName, date }: ReplayProps) {
  const { setting, touched, change, snapshot } = useReplay(engine, findings);
  const [all, setAll] = useState(false);
  const { outcome, pending, problem } = snapshot;
  const shown = useMemo(() => shownUnder(mask, findings), [mask, findings]);
  const told = useMemo(() => shown.findings(findings), [shown, findings]);
  const sentence = outcome
    ? replaySentence({ ...outcome, faults: shown.faults(outcome.faults) }, told)
    : 'Replay the pipeline';

  return (
    <section aria-label="Replay the pipeline" className="min-w-0" data-panel="">
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t-2 border-ink pt-2 pb-3">
        <div className="min-w-0 flex-1 basis-80">
          <p className="text-xs text-mut">Replay the pipeline</p>
          <h3 className="num min-h-10 max-w-[68ch] text-md leading-5 font-semibold">{sentence}</h3>
        </div>
        <Presets findings={findings} onChange={change} setting={setting} shown={shown} />
      </header>
      <p className="sr-only" role="status">
        {touched && !pending && outcome ? `${sentence}.` : ''}
      </p>
      {problem ? <Notice {...describeProblem(problem)} /> : null}
      <div className="grid grid-cols-1 gap-x-10 lg:grid-cols-[minmax(0,1fr)_272px]">
        <Outcome findings={told} outcome={outcome} pending={pending} />
        <div className="min-w-0">
          <Stages all={all} findings={findings} onChange={change} setting={setting} shown={shown} />
          <Button
            aria-expanded={all}
            className="mt-3 print:hidden"
            onClick={() => {
              setAll(!all);
            }}
          >
            {all ? 'Fewer faults' : 'More faults'}
          </Button>
        </div>
      </div>
      <Plant engine={engine} findings={findings} setting={setting} shown={shown} />
      <footer className="mt-4 text-2xs text-mut">{[caseName, date, inputLine(told)].join(' · ')}</footer>
    </section>
  );
}
