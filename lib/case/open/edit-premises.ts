import type { PremiseChoices, Setup } from '@/lib/core/setup';

/** What a person says of the files' meaning. Every function returns a new set-up; taken back, it is the one before. */

/** @param choice undefined: nothing is said, and the files decide */
export function withPremise<K extends keyof PremiseChoices>(setup: Setup, name: K, choice: PremiseChoices[K]): Setup {
  const { premises: before = {}, ...rest } = setup;
  if (JSON.stringify(before[name]) === JSON.stringify(choice)) return setup;
  const others = Object.entries(before).filter(([other]) => other !== name);
  const premises: PremiseChoices = Object.fromEntries(choice === undefined ? others : [...others, [name, choice]]);
  return Object.keys(premises).length === 0 ? rest : { ...rest, premises };
}

/** Lines of a file that were set aside are data, or are no data again. */
export function withDataLines(setup: Setup, id: number, lines: readonly number[], data: boolean): Setup {
  const said = setup.premises?.dataLines ?? {};
  const others = (said[id] ?? []).filter((line) => !lines.includes(line));
  const now = data ? [...others, ...lines].sort((a, b) => a - b) : others;
  const files = Object.entries(said).filter(([other]) => other !== String(id));
  const all = now.length === 0 ? files : [...files, [String(id), now] as const];
  return withPremise(setup, 'dataLines', all.length === 0 ? undefined : Object.fromEntries(all));
}

type Given = NonNullable<PremiseChoices['given']>[number];

/** Whether a use of columns counts as said by the person. */
export function withGiven(setup: Setup, use: Given, given: boolean): Setup {
  const before = setup.premises?.given ?? [];
  if (before.includes(use) === given) return setup;
  const now = given ? [...before, use] : before.filter((other) => other !== use);
  return withPremise(setup, 'given', now.length === 0 ? undefined : now);
}
