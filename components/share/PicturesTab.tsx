'use client';

import { useRef, useState } from 'react';
import { useRows } from '@/lib/case/open/use-rows';
import { copyPicture, download, fileName } from '@/lib/case/tell/download';
import { type Masked, maskedCase } from '@/lib/case/tell/masking';
import type { RowEngine } from '@/lib/case/tell/rows';
import { useNamed } from '@/lib/case/tell/use-named';
import { useNotes } from '@/lib/case/tell/use-notes';
import type { Chart } from '@/lib/charts/chart';
import { chartsOf } from '@/lib/charts/charts';
import { inputLine } from '@/lib/charts/input-line';
import type { RowQuery, RowWindow } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { formatCount } from '@/lib/core/phrases/amounts';
import { entityOf } from '@/lib/core/words/entity';
import { reckon } from '@/lib/core/words/standing';
import { tellVerdict } from '@/lib/core/words/verdict';
import { ChartView } from '../charts/ChartView';
import { filterWords } from '../keys/filter-words';
import { Button } from '../ui/Button';
import { cx } from '../ui/cx';
import { Card } from './Card';
import { captureCard } from './capture';
import { KeysChoice } from './KeysChoice';
import { RowsCard } from './RowsCard';
import { SummaryCard } from './SummaryCard';
import type { PictureId } from './tell-place';
import { useDone } from './use-done';
import { VerdictCard } from './VerdictCard';

interface PicturesTabProps {
  readonly findings: Findings;
  readonly caseName: string;
  readonly date: string;
  readonly engine: Pick<RowEngine, 'rows'>;
  /** What the table on the page shows. */
  readonly query: RowQuery;
  readonly picture: PictureId;
  readonly onPicture: (picture: PictureId) => void;
}

/** Width of a panel's card, px of the page: as wide as `w-[760px]`. */
const PANEL = 760;

/** Rows that a picture of the table shows. */
const ROWS = 12;

/** Each panel of the case as a picture that stands by itself. */
export function PicturesTab({ findings, caseName: given, date, engine, query, picture, onPicture }: PicturesTabProps) {
  const { mask } = useNotes();
  const named = useNamed(findings);
  const [masked, setMasked] = useState(true);
  const [done, , after] = useDone();
  const card = useRef<HTMLDivElement>(null);
  const hidden = masked || mask.on;
  const shown = maskedCase(findings, { ...mask, on: hidden }, named);
  const caseName = shown.mask?.text(given) ?? given;
  const charts = chartsOf(shown.findings).filter(({ marks }) => marks.length > 0);
  const names: readonly { readonly id: PictureId; readonly name: string }[] = [
    { id: 'summary', name: 'Summary, 1600 × 900' },
    { id: 'verdict', name: 'The verdict' },
    ...charts.map(({ id, title }) => ({ id, name: title })),
    { id: 'rows', name: 'The rows, as the table shows them' },
  ];
  const file = fileName([caseName, picture], 'png');

  function capture(): Promise<Blob> {
    return card.current
      ? captureCard(card.current, picture === 'summary' ? 1600 : 2 * PANEL)
      : Promise.reject(new Error('there is no card'));
  }

  async function save(): Promise<boolean> {
    try {
      download(file, await capture());
      return true;
    } catch {
      return false;
    }
  }

  return (
    <div className="flex flex-col gap-y-5">
      <div className="flex flex-col gap-5">
        <ul aria-label="Pictures" className="grid gap-x-6 border-t sm:grid-cols-2 lg:grid-cols-3">
          {names.map(({ id, name }) => (
            <li className="border-b" key={id}>
              <button
                aria-pressed={id === picture}
                className={cx(
                  'w-full py-1.5 text-left text-sm',
                  id === picture ? 'font-semibold' : 'text-mut hover:text-ink',
                )}
                onClick={() => {
                  onPicture(id);
                }}
                type="button"
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
        <KeysChoice
          entity={entityOf(findings.mapping.key)}
          findings={findings}
          forced={mask.on}
          masked={hidden}
          onChange={setMasked}
        />
      </div>
      <section aria-label="Picture" className="min-w-0">
        <div className="flex flex-wrap items-center gap-2 pb-4">
          <Button
            onClick={() => {
              after(save(), `${file} was downloaded.`);
            }}
            variant="primary"
          >
            Download PNG
          </Button>
          <Button
            onClick={() => {
              after(copyPicture(capture()), 'Copied as a picture.');
            }}
          >
            Copy picture
          </Button>
          <span className="text-xs text-mut" role="status">
            {done}
          </span>
        </div>
        <div className="w-fit max-w-full overflow-x-auto border" inert>
          <div className={picture === 'summary' ? 'w-[960px]' : 'w-[760px]'}>
            {picture === 'summary' ? (
              <SummaryCard caseName={caseName} date={date} findings={shown.findings} ref={card} />
            ) : (
              <PanelCard
                caseName={caseName}
                date={date}
                engine={engine}
                findings={findings}
                key={picture}
                chart={charts.find(({ id }) => id === picture) ?? null}
                picture={picture}
                query={query}
                ref={card}
                shown={shown}
              />
            )}
          </div>
        </div>
        <p className="pt-2 text-2xs text-mut">
          {picture === 'summary' ? '1600 × 900 pixels' : `${2 * PANEL} pixels wide`}, in the theme of the page.
        </p>
      </section>
    </div>
  );
}

interface PanelCardProps {
  readonly ref: React.Ref<HTMLDivElement>;
  readonly picture: Exclude<PictureId, 'summary'>;
  /** Null where the picture is of no chart, or the case has nothing to draw in it. */
  readonly chart: Chart | null;
  readonly findings: Findings;
  readonly shown: Masked;
  readonly caseName: string;
  readonly date: string;
  readonly engine: Pick<RowEngine, 'rows'>;
  readonly query: RowQuery;
}

function PanelCard({ ref, picture, chart, findings, shown, caseName, date, engine, query }: PanelCardProps) {
  const { window: asked } = useRows(engine, findings, { ...query, from: 0, count: ROWS });
  const card = { caseName, date, files: inputLine(shown.findings), ref };
  if (picture === 'verdict') {
    return (
      <Card title={<span className="text-xl leading-7">{tellVerdict(shown.findings).headline}</span>} {...card}>
        <VerdictCard findings={shown.findings} />
      </Card>
    );
  }
  if (picture === 'rows') {
    return (
      <Card title={asked ? rowsTitle(shown.findings, query, asked) : ''} {...card}>
        <RowsCard findings={shown.findings} mask={shown.mask} rows={asked?.rows ?? []} />
      </Card>
    );
  }
  return (
    <Card title={chart?.title ?? 'There is nothing to draw'} {...card}>
      {chart ? <ChartView chart={chart} onFilter={nowhere} /> : null}
    </Card>
  );
}

/** What the rows of the picture have in common, and how many there are. A search is part of a key, and is not told. */
function rowsTitle(
  findings: Findings,
  { scope, filters, search }: RowQuery,
  { selected, of, rows }: RowWindow,
): string {
  const { differing, of: all } = reckon(findings);
  const { many } = entityOf(findings.mapping.key);
  const first = rows.length < selected ? `; the first ${formatCount(rows.length)}` : '';
  if (filters.length === 0 && search === '') {
    return scope === 'differing'
      ? `${formatCount(differing)} of ${formatCount(all)} ${many} differ${first}`
      : `All ${formatCount(all)} ${many}${first}`;
  }
  const those = scope === 'differing' ? `${many} that differ` : many;
  const meet = filters.map((filter) => filterWords(filter, findings)).join(', ');
  return `${formatCount(selected)} of ${formatCount(of)} ${those}${meet === '' ? '' : `: ${meet}`}${first}`;
}

function nowhere(): void {}
