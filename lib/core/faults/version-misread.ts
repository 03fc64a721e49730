import { type VersionForm, versionForms } from '../findings/fault-parameters';
import type { Findings } from '../findings/findings';
import { canMisread, misreadVersions } from '../pipeline/misread-version';
import type { Clues } from './clues';
import type { FaultModule } from './fault-module';

const FORMS: Readonly<Record<VersionForm, string>> = {
  'month-first': 'the month first where it can be',
  'day-first': 'the day first where it can be',
  seconds: 'cut to the second',
  'no-offset': 'without its offset',
};

/** `version-misread`: the version is read under another form before rows are compared by it; what stands in the table stays as it is. */
export const versionMisread: FaultModule<'version-misread'> = {
  code: 'version-misread',
  parameters: [{ name: 'form', kind: 'choice', label: 'how it is read', options: FORMS }],
  changes: ({ form }) => [{ change: 'misread-version', form }],
  switch: {
    stage: 'dedupe',
    text: ({ columns }) => `${columns.version} is read otherwise`,
    start: (findings) => {
      const form = likelyForm(findings);
      return form === null ? null : { fault: 'version-misread', form };
    },
  },
  /** Readings under which rows that stand outrank those that should. */
  suggest(clues) {
    const { dataset, pipeline, residual } = clues;
    const { rule } = pipeline;
    if (residual.length === 0 || pipeline.versionForm !== null) return [];
    if (rule !== 'largest-version' && rule !== 'smallest-version') return [];
    return versionForms
      .filter((form) => canMisread(dataset, form) && putsRight(clues, form, rule === 'largest-version' ? 1 : -1))
      .map((form) => ({ fault: 'version-misread', form }));
  },
  probes: (dataset) =>
    versionForms.filter((form) => canMisread(dataset, form)).map((form) => ({ fault: 'version-misread', form })),
};

function putsRight({ dataset, pipeline, residual, source, replayed }: Clues, form: VersionForm, sign: 1 | -1): boolean {
  const { rows, columns } = pipeline;
  const versions = columns[dataset.version];
  if (!versions || versions !== rows.columns[dataset.version]) return false;
  const misread = misreadVersions(dataset, rows, versions, form);
  return residual.some((k) => {
    const [s, w] = [source[k] as number, replayed.winner[k] as number];
    if (s === -1 || w === -1 || s === w) return false;
    const [stands, should] = [(misread[s] as number) * sign, (misread[w] as number) * sign];
    return stands > should || (stands === should && versions[s] !== versions[w]);
  });
}

function likelyForm({ premises, mapping }: Findings): VersionForm | null {
  const order = premises.find((premise) => premise.code === 'version-order' && premise.column === mapping.version);
  if (order?.code !== 'version-order' || order.as !== 'date') return null;
  if (order.form === 'day-month-year') return 'month-first';
  return order.form === 'month-day-year' ? 'day-first' : 'seconds';
}
