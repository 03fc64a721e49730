'use client';

import { useViewState } from '@/lib/case/open/use-view-state';
import { Button } from '../ui/Button';

/** Opens everything that tells others of the case. */
export function TellButton() {
  const [, setView] = useViewState();
  return (
    <Button
      aria-haspopup="dialog"
      onClick={() => {
        setView({ panel: 'tell' });
      }}
      variant="primary"
    >
      Tell people
    </Button>
  );
}
