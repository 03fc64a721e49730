'use client';

import { useId, useState } from 'react';
import { tellPlant } from '@/lib/case/replay/planted';
import type { PlantState } from '@/lib/case/replay/planter';
import type { ReplaySetting } from '@/lib/case/replay/setting';
import type { Shown } from '@/lib/case/replay/shown';
import { type ReplayEngine, usePlanter } from '@/lib/case/replay/use-replay';
import { assertNever } from '@/lib/core/assert-never';
import type { Findings, Side } from '@/lib/core/findings/findings';
import { possessive } from '@/lib/core/phrases/phrases';
import { describeProblem } from '@/lib/core/words/problem';
import { labelOf } from '@/lib/core/words/tell-fault';
import { tellingOf } from '@/lib/core/words/telling';
import { Button } from '../ui/Button';
import { cx } from '../ui/cx';
import { Notice } from '../ui/Notice';
import { Select } from '../ui/Select';

interface PlantProps {
  readonly engine: ReplayEngine;
  readonly findings: Findings;
  readonly shown: Shown;
  readonly setting: ReplaySetting;
}

/** Breaks one table in memory as the switches stand, and shows whether the engine finds out. */
export function Plant({ engine, findings, shown, setting }: PlantProps) {
  const id = useId();
  const [state, planter] = usePlanter(engine, findings);
  const given = (['ours', 'theirs'] as const).filter((side) => findings.sides[side] !== null);
  const [wished, setSide] = useState<Side>('ours');
  const side = given.includes(wished) ? wished : (given[0] ?? 'ours');
  const told = shown.findings(findings);
  const searching = state.status === 'searching';
  return (
    <section aria-labelledby={id} className="mt-6 border-t border-line pt-3">
      <h4 className="font-semibold" id={id}>
        Plant a fault
      </h4>
      <p className="max-w-[72ch] text-sm text-mut">
        One table is broken on purpose, in memory, as the switches stand; then the files are investigated afresh. The
        open case stays as it is.
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2 print:hidden">
        {given.length > 1 ? (
          <Select
            label="Which table is broken"
            onChoose={setSide}
            options={given.map((value) => ({ value, text: `in ${possessive(told.labels[value])} table` }))}
            value={side}
          />
        ) : null}
        <Button
          disabled={setting.length === 0 || searching}
          onClick={() => {
            void planter.plant(side, setting);
          }}
        >
          Plant and investigate
        </Button>
        {searching ? <Button onClick={planter.stop}>Stop</Button> : null}
        <span className="min-w-0 text-sm text-mut">
          {setting.length === 0 ? 'Switch a fault on first.' : plantedWords(shown.faults(setting), told, side)}
        </span>
      </div>
      <div role="status">
        <Result labels={told.labels} shown={shown} state={state} />
      </div>
    </section>
  );
}

interface ResultProps {
  readonly labels: Findings['labels'];
  readonly shown: Shown;
}

function Result({ state, ...told }: ResultProps & { readonly state: PlantState }) {
  switch (state.status) {
    case 'idle':
      return null;
    case 'searching':
      return <p className="mt-3 text-sm text-mut">Searching…</p>;
    case 'failed':
      return (
        <div className="mt-3">
          <Notice {...describeProblem(state.problem)} />
        </div>
      );
    case 'found':
      return <Found {...told} state={state} />;
    default:
      return assertNever(state);
  }
}

function Found({
  state: { side, faults, findings: found, milliseconds },
  labels,
  shown,
}: ResultProps & { readonly state: Extract<PlantState, { status: 'found' }> }) {
  const named = { ...shown.findings(found), labels };
  const planted = shown.faults(faults);
  const told = tellPlant(named, side, planted);
  if (!told) return null;
  const facts = [
    { name: 'Planted', text: `in ${possessive(labels[side])} table: ${plantedWords(planted, named, side)}` },
    { name: 'Found', text: told.headline },
    { name: 'Replayed', text: `${told.reproduced}, ${told.stateLabel.toLowerCase()}` },
    { name: 'Took', text: `${(milliseconds / 1000).toFixed(milliseconds < 100 ? 2 : 1)} s on this machine` },
  ];
  return (
    <div className="mt-3 max-w-[80ch]">
      <p className={cx('font-medium', told.judgement === 'not-found' ? 'text-warn' : 'text-ok')}>{told.judged}</p>
      <dl className="num mt-1 text-sm">
        {facts.map(({ name, text }) => (
          <div className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-3 border-t border-line py-1.5" key={name}>
            <dt className="text-mut">{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function plantedWords(setting: ReplaySetting, findings: Findings, side: Side): string {
  return setting.map((fault) => labelOf(fault, tellingOf(findings, side))).join('; ');
}
