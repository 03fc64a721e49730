'use client';

import { Panel } from '@/components/ui/Panel';
import type { Findings } from '@/lib/core/findings/findings';
import { bridgeTitle, filesWonTitle, gapByVersionTitle, spreadTitle } from '@/lib/core/words/chart-titles';
import type { RowFilter } from '@/lib/engine/investigator';
import { BridgeChart } from './BridgeChart';
import { bridgeLayout } from './bridge-layout';
import { ChartTable } from './ChartTable';
import { caseWords } from './case-words';
import { FilesWonChart } from './FilesWonChart';
import { filesWonLayout } from './files-won-layout';
import { GapByVersionChart } from './GapByVersionChart';
import { GapSpreadChart } from './GapSpreadChart';
import { inputLine } from './input-line';
import { spreadLayout } from './spread-layout';
import { versionLayout } from './version-layout';

interface EvidenceProps {
  readonly findings: Findings;
  readonly caseName: string;
  /** As it is to be read: "22 Nov 2026". */
  readonly date: string;
  /** Asked when a mark is opened: show the rows behind it. */
  readonly onFilter: (filter: RowFilter) => void;
}

/** Four charts, each with its finding as title and its figures as a table. */
export default function Evidence({ findings, caseName, date, onFilter }: EvidenceProps) {
  const words = caseWords(findings);
  const bridge = bridgeLayout(findings, words);
  const won = filesWonLayout(findings, words);
  const version = versionLayout(findings, words);
  const spread = spreadLayout(findings, words);
  const footer = [caseName, date, inputLine(findings)].join(' · ');
  const titles = {
    bridge: bridgeTitle(findings),
    filesWon: filesWonTitle(findings),
    gapByVersion: gapByVersionTitle(findings),
    gapSpread: spreadTitle(findings),
  };
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-2">
      <Panel footer={footer} table={<ChartTable caption={titles.bridge} table={bridge.table} />} title={titles.bridge}>
        {bridge.bars.length === 0 ? (
          <Nothing>There is one table only, so there is no gap to bridge.</Nothing>
        ) : (
          <BridgeChart label={titles.bridge} layout={bridge} onFilter={onFilter} unit={words.unit} />
        )}
      </Panel>
      <Panel footer={footer} table={<ChartTable caption={titles.filesWon} table={won.table} />} title={titles.filesWon}>
        {won.bars.length === 0 ? (
          <Nothing>There is no delta.</Nothing>
        ) : (
          <FilesWonChart label={titles.filesWon} layout={won} onFilter={onFilter} words={words} />
        )}
      </Panel>
      <Panel
        footer={footer}
        table={<ChartTable caption={titles.gapByVersion} table={version.table} />}
        title={titles.gapByVersion}
      >
        {version.bars.length === 0 ? (
          <Nothing>No column says which row is newer, so the gap has no place on an axis of versions.</Nothing>
        ) : (
          <GapByVersionChart label={titles.gapByVersion} layout={version} onFilter={onFilter} unit={words.unit} />
        )}
      </Panel>
      <Panel
        footer={footer}
        table={<ChartTable caption={titles.gapSpread} table={spread.table} />}
        title={titles.gapSpread}
      >
        {spread.bars.length === 0 ? (
          <Nothing>No {words.entity.one} differs.</Nothing>
        ) : (
          <GapSpreadChart label={titles.gapSpread} layout={spread} onFilter={onFilter} unit={words.unit} />
        )}
      </Panel>
    </div>
  );
}

function Nothing({ children }: { readonly children: React.ReactNode }) {
  return <p className="flex h-48 items-center justify-center border-y px-6 text-center text-sm text-mut">{children}</p>;
}
