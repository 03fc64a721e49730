import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
const blocks = [...css.matchAll(/:root[^{]*\{([^}]*)\}/g)].map(([, body = '']) => tokensOf(body));
const [light = {}, preferred = {}, chosen = {}] = blocks;

const TEXT = ['ink', 'mut', 'ours', 'theirs-ink', 'gap', 'ok', 'warn'];
const MARKS = ['field', 'theirs', 'f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7'];

function tokensOf(body: string): Record<string, string> {
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** WCAG 2.2's contrast ratio of two sRGB colours "#rrggbb". */
function contrast(a: string, b: string): number {
  const [x = 0, y = 0] = [luminance(a), luminance(b)].toSorted((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('the dark theme is the same whether it is preferred or chosen', () => {
  expect(blocks).toHaveLength(3);
  expect(preferred).toEqual(chosen);
  expect(Object.keys(chosen).toSorted()).toEqual(Object.keys(light).toSorted());
});

describe.each([
  ['light', light],
  ['dark', chosen],
])('in the %s theme', (_theme, tokens) => {
  const against = (name: string, ground: string) => contrast(tokens[name] ?? '', tokens[ground] ?? '');

  test.each(TEXT)('%s is readable as text on both grounds', (name) => {
    expect(against(name, 'bg')).toBeGreaterThanOrEqual(4.5);
    expect(against(name, 'soft')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(MARKS)('%s can be seen as a mark on both grounds', (name) => {
    expect(against(name, 'bg')).toBeGreaterThanOrEqual(3);
    expect(against(name, 'soft')).toBeGreaterThanOrEqual(3);
  });

  test('expected bars can be seen on the ground of the charts', () => {
    expect(against('expected', 'bg')).toBeGreaterThanOrEqual(3);
  });
});
