'use client';

import { useId, useState } from 'react';
import { rejectedLines } from '@/lib/case/open/rejected';
import type { OpenCase } from '@/lib/case/open/state';
import { useCaseStore } from '@/lib/case/open/use-case';
import { missingAnywhere, missingFiles } from '@/lib/charts/missing-files';
import type { Findings } from '@/lib/core/findings/findings';
import type { IntakeFile } from '@/lib/core/intake/intake';
import { formatAmount } from '@/lib/core/phrases/amounts';
import { plural } from '@/lib/core/phrases/phrases';
import { mixedUnits } from '@/lib/core/words/mixed';
import { unitOf } from '@/lib/core/words/telling';
import { FileSwatch } from '../charts/FileSwatch';
import { IconButton } from '../ui/Button';
import { cx } from '../ui/cx';
import { EditableText } from '../ui/EditableText';
import { ChevronDown } from '../ui/icons';
import { FileDetails } from './FileDetails';

interface FileItemProps {
  readonly file: IntakeFile;
  readonly opened: OpenCase;
  readonly findings: Findings | null;
  /** Place in arrival order, 0-based; null for what is no delta. */
  readonly position: number | null;
}

/** One file: its look, name, rows and total; what else is known of it, and what can be done to it, on demand. */
export function FileItem({ file, opened, findings, position }: FileItemProps) {
  const store = useCaseStore();
  const id = useId();
  const [unfolded, setUnfolded] = useState(false);
  const role = opened.setup.roles[file.id] ?? 'ignored';
  const input = findings?.inputs.find((candidate) => candidate.file === file.file);
  const rejected = rejectedLines(file, findings);
  const side = role === 'ours' || role === 'theirs' ? role : null;
  // A side's name is of one file; of several that claim the side, each goes by its own.
  const contested = opened.intake.files.some(
    ({ id: other }) => other !== file.id && opened.setup.roles[other] === side,
  );
  const missing = position !== null && findings !== null && missingAnywhere(findings).has(file.file);
  const Tag = position === null ? 'li' : 'div';

  return (
    <Tag className="border-t border-line py-[7px]">
      <div className="grid grid-cols-[10px_minmax(0,1fr)_auto] items-start gap-x-2.5">
        <span className="flex h-5 items-center">
          {position === null ? (
            <span
              className={cx(
                'size-2.5 rounded-[1px]',
                side === 'ours' && 'bg-ours',
                side === 'theirs' && 'bg-theirs',
                !side && 'border border-field',
              )}
            />
          ) : (
            <FileSwatch index={position} missing={missing} />
          )}
        </span>
        <div className="min-w-0">
          <p className="truncate leading-5 font-medium" title={file.file}>
            {side && !contested ? (
              <EditableText
                label={side === 'ours' ? 'Name of the vendor’s side' : 'Name of the customer’s side'}
                onCommit={(name) => {
                  store.relabel(side, name);
                }}
                value={opened.setup.labels[side]}
              />
            ) : (
              file.file
            )}
          </p>
          <p className="num leading-5 text-mut">{plural(file.rows, 'row', 'rows')}</p>
          {position !== null && file.rows === 0 && rejected === 0 ? (
            <p className="font-medium text-warn">came empty: a header and no rows</p>
          ) : null}
          {rejected > 0 ? (
            <p className="num font-medium text-warn">{plural(rejected, 'line', 'lines')} rejected</p>
          ) : null}
        </div>
        <div className="flex h-5 items-center gap-0.5">
          <span className="num">{input && findings ? totalIn(findings, input.total) : ''}</span>
          <IconButton
            aria-controls={unfolded ? id : undefined}
            aria-expanded={unfolded}
            className="-mr-1.5 size-6 print:hidden"
            label={`Details of ${file.file}`}
            onClick={() => {
              setUnfolded(!unfolded);
            }}
          >
            <ChevronDown className={cx('transition-transform', unfolded && 'rotate-180')} size={14} />
          </IconButton>
        </div>
      </div>
      {missing ? <p className="ml-5 font-medium text-gap">{noEffect(findings, file.file)}</p> : null}
      {unfolded ? (
        <div id={id}>
          <FileDetails file={file} findings={findings} opened={opened} position={position} />
        </div>
      ) : null}
    </Tag>
  );
}

/** Empty where the amounts are in several currencies. */
function totalIn(findings: Findings, total: string): string {
  return mixedUnits(findings) === null ? formatAmount(total, unitOf(findings)) : '';
}

function noEffect(findings: Findings, file: string): string {
  const { ours, theirs } = findings.labels;
  const sides = [
    ...(missingFiles(findings, 'ours').has(file) ? [ours] : []),
    ...(missingFiles(findings, 'theirs').has(file) ? [theirs] : []),
  ];
  return `no effect in ${sides.join(' and ')}`;
}
