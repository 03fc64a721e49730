import { describe, expect, it } from 'vitest';
import { fileLabel, fittedNames, shorten, withoutCommonStart } from '@/lib/charts/lettering';

describe('names on a chart', () => {
  it('lose the extension, and keep their ends when they are shortened', () => {
    expect(fileLabel('delta3.csv.gz')).toBe('delta3');
    expect(fileLabel('.csv')).toBe('.csv');
    expect(shorten('export_customers_2026-11-17', 11)).toBe('expor…11-17');
    expect(shorten('delta3', 11)).toBe('delta3');
  });

  it('lose what they all begin with, at a border of words', () => {
    expect(withoutCommonStart(['export-11-16', 'export-11-17'])).toEqual(['…16', '…17']);
    expect(withoutCommonStart(['delta10', 'delta11'])).toEqual(['delta10', 'delta11']);
    expect(withoutCommonStart(['only-one'])).toEqual(['only-one']);
  });

  it('of missing files stand first, and no two meet', () => {
    const ticks = Array.from({ length: 12 }, (_, at) => ({ at, text: `f${at}`, missing: at === 4 }));
    const shown = (band: number) => fittedNames(ticks, band).map(({ at }) => at);
    expect(shown(9)).toEqual([0, 4, 7, 10]);
    expect(shown(40)).toHaveLength(12);
  });

  it('lose their common start only where they would meet', () => {
    const ticks = ['export-11-16', 'export-11-17'].map((text, at) => ({ at, text }));
    expect(fittedNames(ticks, 200).map(({ text }) => text)).toEqual(['export-11-16', 'export-11-17']);
    expect(fittedNames(ticks, 60).map(({ text }) => text)).toEqual(['…16', '…17']);
  });
});
