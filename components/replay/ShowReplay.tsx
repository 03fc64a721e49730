'use client';

import { Button } from '../ui/Button';

/** The section of the page that holds the replay. */
export const REPLAY_ID = 'replay';

/** Brings the replay into sight and the keyboard to it. The address stays: its fragment is the view's. */
export function ShowReplay() {
  return (
    <Button
      onClick={() => {
        const section = document.getElementById(REPLAY_ID);
        section?.scrollIntoView({ block: 'start', behavior: 'smooth' });
        section?.focus({ preventScroll: true });
      }}
    >
      Replay
    </Button>
  );
}
