'use client';

import { useId, useState } from 'react';
import { type PremiseControl, type PremiseLine, premiseLines } from '@/lib/case/open/premise-lines';
import type { OpenCase } from '@/lib/case/open/state';
import { useCaseStore } from '@/lib/case/open/use-case';
import { assertNever } from '@/lib/core/assert-never';
import type { Findings } from '@/lib/core/findings/findings';
import { formatCount } from '@/lib/core/phrases/amounts';
import { capitalised } from '@/lib/core/phrases/phrases';
import { tellPremises } from '@/lib/core/words/premises';
import { ColumnsDialog } from '../intake/ColumnsDialog';
import { HeaderLineField } from '../intake/HeaderLineField';
import { UnitField } from '../intake/UnitField';
import { QuietButton } from '../ui/Button';
import { cx } from '../ui/cx';
import { CircleDashed } from '../ui/icons';
import { Select } from '../ui/Select';

interface PremisesProps {
  /** As they are shown, masked or not. */
  readonly findings: Findings;
  readonly opened: OpenCase;
}

/** Lines that are shown before the rest is asked for; what is assumed always is. */
const FIRST = 4;
const QUIET_FIELD = 'min-h-6 py-0 text-xs';
const QUIET_BUTTON = '-ml-1 underline decoration-field underline-offset-4 sm:-mr-1 sm:ml-0';

/** What the files were taken to mean, a line each: what was decided, what settled it, and a way to decide otherwise. */
export function Premises({ findings, opened }: PremisesProps) {
  const id = useId();
  const [all, setAll] = useState(false);
  const [columns, setColumns] = useState(false);
  const lines = premiseLines(findings, tellPremises(findings), opened);
  if (lines.length === 0) return null;
  const assumed = lines.filter(({ mark }) => mark !== null).length;
  const shown = all ? lines : lines.slice(0, Math.max(FIRST, assumed));
  return (
    <section aria-labelledby={id} className="mt-7">
      <h2 className="mb-2 font-semibold" id={id}>
        What the files were taken to mean
      </h2>
      <ul className="text-[13.5px]">
        {shown.map((line) => (
          <li
            className="grid items-baseline gap-x-6 gap-y-1 border-t border-line py-1.5 sm:grid-cols-[minmax(0,1fr)_auto]"
            key={line.id}
          >
            <Said line={line} />
            {line.control ? (
              <div className="min-w-0 print:hidden">
                <Control
                  about={line.text}
                  control={line.control}
                  onColumns={() => {
                    setColumns(true);
                  }}
                  opened={opened}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {lines.length > Math.max(FIRST, assumed) ? (
        <QuietButton
          aria-expanded={all}
          className="-ml-1 print:hidden"
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? 'Fewer premises' : `All ${formatCount(lines.length)} premises`}
        </QuietButton>
      ) : null}
      {columns ? (
        <ColumnsDialog
          findings={findings}
          onClose={() => {
            setColumns(false);
          }}
          opened={opened}
        />
      ) : null}
    </section>
  );
}

function Said({ line: { text, settled, mark, otherwise } }: { readonly line: PremiseLine }) {
  return (
    <div className={cx('num min-w-0 [overflow-wrap:anywhere]', mark && 'border-l-2 border-dashed border-warn pl-2.5')}>
      <p>
        {mark ? (
          <strong className="mr-2 inline-flex items-center gap-1 align-[-1px] text-xs font-semibold text-warn">
            <CircleDashed size={13} strokeWidth={2.25} />
            {mark}
          </strong>
        ) : null}
        {text} <span className="text-mut">{capitalised(settled)}.</span>
      </p>
      {otherwise === null ? null : <p className="mt-0.5">{otherwise}</p>}
    </div>
  );
}

const encodings = [
  { value: '', text: 'as the file says', encoding: null },
  { value: 'utf-8', text: 'UTF-8', encoding: 'utf-8' },
  { value: 'windows-1252', text: 'windows-1252', encoding: 'windows-1252' },
] as const;

interface ControlProps {
  readonly control: PremiseControl;
  /** What it changes, for those who do not see the line. */
  readonly about: string;
  readonly opened: OpenCase;
  readonly onColumns: () => void;
}

function Control({ control, about, opened, onColumns }: ControlProps) {
  const store = useCaseStore();
  switch (control.kind) {
    case 'buttons':
      return (
        <div className="flex flex-wrap gap-x-3 sm:justify-end">
          {control.buttons.map(({ text, setup }) => (
            <QuietButton
              aria-label={`${text}: ${about}`}
              className={QUIET_BUTTON}
              key={text}
              onClick={() => {
                store.setUp(setup);
              }}
            >
              {text}
            </QuietButton>
          ))}
        </div>
      );
    case 'select':
      return (
        <Select
          className={QUIET_FIELD}
          label={control.label}
          onChoose={(value) => {
            const chosen = control.options.find((option) => option.value === value);
            if (chosen) store.setUp(chosen.setup);
          }}
          options={control.options}
          value={control.value}
        />
      );
    case 'header':
      return (
        <div className="flex flex-col gap-y-1 sm:items-end">
          {control.fields.map(({ files, line }) => (
            <HeaderLineField
              files={files}
              key={files.join()}
              line={line}
              named={control.fields.length > 1}
              onLine={(chosen) => {
                store.readHeaderAt(files, chosen);
              }}
            />
          ))}
        </div>
      );
    case 'encoding':
      return (
        <Select
          className={QUIET_FIELD}
          label={`Encoding of ${control.file}`}
          onChoose={(value) => {
            store.readEncoded(control.file, encodings.find(({ value: one }) => one === value)?.encoding ?? null);
          }}
          options={encodings}
          value={control.value ?? ''}
        />
      );
    case 'columns':
      return (
        <QuietButton aria-label={`Change the columns: ${about}`} className={QUIET_BUTTON} onClick={onColumns}>
          Change
        </QuietButton>
      );
    case 'unit':
      return <UnitField className={QUIET_FIELD} opened={opened} />;
    default:
      return assertNever(control);
  }
}
