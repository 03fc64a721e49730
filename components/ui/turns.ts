/** Draws a part of the page, and tells when it stands in the document. */
type Draw = (drawn: () => void) => void;

/** Parts that wait for their turn, in their order. */
const waiting = new Set<Draw>();
/** The part whose turn it is; null: none's, or the turn is about to pass on. */
let drawing: Draw | null = null;
let passing = false;

/**
 * Draws one part after the other, each once what was drawn before it is on the screen: none waits for all to be drawn, nor
 * does whoever types or clicks meanwhile.
 * @returns what gives the turn up
 */
export function inTurn(draw: Draw): () => void {
  waiting.add(draw);
  if (drawing === null) pass();
  return () => {
    waiting.delete(draw);
    end(draw);
  };
}

function end(draw: Draw): void {
  if (drawing !== draw) return;
  drawing = null;
  pass();
}

function pass(): void {
  if (passing) return;
  passing = true;
  onceShown(() => {
    passing = false;
    const [draw] = waiting;
    if (draw === undefined) return;
    waiting.delete(draw);
    drawing = draw;
    draw(() => {
      end(draw);
    });
  });
}

/** Milliseconds after which a frame is no longer waited for: the browser holds frames of a page back that it takes for covered. */
const LONGEST_WAIT = 100;

/** Calls back once what now stands in the document is drawn; at once where nobody sees the page, for it has no frames then. */
function onceShown(then: () => void): void {
  if (document.visibilityState === 'hidden') {
    setTimeout(then);
    return;
  }
  let waits = true;
  const once = (): void => {
    if (waits) then();
    waits = false;
  };
  // The task after the next frame.
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, LONGEST_WAIT);
}
