'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Findings } from '@/lib/core/findings/findings';
import type { Investigator } from '@/lib/engine/investigator';
import { Planter, type PlantState } from './planter';
import { ReplayRunner, type ReplaySnapshot } from './runner';
import { firstSetting, type ReplayEvent, type ReplaySetting, reduceSetting } from './setting';

export type { ReplayOutcome } from '@/lib/engine/investigator';

/** What the replay needs of the engine. */
export type ReplayEngine = Pick<Investigator, 'replay' | 'plant'>;

interface Replay {
  readonly setting: ReplaySetting;
  /** Whether a person has touched the switches since these findings came. */
  readonly touched: boolean;
  readonly change: (event: ReplayEvent) => void;
  readonly snapshot: ReplaySnapshot;
}

/** The switches, and what the pipeline gives as they stand. They begin with the verdict, and again when it changes. */
export function useReplay(engine: ReplayEngine, findings: Findings): Replay {
  // Told in other words it is the same investigation.
  const { evidence } = findings;
  const [held, hold] = useState<{ readonly of: unknown; readonly setting: ReplaySetting } | null>(null);
  const touched = held !== null && held.of === evidence;
  const setting = touched ? held.setting : firstSetting(findings);
  const runner = useMemo(() => new ReplayRunner(engine), [engine]);
  useEffect(() => {
    runner.ask(setting, evidence);
  }, [runner, evidence, setting]);
  useEffect(() => runner.stop, [runner]);
  return {
    setting,
    touched,
    change: (event) => {
      hold((before) => ({
        of: evidence,
        setting: reduceSetting(before?.of === evidence ? before.setting : firstSetting(findings), event),
      }));
    },
    snapshot: useSyncExternalStore(runner.subscribe, runner.snapshot, runner.snapshot),
  };
}

/** A fault planted into the case as it was investigated; new findings forget it. */
export function usePlanter(engine: ReplayEngine, { evidence }: Findings): readonly [PlantState, Planter] {
  const planter = useMemo(() => new Planter(engine), [engine]);
  useEffect(() => {
    planter.about(evidence);
  }, [planter, evidence]);
  useEffect(() => planter.stop, [planter]);
  return [useSyncExternalStore(planter.subscribe, planter.state, planter.state), planter];
}
