import type { ReactNode } from 'react';
import type { RowFilter } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { bridgeTitle, filesWonTitle, gapByVersionTitle, spreadTitle } from '@/lib/core/words/chart-titles';
import { BridgeChart } from './BridgeChart';
import { bridgeLayout } from './bridge-layout';
import { caseWords } from './case-words';
import { FilesWonChart } from './FilesWonChart';
import { filesWonLayout } from './files-won-layout';
import { GapByVersionChart } from './GapByVersionChart';
import { GapSpreadChart } from './GapSpreadChart';
import type { TableTwin } from './mark';
import { spreadLayout } from './spread-layout';
import { versionLayout } from './version-layout';

export type EvidenceId = 'bridge' | 'files-won' | 'gap-by-version' | 'gap-spread';

/** One chart with its finding as title and its figures as a table. */
export interface EvidencePanel {
  readonly id: EvidenceId;
  readonly title: string;
  readonly table: TableTwin;
  readonly chart: ReactNode;
  /** False where the case has nothing to draw, and `chart` says so. */
  readonly drawn: boolean;
}

/** @param onFilter asked when a mark is opened: show the rows behind it */
export function evidencePanels(findings: Findings, onFilter: (filter: RowFilter) => void): readonly EvidencePanel[] {
  const words = caseWords(findings);
  const bridge = bridgeLayout(findings, words);
  const won = filesWonLayout(findings, words);
  const version = versionLayout(findings, words);
  const spread = spreadLayout(findings, words);
  const titles = {
    bridge: bridgeTitle(findings),
    filesWon: filesWonTitle(findings),
    gapByVersion: gapByVersionTitle(findings),
    gapSpread: spreadTitle(findings),
  };
  return [
    {
      id: 'bridge',
      title: titles.bridge,
      table: bridge.table,
      drawn: bridge.bars.length > 0,
      chart:
        bridge.bars.length === 0 ? (
          <Nothing>There is one table only, so there is no gap to bridge.</Nothing>
        ) : (
          <BridgeChart label={titles.bridge} layout={bridge} onFilter={onFilter} unit={words.unit} />
        ),
    },
    {
      id: 'files-won',
      title: titles.filesWon,
      table: won.table,
      drawn: won.bars.length > 0,
      chart:
        won.bars.length === 0 ? (
          <Nothing>There is no delta.</Nothing>
        ) : (
          <FilesWonChart label={titles.filesWon} layout={won} onFilter={onFilter} words={words} />
        ),
    },
    {
      id: 'gap-by-version',
      title: titles.gapByVersion,
      table: version.table,
      drawn: version.bars.length > 0,
      chart:
        version.bars.length === 0 ? (
          <Nothing>No column says which row is newer, so the gap has no place on an axis of versions.</Nothing>
        ) : (
          <GapByVersionChart label={titles.gapByVersion} layout={version} onFilter={onFilter} unit={words.unit} />
        ),
    },
    {
      id: 'gap-spread',
      title: titles.gapSpread,
      table: spread.table,
      drawn: spread.bars.length > 0,
      chart:
        spread.bars.length === 0 ? (
          <Nothing>No {words.entity.one} differs.</Nothing>
        ) : (
          <GapSpreadChart label={titles.gapSpread} layout={spread} onFilter={onFilter} unit={words.unit} />
        ),
    },
  ];
}

function Nothing({ children }: { readonly children: ReactNode }) {
  return <p className="flex h-48 items-center justify-center border-y px-6 text-center text-sm text-mut">{children}</p>;
}
