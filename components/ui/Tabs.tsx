'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { cx } from './cx';

interface TabsProps<T extends string> {
  /** What the tabs are of. */
  readonly label: string;
  readonly tabs: readonly { readonly id: T; readonly text: string }[];
  readonly shown: T;
  readonly onShow: (id: T) => void;
  /** What the tab that is shown holds. */
  readonly children: ReactNode;
}

/** One of several views at a time. Arrow keys move among the tabs. */
export function Tabs<T extends string>({ label, tabs, shown, onShow, children }: TabsProps<T>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const at = tabs.findIndex((tab) => tab.id === shown);
    const by = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: tabs.length - 1 - at }[event.key];
    const to = by === undefined ? undefined : tabs[(at + by + tabs.length) % tabs.length];
    if (to === undefined) return;
    event.preventDefault();
    onShow(to.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${to.id}"]`)?.focus();
  }

  return (
    <>
      <div
        aria-label={label}
        className="flex flex-wrap gap-x-5 border-b border-line"
        onKeyDown={onKeyDown}
        ref={list}
        role="tablist"
        tabIndex={-1}
      >
        {tabs.map((tab) => (
          <button
            aria-controls={`${id}-panel`}
            aria-selected={tab.id === shown}
            className={cx(
              '-mb-px min-h-8 border-b-2 py-1 text-sm',
              tab.id === shown ? 'border-ink font-semibold' : 'border-transparent text-mut hover:text-ink',
            )}
            data-tab={tab.id}
            id={`${id}-${tab.id}`}
            key={tab.id}
            onClick={() => {
              onShow(tab.id);
            }}
            role="tab"
            tabIndex={tab.id === shown ? 0 : -1}
            type="button"
          >
            {tab.text}
          </button>
        ))}
      </div>
      <div aria-labelledby={`${id}-${shown}`} className="pt-5" id={`${id}-panel`} role="tabpanel">
        {children}
      </div>
    </>
  );
}
