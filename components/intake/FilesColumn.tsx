'use client';

import { strayFiles } from '@/lib/case/open/blocking-problems';
import { withSidesSwapped } from '@/lib/case/open/edit-setup';
import { filesByRole } from '@/lib/case/open/selectors';
import type { OpenCase } from '@/lib/case/open/state';
import { useCaseStore } from '@/lib/case/open/use-case';
import type { Findings } from '@/lib/core/findings/findings';
import type { IntakeFile } from '@/lib/core/intake/intake';
import { IconButton } from '../ui/Button';
import { ArrowLeftRight } from '../ui/icons';
import { ChooseFiles } from './ChooseFiles';
import { ColumnsSection } from './ColumnsSection';
import { DeltaList } from './DeltaList';
import { FileItem } from './FileItem';
import { ReadingNote } from './ReadingNote';
import { SideHeading } from './SideHeading';
import { StrayItem } from './StrayItem';
import { UndoButton } from './UndoButton';

interface FilesColumnProps {
  readonly opened: OpenCase;
  /** Null until the files were compared. */
  readonly findings: Findings | null;
}

/** Every file of the case with its role, and how its columns are used. */
export function FilesColumn({ opened, findings }: FilesColumnProps) {
  const store = useCaseStore();
  const { deltas, ours, theirs, ignored } = filesByRole(opened);
  const tables = [...theirs, ...ours];
  const strays = strayFiles(opened.intake);
  const item = (file: IntakeFile, position: number | null = null) => (
    <FileItem file={file} findings={findings} key={file.id} opened={opened} position={position} />
  );

  return (
    <div className="flex flex-col gap-6 text-sm">
      <section aria-label="Tables">
        <SideHeading text="Tables">
          {ours.length > 0 && theirs.length > 0 ? (
            <IconButton
              className="-my-1.5"
              label="Swap the sides"
              onClick={() => {
                store.setUp(withSidesSwapped(opened.setup, opened.intake.files));
              }}
            >
              <ArrowLeftRight size={14} />
            </IconButton>
          ) : null}
        </SideHeading>
        <ul>{tables.map((file) => item(file))}</ul>
        {tables.length === 0 ? <p className="border-t border-line py-2 text-mut">No table yet.</p> : null}
      </section>
      <section aria-label="Deltas, in order of arrival">
        <SideHeading text="Deltas, in order of arrival" />
        <DeltaList deltas={deltas} setup={opened.setup}>
          {(file, position) => <FileItem file={file} findings={findings} opened={opened} position={position} />}
        </DeltaList>
        {deltas.length === 0 ? <p className="border-t border-line py-2 text-mut">No delta yet.</p> : null}
      </section>
      {ignored.length + strays.length === 0 ? null : (
        <section aria-label="Left out">
          <SideHeading text="Left out" />
          <ul>
            {ignored.map((file) => item(file))}
            {strays.map((problem) => (
              <StrayItem key={problem.file} problem={problem} />
            ))}
          </ul>
        </section>
      )}
      <div className="flex flex-wrap gap-2 print:hidden">
        <ChooseFiles onSources={store.add} text="Add files" />
        <UndoButton />
      </div>
      <ColumnsSection findings={findings} opened={opened} />
      <ReadingNote findings={findings} intake={opened.intake} />
    </div>
  );
}
