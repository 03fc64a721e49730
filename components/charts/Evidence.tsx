'use client';

import type { ReactNode } from 'react';
import { InTurn } from '@/components/ui/InTurn';
import { Panel } from '@/components/ui/Panel';
import type { ChartId } from '@/lib/charts/chart';
import { chartsOf } from '@/lib/charts/charts';
import { inputLine } from '@/lib/charts/input-line';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { ChartTable } from './ChartTable';
import { ChartView } from './ChartView';
import { heightOf } from './room';

interface EvidenceProps {
  readonly findings: Findings;
  readonly caseName: string;
  /** As it is to be read: "22 Nov 2026". */
  readonly date: string;
  /** Asked when a mark is opened: show the rows behind it. */
  readonly onFilter: (filter: RowFilter) => void;
  /** What stands after a panel's own tools. */
  readonly tools?: (id: ChartId, title: string) => ReactNode;
}

/** Four charts, each with its finding as title and its figures as a table. */
export default function Evidence({ findings, caseName, date, onFilter, tools }: EvidenceProps) {
  const footer = [caseName, date, inputLine(findings)].join(' · ');
  const charts = chartsOf(findings);
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-2">
      {charts.map((chart) => (
        <Panel
          footer={footer}
          key={chart.id}
          table={<ChartTable caption={chart.title} table={chart.table} />}
          title={chart.title}
          tools={chart.marks.length > 0 ? tools?.(chart.id, chart.title) : undefined}
        >
          <InTurn waiting={<div style={{ height: heightOf(chart) }} />}>
            <ChartView chart={chart} onFilter={onFilter} />
          </InTurn>
        </Panel>
      ))}
    </div>
  );
}
