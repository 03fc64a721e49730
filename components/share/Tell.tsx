'use client';

import type { Source } from '@/lib/case/open/state';
import type { RowEngine } from '@/lib/case/tell/rows';
import { assertNever } from '@/lib/core/assert-never';
import type { RowQuery } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { Dialog } from '../ui/Dialog';
import { Tabs } from '../ui/Tabs';
import { FilesTab } from './FilesTab';
import { LetterTab } from './LetterTab';
import { PicturesTab } from './PicturesTab';
import { ReportTab } from './ReportTab';
import type { TellPlace, TellTab } from './tell-place';

interface TellProps {
  /** As the engine found them: each way to tell masks them by itself. */
  readonly findings: Findings;
  readonly caseName: string;
  readonly date: string;
  readonly sources: readonly Source[];
  readonly engine: RowEngine;
  readonly query: RowQuery;
  readonly place: TellPlace;
  readonly onPlace: (place: TellPlace) => void;
  readonly onClose: () => void;
}

const TABS: readonly { readonly id: TellTab; readonly text: string }[] = [
  { id: 'engineer', text: 'To the engineer' },
  { id: 'customer', text: 'To the customer' },
  { id: 'report', text: 'Report' },
  { id: 'pictures', text: 'Pictures' },
  { id: 'files', text: 'Files' },
];

/** Every way to tell others of a case. */
export default function Tell(props: TellProps) {
  const { place, onPlace, onClose } = props;
  return (
    <Dialog onClose={onClose} title="Tell people" wide>
      <Tabs
        label="Ways to tell people"
        onShow={(tab) => {
          onPlace({ ...place, tab });
        }}
        shown={place.tab}
        tabs={TABS}
      >
        <Shown {...props} />
      </Tabs>
    </Dialog>
  );
}

function Shown({ findings, caseName, date, sources, engine, query, place, onPlace, onClose }: TellProps) {
  const { tab } = place;
  switch (tab) {
    case 'engineer':
    case 'customer':
      return <LetterTab caseName={caseName} engine={engine} findings={findings} key={tab} name={tab} />;
    case 'report':
      return (
        <ReportTab
          caseName={caseName}
          date={date}
          engine={engine}
          findings={findings}
          onPrint={() => {
            onClose();
            // Once the dialog is gone.
            setTimeout(() => {
              window.print();
            }, 0);
          }}
          sources={sources}
        />
      );
    case 'pictures':
      return (
        <PicturesTab
          caseName={caseName}
          date={date}
          engine={engine}
          findings={findings}
          onPicture={(picture) => {
            onPlace({ ...place, picture });
          }}
          picture={place.picture}
          query={query}
        />
      );
    case 'files':
      return <FilesTab caseName={caseName} engine={engine} findings={findings} query={query} />;
    default:
      return assertNever(tab);
  }
}
