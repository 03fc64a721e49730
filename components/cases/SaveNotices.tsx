'use client';

import { describeSavedProblem, type SavedProblem } from '@/lib/case/saved/saved-problem';
import { useKeeper, useSaved } from '@/lib/case/saved/use-saved';
import { download } from '@/lib/case/tell/download';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

/** What stands in the way of keeping the case, above everything else, until it is settled. */
export function SaveNotices() {
  const { closed, open, refused } = useSaved();
  const keeper = useKeeper();
  const problem = open && typeof open.keeping === 'object' ? open.keeping : null;
  return (
    <div className="print:hidden [&>*]:border-t-0 [&>*]:border-b [&>*]:px-5 sm:[&>*]:px-6" role="status">
      {closed === null ? null : (
        <Notice {...describeSavedProblem({ code: 'storage-closed', reason: closed })}>
          {open ? <ExportButton id={open.id} /> : undefined}
        </Notice>
      )}
      {open && problem ? (
        <Notice {...describeSavedProblem(problem)}>
          <KeepingChoices id={open.id} problem={problem} />
        </Notice>
      ) : null}
      {refused ? (
        <Notice {...describeSavedProblem(refused)}>
          <Button onClick={keeper.dismiss}>Dismiss</Button>
        </Notice>
      ) : null}
      {open?.foundAnew ? (
        <Notice
          next="What stands here is what this version finds in the same files. The case keeps it from now on."
          what="The findings differ from those that were saved with the case."
        >
          <Button onClick={keeper.dismissFoundAnew}>Dismiss</Button>
        </Notice>
      ) : null}
      {open?.elsewhere && !problem ? (
        <p className="py-2 text-xs text-mut">
          This case is open in another tab too. Whichever changes it first keeps its change; the other one is told.
        </p>
      ) : null}
    </div>
  );
}

function KeepingChoices({ id, problem }: { readonly id: string; readonly problem: SavedProblem }) {
  const keeper = useKeeper();
  switch (problem.code) {
    case 'changed-elsewhere':
      return (
        <>
          <Button onClick={() => void keeper.loadTheirs()}>Load the other tab’s version</Button>
          <Button onClick={() => void keeper.keepMine()}>Keep this one as a case of its own</Button>
        </>
      );
    case 'deleted-elsewhere':
      return (
        <>
          <Button onClick={() => void keeper.keepMine()}>Keep it as a case of its own</Button>
          <Button onClick={keeper.letGo}>Let it go</Button>
        </>
      );
    default:
      return (
        <>
          <ExportButton id={id} />
          <Button onClick={() => void keeper.flush()}>Try again</Button>
        </>
      );
  }
}

function ExportButton({ id }: { readonly id: string }) {
  const keeper = useKeeper();
  return (
    <Button
      onClick={() => {
        void keeper.exported(id).then((file) => {
          if (file) download(file.name, file.blob);
        });
      }}
    >
      Export the case
    </Button>
  );
}
