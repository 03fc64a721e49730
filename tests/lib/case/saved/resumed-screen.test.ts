import { expect, test } from 'vitest';
import { keptScreen, openScreen } from '@/lib/case/saved/resumed-screen';
import { johnnyIntake } from '@/tests/support/fake-investigator';

const { setup } = johnnyIntake;
const record = { setup: { ...setup, mapping: { ...setup.mapping, key: ['shop', 'item'] } } };

test.each([
  [['a · b', 'c'], 'a \\· b · c'],
  [['a', 'b · c'], 'a · b \\· c'],
])('the open key %j is kept as %j, and is open again', (openKey, kept) => {
  const saved = keptScreen({ search: 'b', openKey });
  expect(saved).toEqual({ search: 'b', openKey: kept });
  expect(openScreen({ fragment: '', ...saved }, record)).toEqual({ search: 'b', openKey });
});

test('a screen without an open key, or of a case without a set-up, opens as it was', () => {
  expect(openScreen({ fragment: '', ...keptScreen({ search: '', openKey: null }) }, record).openKey).toBeNull();
  expect(openScreen({ fragment: '', search: '', openKey: '5983' }, { setup: null }).openKey).toEqual(['5983']);
});
