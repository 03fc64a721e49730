'use client';

import { useState } from 'react';
import { withDeltaAt, withRole } from '@/lib/case/open/edit-setup';
import { rejectedLines } from '@/lib/case/open/rejected';
import type { OpenCase } from '@/lib/case/open/state';
import { useCaseStore } from '@/lib/case/open/use-case';
import type { Findings } from '@/lib/core/findings/findings';
import type { IntakeFile } from '@/lib/core/intake/intake';
import { formatCount } from '@/lib/core/phrases/amounts';
import { versionRange } from '@/lib/core/phrases/phrases';
import type { FileRole } from '@/lib/core/setup';
import { tellDialect, tellRoleReason } from '@/lib/core/words/intake';
import { Button, IconButton } from '../ui/Button';
import { ArrowDown, ArrowUp } from '../ui/icons';
import { Select } from '../ui/Select';
import { formatBytes } from './bytes';
import { RejectedLines } from './RejectedLines';

interface FileDetailsProps {
  readonly file: IntakeFile;
  /** Null until the files were compared. */
  readonly findings: Findings | null;
  /** Place in arrival order, 0-based; null for what is no delta. */
  readonly position: number | null;
  readonly opened: OpenCase;
}

const ROLES: readonly { readonly value: FileRole; readonly text: string }[] = [
  { value: 'delta', text: 'delta' },
  { value: 'ours', text: 'the vendor’s table' },
  { value: 'theirs', text: 'the customer’s table' },
  { value: 'ignored', text: 'left out' },
];

export function FileDetails({ file, findings, position, opened }: FileDetailsProps) {
  const { setup, intake } = opened;
  const store = useCaseStore();
  const [listing, setListing] = useState(false);
  const input = findings?.inputs.find((candidate) => candidate.file === file.file);
  const versions = input?.versions ?? null;
  const rejected = rejectedLines(file, findings);
  return (
    <div className="mt-2 flex flex-col gap-2 bg-soft p-3 text-xs">
      <Select
        label={`Role of ${file.file}`}
        onChoose={(role) => {
          store.setUp(withRole(setup, intake.files, file.id, role));
        }}
        options={ROLES}
        value={setup.roles[file.id] ?? 'ignored'}
      />
      <p className="text-mut">
        {setup.roles[file.id] === file.role
          ? `Taken for ${ROLES.find(({ value }) => value === file.role)?.text}: ${tellRoleReason(file.why)}.`
          : 'Role chosen by you.'}
      </p>
      <dl className="num grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        <dt className="text-mut">file</dt>
        <dd className="break-all">{file.file}</dd>
        {input ? (
          <>
            <dt className="text-mut">keys</dt>
            <dd>{formatCount(input.keys)}</dd>
          </>
        ) : null}
        {versions ? (
          <>
            <dt className="text-mut">versions</dt>
            <dd>
              {versions.min !== undefined && versions.max !== undefined
                ? `${versionRange(versions.min, versions.max)}, `
                : ''}
              {formatCount(versions.distinct)} distinct
            </dd>
          </>
        ) : null}
        <dt className="text-mut">rejected</dt>
        <dd>{formatCount(rejected)}</dd>
        <dt className="text-mut">read as</dt>
        <dd>
          {tellDialect(file.dialect)}, {formatBytes(file.bytes)}
        </dd>
      </dl>
      <div className="flex flex-wrap items-center gap-1">
        {position === null ? null : (
          <>
            <IconButton
              disabled={position === 0}
              label={`${file.file} arrives earlier`}
              onClick={() => {
                store.setUp(withDeltaAt(setup, file.id, position - 1));
              }}
            >
              <ArrowUp size={14} />
            </IconButton>
            <IconButton
              disabled={position === setup.order.length - 1}
              label={`${file.file} arrives later`}
              onClick={() => {
                store.setUp(withDeltaAt(setup, file.id, position + 1));
              }}
            >
              <ArrowDown size={14} />
            </IconButton>
          </>
        )}
        {rejected > 0 ? (
          <Button
            onClick={() => {
              setListing(true);
            }}
          >
            Rejected lines
          </Button>
        ) : null}
        <Button
          aria-label={`Remove ${file.file}`}
          onClick={() => {
            store.remove(file.file);
          }}
        >
          Remove
        </Button>
      </div>
      {listing ? (
        <RejectedLines
          file={file}
          findings={findings}
          onClose={() => {
            setListing(false);
          }}
        />
      ) : null}
    </div>
  );
}
