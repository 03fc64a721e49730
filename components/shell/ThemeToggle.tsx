'use client';

import { useSyncExternalStore } from 'react';
import { IconButton } from '../ui/Button';
import { Moon, Sun } from '../ui/icons';

type Theme = 'light' | 'dark';

/** Turns the page light or dark and keeps the choice; `theme.js` applies it before the next first paint. */
export function ThemeToggle() {
  const theme = useSyncExternalStore(subscribe, currentTheme, () => 'light' as const);
  const other = theme === 'light' ? 'dark' : 'light';
  return (
    <IconButton
      label={`Switch to the ${other} theme`}
      onClick={() => {
        choose(other);
      }}
    >
      {theme === 'light' ? <Moon size={16} /> : <Sun size={16} />}
    </IconButton>
  );
}

const CHANGED = 'tieout:theme';

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function choose(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem('tieout.theme', theme);
  } catch {
    // Storage may be switched off; the choice then holds until the page is closed.
  }
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(listener: () => void): () => void {
  const preference = window.matchMedia('(prefers-color-scheme: dark)');
  preference.addEventListener('change', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    preference.removeEventListener('change', listener);
    window.removeEventListener(CHANGED, listener);
  };
}
