'use client';

import { useState } from 'react';
import { withUnit } from '@/lib/case/open/edit-setup';
import type { OpenCase } from '@/lib/case/open/state';
import { useCaseStore } from '@/lib/case/open/use-case';
import { cx } from '../ui/cx';
import { Select } from '../ui/Select';

const COMMON = ['$', '€', '£', '¥'];
const NONE = 'none';
const OTHER = 'other…';

interface UnitFieldProps {
  readonly opened: OpenCase;
  readonly className?: string;
}

/** What the measure's amounts are shown in: one of the common signs, or up to four characters of one's own. */
export function UnitField({ opened, className }: UnitFieldProps) {
  const store = useCaseStore();
  const [writing, setWriting] = useState(false);
  const { setup } = opened;
  const { measure, unit } = setup.mapping;
  const label = `Unit of ${measure}`;
  const choose = (text: string) => {
    const changed = withUnit(setup, text);
    if (changed !== setup) store.setUp(changed);
  };

  if (writing) {
    return (
      <input
        aria-label={label}
        className={cx('min-h-6 w-16 rounded-md border border-field bg-bg px-1.5 text-sm', className)}
        defaultValue={unit ?? ''}
        maxLength={4}
        onBlur={(event) => {
          if (event.target.value !== (unit ?? '')) choose(event.target.value);
          setWriting(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.value = unit ?? '';
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
        ref={focusWhenShown}
        spellCheck={false}
      />
    );
  }
  const own = unit !== null && !COMMON.includes(unit) ? [unit] : [];
  return (
    <Select
      className={cx('min-h-6 py-0', className)}
      label={label}
      onChoose={(chosen) => {
        if (chosen === OTHER) setWriting(true);
        else choose(chosen);
      }}
      options={[...COMMON, ...own, NONE, OTHER].map((value) => ({ value, text: value }))}
      value={unit ?? NONE}
    />
  );
}

function focusWhenShown(input: HTMLInputElement | null): void {
  input?.focus();
}
