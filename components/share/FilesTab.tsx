'use client';

import { useState } from 'react';
import { download } from '@/lib/case/tell/download';
import { maskTools } from '@/lib/case/tell/masking';
import type { RowEngine, RowsFile } from '@/lib/case/tell/rows';
import { repairWords } from '@/lib/case/tell/summary';
import { useNamed } from '@/lib/case/tell/use-named';
import { useNotes } from '@/lib/case/tell/use-notes';
import type { RowQuery } from '@/lib/core/compare/rows/row-query';
import type { Findings, Side } from '@/lib/core/findings/findings';
import { formatCount } from '@/lib/core/phrases/amounts';
import { plural } from '@/lib/core/phrases/phrases';
import type { Problem } from '@/lib/core/problem';
import { entityOf } from '@/lib/core/words/entity';
import { describeProblem } from '@/lib/core/words/problem';
import { reckon } from '@/lib/core/words/standing';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { FormulaChoice } from './FormulaChoice';
import { KeysChoice } from './KeysChoice';
import { saveRows } from './save-rows';
import { useDone } from './use-done';

interface FilesTabProps {
  readonly findings: Findings;
  readonly caseName: string;
  readonly engine: RowEngine;
  /** What the table on the page shows. */
  readonly query: RowQuery;
}

/** The rows behind the case, and the rows that mend it. */
export function FilesTab({ findings, caseName, engine, query }: FilesTabProps) {
  const { mask } = useNotes();
  const named = useNamed(findings);
  const [masked, setMasked] = useState(true);
  const [done, setDone] = useDone();
  const [asked, setAsked] = useState<{ readonly side: Side; readonly file: RowsFile } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const entity = entityOf(findings.mapping.key);
  const { differing, of } = reckon(findings);
  const hidden = masked || mask.on;
  const plain: RowQuery = { scope: 'differing', search: '', filters: [], sort: [], from: 0, count: 0 };
  const narrowed = query.filters.length > 0 || query.search !== '';

  async function rows(asked: RowQuery) {
    setProblem(null);
    setDone('Writing the rows…');
    const tools = hidden ? maskTools(findings, mask, named) : null;
    const called = tools?.mask.text(caseName) ?? caseName;
    const saved = await saveRows(engine, asked, tools?.setting ?? null, called);
    if (saved.kind === 'failed') setProblem(saved.problem);
    setDone(saved.kind === 'saved' ? `${plural(saved.rows, 'row was', 'rows were')} written to ${saved.name}.` : '');
  }

  async function repair(side: Side) {
    setProblem(null);
    setAsked(null);
    const answer = await engine.repairRows(side);
    if (!answer.ok) setProblem(answer.problem);
    else if (answer.value.defused === null) saveRepair(answer.value, answer.value.csv);
    else setAsked({ side, file: answer.value });
  }

  function saveRepair({ name, rows: count }: RowsFile, csv: RowsFile['csv']) {
    setAsked(null);
    download(name, new Blob([csv], { type: 'text/csv' }));
    setDone(`${plural(count, 'row was', 'rows were')} written to ${name}.`);
  }

  return (
    <div className="flex max-w-[76ch] flex-col gap-8">
      <section aria-label="The rows">
        <h3 className="text-md font-semibold">The rows as CSV</h3>
        <p className="mt-1 mb-3 text-mut">
          Each {entity.one} with both values, the difference, versions, source files and cause. Cells that a spreadsheet
          would run are made text.
        </p>
        <KeysChoice entity={entity} findings={findings} forced={mask.on} masked={hidden} onChange={setMasked} />
        <div className="mt-4 flex flex-wrap gap-2">
          <Button
            onClick={() => {
              void rows(plain);
            }}
          >
            {formatCount(differing)} that differ
          </Button>
          <Button
            onClick={() => {
              void rows({ ...plain, scope: 'all', sort: [{ column: 'key', descending: false }] });
            }}
          >
            All {formatCount(of)}
          </Button>
          {narrowed ? (
            <Button
              onClick={() => {
                void rows(query);
              }}
            >
              What the table shows now
            </Button>
          ) : null}
        </div>
      </section>
      {findings.repair
        .filter(({ rows: count }) => count > 0)
        .map(({ side, rows: count }) => (
          <section aria-label={`Re-send file for ${findings.labels[side]}`} key={side}>
            <h3 className="text-md font-semibold">
              The re-send file for {findings.labels[side]}: {plural(count, 'row', 'rows')}
            </h3>
            <ul className="mt-1 mb-3 list-disc pl-5">
              {repairWords(findings, side).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            {mask.on ? (
              <p className="mb-2 text-sm text-warn">
                Masking cannot apply to this file: it is loaded, so it must hold the real {entity.one} ids. Give it only
                to whoever loads it.
              </p>
            ) : null}
            <Button
              onClick={() => {
                void repair(side);
              }}
            >
              {mask.on ? `Download with the real ${entity.one} ids` : 'Download the re-send file'}
            </Button>
            {asked?.side === side ? <FormulaChoice file={asked.file} onSave={saveRepair} /> : null}
          </section>
        ))}
      {problem ? <Notice {...describeProblem(problem)} /> : null}
      <p className="min-h-4 text-xs text-mut" role="status">
        {done}
      </p>
    </div>
  );
}
