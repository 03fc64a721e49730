import type { FuzzTarget } from './target';

/** What `npm run fuzz` did with one target, every law of which held. */
export interface FuzzRun {
  readonly target: FuzzTarget;
  readonly executions: number;
  /** Milliseconds of the slowest. */
  readonly slowest: number;
}

/** The table of the repository, as Markdown. */
export function trustTable(runs: readonly FuzzRun[]): string {
  const rows = runs.map(
    ({ target, executions, slowest }) =>
      `| ${target.name} | ${target.given} | ${target.heldTo} | ${executions.toLocaleString('en')} | 0 | ${Math.ceil(slowest).toLocaleString('en')} ms |`,
  );
  return `# What was tried

Written by \`npm run fuzz -- --write\`; ten thousand executions of the same run with every \`npm test\`.

## Inputs

A law that breaks is a crash, a hang, a cell that differs in silence, a row lost without a rejection, or a result that
depends on the pieces in which bytes come. The first ends the run, so that none stands here.

| target | given | held to | executions | laws broken | slowest |
| --- | --- | --- | --: | --: | --: |
${rows.join('\n')}
`;
}
