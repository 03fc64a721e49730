'use client';

import { useState } from 'react';
import type { OpenCase } from '@/lib/case/open/state';
import type { Findings } from '@/lib/core/findings/findings';
import { QuietButton } from '../ui/Button';
import { ColumnsDialog } from './ColumnsDialog';
import { hiddenWords } from './hidden-words';
import { SideHeading } from './SideHeading';
import { UnitField } from './UnitField';

interface ColumnsSectionProps {
  readonly opened: OpenCase;
  readonly findings: Findings | null;
}

/** How the columns are used; what a tolerance hides always stands here. */
export function ColumnsSection({ opened, findings }: ColumnsSectionProps) {
  const [editing, setEditing] = useState(false);
  const { mapping } = opened.setup;
  const tolerated = Object.entries(mapping.tolerances).filter(([, tolerance]) => Number(tolerance) > 0);
  const conditions = findings?.conditions.map(({ name }) => name) ?? [];
  const uses = [
    ['key', mapping.key.join(', ')],
    ['measure', mapping.measure],
    ['version', mapping.version ?? 'none: the last arrival wins'],
    ['compared', mapping.attributes.join(', ')],
    [
      'in deltas',
      conditions.length === 0 ? '' : `${conditions.join(', ')}: not compared, but rows are told apart by it`,
    ],
    ['ignored', mapping.ignored.filter((name) => !conditions.includes(name)).join(', ')],
  ] as const;
  return (
    <section aria-label="Columns">
      <SideHeading text="Columns">
        <QuietButton
          aria-label="Change the columns"
          className="-my-1 print:hidden"
          onClick={() => {
            setEditing(true);
          }}
        >
          Change
        </QuietButton>
      </SideHeading>
      <dl className="grid grid-cols-[68px_minmax(0,1fr)] gap-x-2.5 gap-y-1">
        {uses.map(([use, columns]) =>
          columns === '' && (use === 'ignored' || use === 'in deltas') ? null : (
            <div className="contents [&>*]:self-baseline" key={use}>
              <dt className="text-mut">{use}</dt>
              <dd className="break-words">
                {columns === '' ? 'none' : columns}
                {use === 'measure' && columns !== '' ? <UnitField className="ml-2" opened={opened} /> : null}
              </dd>
            </div>
          ),
        )}
      </dl>
      {tolerated.map(([column, tolerance]) => (
        <p className="num mt-2 text-warn" key={column}>
          {column}: up to {tolerance} counts as equal. {hiddenWords(findings, column)}
        </p>
      ))}
      {editing ? (
        <ColumnsDialog
          findings={findings}
          onClose={() => {
            setEditing(false);
          }}
          opened={opened}
        />
      ) : null}
    </section>
  );
}
