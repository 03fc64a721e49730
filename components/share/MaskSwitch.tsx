'use client';

import { useCaseStore } from '@/lib/case/open/use-case';
import { useNotes } from '@/lib/case/tell/use-notes';
import type { Findings } from '@/lib/core/findings/findings';
import { entityOf } from '@/lib/core/words/entity';
import { Button } from '../ui/Button';
import { cx } from '../ui/cx';
import { EyeOff } from '../ui/icons';

/** Turns every key on the page, and in all that leaves it, into a pseudonym. */
export function MaskSwitch({ findings }: { readonly findings: Findings }) {
  const store = useCaseStore();
  const { mask } = useNotes();
  const { many } = entityOf(findings.mapping.key);
  return (
    <Button
      aria-pressed={mask.on}
      className={cx(mask.on && 'border-ink bg-soft')}
      onClick={() => {
        store.setMask(!mask.on);
      }}
      title={mask.on ? `${many} are shown under pseudonyms` : `Show ${many} under pseudonyms everywhere`}
    >
      {mask.on ? <EyeOff size={14} /> : null}
      Mask {many}
    </Button>
  );
}
