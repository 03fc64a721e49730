'use client';

import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/Panel';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { ChartTable } from './ChartTable';
import { type EvidenceId, evidencePanels } from './evidence-panels';
import { inputLine } from './input-line';

interface EvidenceProps {
  readonly findings: Findings;
  readonly caseName: string;
  /** As it is to be read: "22 Nov 2026". */
  readonly date: string;
  /** Asked when a mark is opened: show the rows behind it. */
  readonly onFilter: (filter: RowFilter) => void;
  /** What stands after a panel's own tools. */
  readonly tools?: (id: EvidenceId, title: string) => ReactNode;
}

/** Four charts, each with its finding as title and its figures as a table. */
export default function Evidence({ findings, caseName, date, onFilter, tools }: EvidenceProps) {
  const footer = [caseName, date, inputLine(findings)].join(' · ');
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-2">
      {evidencePanels(findings, onFilter).map(({ id, title, table, chart, drawn }) => (
        <Panel
          footer={footer}
          key={id}
          table={<ChartTable caption={title} table={table} />}
          title={title}
          tools={drawn ? tools?.(id, title) : undefined}
        >
          {chart}
        </Panel>
      ))}
    </div>
  );
}
