import { useEffect, useState } from 'react';

/** The element's inner size in px, without scroll bars, 0 x 0 before it is known. Give the setter as the element's `ref`. */
export function useElementSize(): readonly [
  (element: HTMLElement | null) => void,
  { readonly width: number; readonly height: number },
] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined)
        setSize({ width: Math.floor(entry.contentRect.width), height: Math.ceil(entry.contentRect.height) });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return [setElement, size];
}
