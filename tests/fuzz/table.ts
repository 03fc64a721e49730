import type { InjectedFault } from '../support/faults-table';
import type { FuzzTarget } from './target';

/** What `npm run fuzz` did with one target, every law of which held. */
export interface FuzzRun {
  readonly target: FuzzTarget;
  readonly executions: number;
  /** Milliseconds of the slowest. */
  readonly slowest: number;
}

/** The table of the repository, as Markdown, of its two parts. */
export function trustTable(inputs: string, faults: string): string {
  return `# What was tried

Written by \`npm run fuzz -- --write\`.

${inputs}
${faults}`;
}

/** The part of the table that begins with a heading and ends before the next one. */
export function partOf(table: string, heading: 'Inputs' | 'Faults'): string {
  const [, part = ''] = table.split(`## ${heading}\n`);
  const [own = ''] = part.split('\n## ');
  return `## ${heading}\n${own}`;
}

export function inputsPart(runs: readonly FuzzRun[]): string {
  const rows = runs.map(
    ({ target, executions, slowest }) =>
      `| ${target.name} | ${target.given} | ${target.heldTo} | ${executions.toLocaleString('en')} | 0 | ${Math.ceil(slowest).toLocaleString('en')} ms |`,
  );
  return `## Inputs

The last long run; ten thousand executions of the same are part of \`npm test\`. A law that breaks is a crash, a hang, a
cell that differs in silence, a row lost without a rejection, or a result that depends on the pieces in which bytes come.
The first ends the run, so that none stands here.

| target | given | held to | executions | laws broken | slowest |
| --- | --- | --- | --: | --: | --: |
${rows.join('\n')}
`;
}

export function faultsPart(faults: readonly InjectedFault[]): string {
  const rows = faults.map(
    ({ fault, stage, seen, file, test }) => `| ${fault} | ${stage} | ${seen} | [${file}](${file}): ${test} … |`,
  );
  return `## Faults

Each is injected by a test, whose name begins as it stands here; it runs with \`npm test\`. Nothing is lost in any of
them, and nothing is called proved that is not.

| fault | at | what is seen then | test |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
