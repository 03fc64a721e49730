import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { inTurn } from './turns';

interface InTurnProps {
  /** Stands there until then. */
  readonly waiting: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page that is drawn in its turn, see `inTurn`, and from then on with the rest. */
export function InTurn({ waiting, children }: InTurnProps) {
  const [turn, setTurn] = useState<{ readonly drawn: () => void } | null>(null);
  useEffect(
    () =>
      inTurn((drawn) => {
        startTransition(() => {
          setTurn({ drawn });
        });
      }),
    [],
  );
  useEffect(() => turn?.drawn(), [turn]);
  return turn === null ? waiting : children;
}
