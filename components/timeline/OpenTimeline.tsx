import { useEffect, useState } from 'react';
import { KeyComments } from '@/components/cases/KeyComments';
import { KeyParts } from '@/components/keys/KeyParts';
import { Notice } from '@/components/ui/Notice';
import type { Investigator } from '@/lib/case/open/state';
import { nameOfKey } from '@/lib/case/tell/comments';
import type { Timeline as KeyLife } from '@/lib/core/compare/timeline';
import type { Findings } from '@/lib/core/findings/findings';
import type { Key } from '@/lib/core/key';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { capitalised } from '@/lib/core/phrases/phrases';
import type { Result } from '@/lib/core/result';
import { entityOf } from '@/lib/core/words/entity';
import { describeProblem } from '@/lib/core/words/problem';
import { Timeline } from './Timeline';

interface OpenTimelineProps {
  readonly investigator: Pick<Investigator, 'timeline'>;
  readonly findings: Findings;
  readonly of: Key;
  readonly mask: Mask | null;
  readonly onClose: () => void;
  /** To the row above or below; null: there is none at hand. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}

interface Answer {
  readonly key: Key;
  readonly findings: Findings;
  readonly result: Result<KeyLife | null>;
}

/** Fetches a key's life and shows it. */
export function OpenTimeline({ investigator, findings, of, mask, ...actions }: OpenTimelineProps) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    void investigator.timeline(of, { signal: controller.signal }).then((result) => {
      if (!controller.signal.aborted) setAnswer({ key: of, findings, result });
    });
    return () => {
      controller.abort();
    };
  }, [investigator, findings, of]);

  const entity = entityOf(findings.mapping.key).one;
  const name = nameOfKey(of, entity, mask);
  if (answer === null || answer.key !== of || answer.findings !== findings) {
    return <Frame>{`Looking for ${name} in the files …`}</Frame>;
  }
  const { result } = answer;
  if (!result.ok) return <Notice {...describeProblem(result.problem)} />;
  if (result.value === null) return <Frame>{`No file has ${name}.`}</Frame>;
  return (
    <>
      <Timeline
        findings={findings}
        life={result.value}
        mask={mask}
        name={
          mask ? (
            capitalised(name)
          ) : (
            <>
              {capitalised(entity)} <KeyParts parts={of} />
            </>
          )
        }
        {...actions}
      />
      <KeyComments mapping={findings.mapping} mask={mask} of={of} />
    </>
  );
}

function Frame({ children }: { readonly children: string }) {
  return <p className="flex min-h-36 items-center px-4 text-sm text-mut">{children}</p>;
}
