'use client';

import { useState } from 'react';
import { copyText } from '@/lib/case/tell/download';
import { maskedCase, maskTools } from '@/lib/case/tell/masking';
import { type RowEngine, rowsTsv } from '@/lib/case/tell/rows';
import { useNamed } from '@/lib/case/tell/use-named';
import { useNotes } from '@/lib/case/tell/use-notes';
import type { RowQuery } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { plural } from '@/lib/core/phrases/phrases';
import { describeProblem } from '@/lib/core/words/problem';
import { Button } from '../ui/Button';
import { saveRows } from './save-rows';

interface RowToolsProps {
  readonly findings: Findings;
  readonly caseName: string;
  readonly engine: RowEngine;
  readonly query: RowQuery;
}

/** Rows that the clipboard takes at once. */
const COPIED = 1000;

/** Takes the rows away as the table shows them: all of them as CSV, the first of them by the clipboard. */
export function RowTools({ findings, caseName, engine, query }: RowToolsProps) {
  const { mask } = useNotes();
  const named = useNamed(findings);
  const [said, setSaid] = useState('');

  async function save() {
    setSaid('Writing the rows…');
    const tools = mask.on ? maskTools(findings, mask, named) : null;
    const called = tools?.mask.text(caseName) ?? caseName;
    const saved = await saveRows(engine, query, tools?.setting ?? null, called);
    if (saved.kind === 'failed') setSaid(describeProblem(saved.problem).what);
    else setSaid(saved.kind === 'left' ? '' : `${plural(saved.rows, 'row', 'rows')} written to ${saved.name}.`);
  }

  async function copy() {
    const asked = engine.rows({ ...query, from: 0, count: COPIED });
    const text = asked.then((answer) => {
      if (!answer.ok) throw new Error(answer.problem.code);
      return rowsTsv(findings, answer.value.rows, maskedCase(findings, mask, named).mask, 'header');
    });
    const copied = await copyText(text).catch(() => false);
    const window = await asked;
    if (!window.ok) {
      setSaid(describeProblem(window.problem).what);
      return;
    }
    const { rows, selected } = window.value;
    const first =
      rows.length < selected ? `The first ${plural(rows.length, 'row', 'rows')}` : plural(rows.length, 'row', 'rows');
    setSaid(copied ? `${first} copied, to be pasted into a spreadsheet.` : 'The browser did not allow it.');
  }

  return (
    <>
      <Button
        className="print:hidden"
        onClick={() => {
          void copy();
        }}
        title={`Copies up to ${COPIED} rows; Ctrl+C copies the row that has the focus`}
      >
        Copy
      </Button>
      <Button
        className="print:hidden"
        onClick={() => {
          void save();
        }}
      >
        Download CSV
      </Button>
      <span className="text-xs text-mut empty:hidden" role="status">
        {said}
      </span>
    </>
  );
}
