import type { Verdict } from '@/lib/core/words/verdict';
import { cx } from '../ui/cx';
import { CircleCheck, CircleDashed, CircleQuestionMark, Equal } from '../ui/icons';

const LOOKS = {
  proved: { Icon: CircleCheck, look: 'text-ok [&_svg]:fill-ok [&_svg]:stroke-bg' },
  agree: { Icon: Equal, look: 'text-ok' },
  'best-explanation': {
    Icon: CircleDashed,
    look: 'rounded-full border border-dashed border-warn px-2.5 py-0.5 text-warn',
  },
  open: { Icon: CircleQuestionMark, look: 'rounded-full border border-dashed border-warn px-2.5 py-0.5 text-warn' },
  'not-explained': { Icon: CircleQuestionMark, look: 'border border-field px-2.5 py-0.5 text-ink' },
} as const;

/** How sure the verdict is, told apart by word, icon and form. */
export function StateBadge({ state, label }: { readonly state: Verdict['state']; readonly label: string }) {
  const { Icon, look } = LOOKS[state];
  return (
    <p className={cx('inline-flex items-center gap-2 text-sm font-semibold', look)}>
      <Icon size={18} strokeWidth={2.25} />
      {label}
    </p>
  );
}
