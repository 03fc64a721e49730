import { useEffect, useState } from 'react';

/** How far an element that begins at its top is scrolled down, in px, and what scrolls it. Never asks for a layout. */
export function useScrolled(element: HTMLElement | null): readonly [number, (to: number) => void] {
  const [scrolled, setScrolled] = useState(0);
  useEffect(() => {
    if (element === null) return;
    const moved = () => {
      setScrolled(element.scrollTop);
    };
    element.addEventListener('scroll', moved, { passive: true });
    return () => {
      element.removeEventListener('scroll', moved);
    };
  }, [element]);
  function scrollTo(to: number) {
    element?.scrollTo({ top: to, behavior: 'instant' });
    setScrolled(to);
  }
  return [scrolled, scrollTo];
}
