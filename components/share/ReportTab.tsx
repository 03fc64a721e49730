'use client';

import { useEffect, useState } from 'react';
import type { Source } from '@/lib/case/open/state';
import { largestDifferences, useRows } from '@/lib/case/open/use-rows';
import { commentsForReport } from '@/lib/case/tell/comments';
import { copyText, download, fileName } from '@/lib/case/tell/download';
import { maskTools } from '@/lib/case/tell/masking';
import { reportAs, reportRows, sourceHashes } from '@/lib/case/tell/report';
import type { RowEngine } from '@/lib/case/tell/rows';
import { useNamed } from '@/lib/case/tell/use-named';
import { useNotes } from '@/lib/case/tell/use-notes';
import type { Findings } from '@/lib/core/findings/findings';
import { entityOf } from '@/lib/core/words/entity';
import { describeProblem } from '@/lib/core/words/problem';
import { Button } from '../ui/Button';
import { dayText } from '../ui/date-text';
import { Notice } from '../ui/Notice';
import { KeysChoice } from './KeysChoice';
import { useDone } from './use-done';

interface ReportTabProps {
  readonly findings: Findings;
  readonly caseName: string;
  readonly date: string;
  readonly sources: readonly Source[];
  readonly engine: Pick<RowEngine, 'rows'>;
  /** Prints the case as it stands on the page. */
  readonly onPrint: () => void;
}

/** The whole case as one file. */
export function ReportTab({ findings, caseName, date, sources, engine, onPrint }: ReportTabProps) {
  const { mask, comments } = useNotes();
  const named = useNamed(findings);
  const entity = entityOf(findings.mapping.key);
  const [masked, setMasked] = useState(true);
  const [done, setDone, after] = useDone();
  const [hashes, setHashes] = useState<Readonly<Record<string, string>> | null>(null);
  const { window: asked, problem } = useRows(engine, findings, largestDifferences(reportRows(findings)));

  useEffect(() => {
    let left = false;
    void sourceHashes(sources).then((found) => {
      if (!left) setHashes(found);
    });
    return () => {
      left = true;
    };
  }, [sources]);

  if (problem) return <Notice {...describeProblem(problem)} />;
  const ready = asked !== null && hashes !== null && named !== undefined;
  const hidden = masked || mask.on;

  function written(form: 'html' | 'markdown'): string {
    const tools = maskTools(findings, mask, named);
    return reportAs(form, {
      findings,
      caseName: hidden ? tools.mask.text(caseName) : caseName,
      date,
      rows: asked?.rows ?? [],
      mask: hidden ? tools.mask : null,
      hashes: hashes ?? {},
      comments: commentsForReport(comments, findings.mapping, hidden ? tools.mask : null, dayOf),
    });
  }

  function save(form: 'html' | 'markdown') {
    const called = hidden ? maskTools(findings, mask, named).mask.text(caseName) : caseName;
    const name = fileName([called, 'report'], form === 'html' ? 'html' : 'md');
    download(name, written(form), form === 'html' ? 'text/html' : 'text/markdown');
    setDone(`${name} was downloaded.`);
  }

  return (
    <div className="max-w-[68ch]">
      <h3 className="text-md font-semibold">The whole case in one file</h3>
      <p className="mt-1 mb-4 text-mut">
        The verdict, the four charts, the causes, what was ruled out, the repair, the rows and the files with their
        SHA-256. The file opens in any browser without a network, holds no script, loads nothing, and prints with clean
        page breaks.
      </p>
      <KeysChoice entity={entity} findings={findings} forced={mask.on} masked={hidden} onChange={setMasked} />
      <div className="mt-5 flex flex-wrap items-center gap-2">
        <Button
          disabled={!ready}
          onClick={() => {
            save('html');
          }}
          variant="primary"
        >
          Download HTML
        </Button>
        <Button
          disabled={!ready}
          onClick={() => {
            save('markdown');
          }}
        >
          Download Markdown
        </Button>
        <Button
          disabled={!ready}
          onClick={() => {
            after(copyText(written('markdown')), 'Copied as Markdown.');
          }}
        >
          Copy Markdown
        </Button>
        <Button onClick={onPrint}>Print this page</Button>
        <span className="text-xs text-mut" role="status">
          {ready ? done : 'Gathering the rows and the files’ hashes…'}
        </span>
      </div>
    </div>
  );
}

/** "22 Nov 2026", on this machine. */
function dayOf(at: string): string {
  return dayText(new Date(at));
}
