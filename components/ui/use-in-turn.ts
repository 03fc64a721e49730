import { useEffect, useState } from 'react';

/**
 * How many of `count` parts of a page to draw: one more with each task of the browser's, so that none of them waits for all
 * to be drawn, nor whoever types meanwhile.
 */
export function useInTurn(count: number): number {
  const [drawn, setDrawn] = useState(1);
  useEffect(() => {
    if (drawn >= count) return;
    const next = setTimeout(() => {
      setDrawn(drawn + 1);
    });
    return () => {
      clearTimeout(next);
    };
  }, [drawn, count]);
  return drawn;
}
