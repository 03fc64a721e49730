import { beforeEach, expect, test, vi } from 'vitest';

let inTurn: typeof import('@/components/ui/turns').inTurn;
let frames: (() => void)[] = [];
let tasks: (() => void)[] = [];

/** Shows what stands in the document: a frame, and the task after it. */
function show(): void {
  for (const work of frames.splice(0)) work();
  for (const work of tasks.splice(0)) work();
}

beforeEach(async () => {
  // The page has one queue.
  vi.resetModules();
  ({ inTurn } = await import('@/components/ui/turns'));
  frames = [];
  tasks = [];
  vi.stubGlobal('document', { visibilityState: 'visible' });
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work));
  vi.stubGlobal('setTimeout', (work: () => void) => tasks.push(work));
  return () => vi.unstubAllGlobals();
});

/** A part that tells when it was asked to be drawn, and stands there at once unless it is slow. */
function part(name: string, asked: string[], ready: (() => void)[] | null = null): () => void {
  return inTurn((drawn) => {
    asked.push(name);
    if (ready) ready.push(drawn);
    else drawn();
  });
}

test('parts are drawn in their order, each once what was drawn before it is on the screen', () => {
  const asked: string[] = [];
  part('charts', asked);
  part('rows', asked);
  expect(asked).toEqual([]);
  show();
  expect(asked).toEqual(['charts']);
  show();
  expect(asked).toEqual(['charts', 'rows']);
});

test('a part that is not yet drawn keeps the turn', () => {
  const asked: string[] = [];
  const ready: (() => void)[] = [];
  part('charts', asked, ready);
  part('rows', asked);
  show();
  show();
  expect(asked).toEqual(['charts']);
  for (const drawn of ready) drawn();
  show();
  expect(asked).toEqual(['charts', 'rows']);
});

test('a part that is gone takes no turn, and gives up the one that it has', () => {
  const asked: string[] = [];
  const leave = part('charts', asked, []);
  const never = part('rows', asked);
  part('replay', asked);
  never();
  show();
  leave();
  show();
  expect(asked).toEqual(['charts', 'replay']);
});

test('a page that nobody sees has no frames to wait for', () => {
  vi.stubGlobal('document', { visibilityState: 'hidden' });
  const asked: string[] = [];
  part('charts', asked);
  for (const work of tasks.splice(0)) work();
  expect(asked).toEqual(['charts']);
});
