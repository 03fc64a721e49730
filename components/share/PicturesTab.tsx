'use client';

import { useRef, useState } from 'react';
import { type Masked, maskedCase } from '@/lib/case/masking';
import { copyPicture, download, fileName } from '@/lib/case/share-download';
import type { RowEngine } from '@/lib/case/share-rows';
import { useExamples } from '@/lib/case/use-examples';
import { useSharing } from '@/lib/case/use-sharing';
import type { Findings } from '@/lib/core/findings/findings';
import { formatCount } from '@/lib/core/words/amounts';
import { entityOf } from '@/lib/core/words/entity';
import { reckon } from '@/lib/core/words/standing';
import { tellVerdict } from '@/lib/core/words/verdict';
import { type EvidencePanel, evidencePanels } from '../charts/evidence-panels';
import { inputLine } from '../charts/input-line';
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
  readonly picture: PictureId;
  readonly onPicture: (picture: PictureId) => void;
}

/** Rows that a picture of the table shows. */
const ROWS = 12;

/** Each panel of the case as a picture that stands by itself. */
export function PicturesTab({ findings, caseName, date, engine, picture, onPicture }: PicturesTabProps) {
  const { mask } = useSharing();
  const [masked, setMasked] = useState(true);
  const [done, , after] = useDone();
  const card = useRef<HTMLDivElement>(null);
  const hidden = masked || mask.on;
  const shown = maskedCase(findings, { ...mask, on: hidden });
  const panels = evidencePanels(shown.findings, nowhere).filter(({ drawn }) => drawn);
  const names: readonly { readonly id: PictureId; readonly name: string }[] = [
    { id: 'summary', name: 'Summary, 1600 × 900' },
    { id: 'verdict', name: 'The verdict' },
    ...panels.map(({ id, title }) => ({ id, name: title })),
    { id: 'rows', name: 'The largest differences' },
  ];
  const file = fileName([caseName, picture], 'png');

  function capture(): Promise<Blob> {
    return card.current ? captureCard(card.current) : Promise.reject(new Error('there is no card'));
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
    <div className="grid gap-x-8 gap-y-5 md:grid-cols-[220px_minmax(0,1fr)]">
      <div className="flex flex-col gap-5">
        <ul aria-label="Pictures" className="flex flex-col border-t">
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
        <KeysChoice entity={entityOf(findings.mapping.key)} forced={mask.on} masked={hidden} onChange={setMasked} />
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
        <div className="overflow-x-auto border" inert>
          <div className={picture === 'summary' ? 'w-[800px]' : 'w-[760px]'}>
            {picture === 'summary' ? (
              <SummaryCard caseName={caseName} date={date} findings={shown.findings} ref={card} />
            ) : (
              <PanelCard
                caseName={caseName}
                date={date}
                engine={engine}
                findings={findings}
                key={picture}
                panel={panels.find(({ id }) => id === picture) ?? null}
                picture={picture}
                ref={card}
                shown={shown}
              />
            )}
          </div>
        </div>
        <p className="pt-2 text-2xs text-mut">In the theme of the page, at twice this size.</p>
      </section>
    </div>
  );
}

interface PanelCardProps {
  readonly ref: React.Ref<HTMLDivElement>;
  readonly picture: Exclude<PictureId, 'summary'>;
  /** Null where the picture is of no chart, or the case has nothing to draw in it. */
  readonly panel: EvidencePanel | null;
  readonly findings: Findings;
  readonly shown: Masked;
  readonly caseName: string;
  readonly date: string;
  readonly engine: Pick<RowEngine, 'rows'>;
}

function PanelCard({ ref, picture, panel, findings, shown, caseName, date, engine }: PanelCardProps) {
  const { rows } = useExamples(engine, findings, ROWS);
  const { differing, of } = reckon(findings);
  const { many } = entityOf(findings.mapping.key);
  const card = { caseName, date, files: inputLine(findings), ref };
  if (picture === 'verdict') {
    return (
      <Card title={<span className="text-xl leading-7">{tellVerdict(shown.findings).headline}</span>} {...card}>
        <VerdictCard findings={shown.findings} />
      </Card>
    );
  }
  if (picture === 'rows') {
    const count = Math.min(ROWS, differing);
    return (
      <Card
        title={`${formatCount(differing)} of ${formatCount(of)} ${many} differ; the ${formatCount(count)} largest differences`}
        {...card}
      >
        <RowsCard findings={shown.findings} nameOf={shown.nameOf} rows={rows ?? []} />
      </Card>
    );
  }
  return (
    <Card title={panel?.title ?? 'There is nothing to draw'} {...card}>
      {panel?.chart}
    </Card>
  );
}

function nowhere(): void {}
