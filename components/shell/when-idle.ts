/** Calls back when the browser has nothing better to do; Safari, which cannot say when, a moment later. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 200);
    return () => {
      clearTimeout(timer);
    };
  }
  const handle = requestIdleCallback(work, { timeout: 1000 });
  return () => {
    cancelIdleCallback(handle);
  };
}
