import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnUseIn,
  columnUses,
  parseTolerance,
  withDeltaAt,
  withProposedUnit,
  withRole,
  withSidesSwapped,
  withUnit,
  withUse,
} from '@/lib/case/open/edit-setup';
import { withLabel } from '@/lib/case/open/side-labels';
import { fileRoles } from '@/lib/core/setup';
import { johnnyIntake } from '../../../support/fake-investigator';

const { files, setup } = johnnyIntake;
const COLUMNS = ['user_id', 'total_spend', 'count_saved_items', 'loyalty_credits', 'batch_id'];

describe('roles', () => {
  test('a delta that is left out leaves the order', () => {
    expect(withRole(setup, files, 2, 'ignored').order).toEqual([0, 1, 3, 4]);
  });

  test('a file that becomes a delta arrives last', () => {
    const left = withRole(setup, files, 2, 'ignored');
    expect(withRole(left, files, 2, 'delta').order).toEqual([0, 1, 3, 4, 2]);
  });

  test('the order always holds exactly the deltas, and no side has two tables', () => {
    const change = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(...fileRoles));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const { roles, order } = changes.reduce((held, [id, role]) => withRole(held, files, id, role), setup);
        const having = (role: string) =>
          Object.keys(roles)
            .filter((id) => roles[id] === role)
            .map(Number);
        expect(order.toSorted((a, b) => a - b)).toEqual(having('delta'));
        expect(having('ours').length).toBeLessThanOrEqual(1);
        expect(having('theirs').length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('swapping the sides twice changes nothing', () => {
    expect(withSidesSwapped(setup, files).roles).toMatchObject({ 5: 'theirs', 6: 'ours' });
    expect(withSidesSwapped(setup, files).labels).toEqual({ ours: "Johnny's Jeans", theirs: 'AIQ' });
    expect(withSidesSwapped(withSidesSwapped(setup, files), files)).toEqual(setup);
  });
});

describe('labels', () => {
  const AIQ = 5;
  const JOHNNY = 6;

  test('stay with their files when the tables change places', () => {
    const turned = withRole(setup, files, AIQ, 'theirs');
    expect(turned.roles).toMatchObject({ [AIQ]: 'theirs', [JOHNNY]: 'ours' });
    expect(turned.labels).toEqual({ ours: "Johnny's Jeans", theirs: 'AIQ' });
    expect(withRole(turned, files, AIQ, 'ours')).toEqual(setup);
  });

  test('of a file without one of its own are those of the side', () => {
    expect(withRole(setup, files, 0, 'ours').labels).toEqual({ ours: 'Vendor', theirs: "Johnny's Jeans" });
    expect(withRole(setup, files, 0, 'theirs').labels).toEqual({ ours: 'AIQ', theirs: 'Customer' });
  });

  test('that were typed for a file come back with it', () => {
    const typed = withLabel(setup, files, 'ours', 'Northwind');
    expect(typed.labels.ours).toBe('Northwind');
    const away = withRole(typed, files, AIQ, 'ignored');
    expect(away.labels.ours).toBe('Vendor');
    expect(withRole(away, files, AIQ, 'theirs').labels).toEqual({ ours: 'Vendor', theirs: 'Northwind' });
  });

  test('of a case that was saved before files had labels travel as well', () => {
    const saved = { ...setup, labels: { ours: 'Northwind', theirs: "Johnny's Jeans" } };
    expect(withSidesSwapped(saved, files).labels).toEqual({ ours: "Johnny's Jeans", theirs: 'Northwind' });
  });

  test('never are the same for both sides', () => {
    const alike = withLabel(setup, files, 'theirs', ' aiq');
    expect(alike.labels).toEqual({ ours: 'AIQ (vendor)', theirs: ' aiq (customer)' });
    expect(withLabel(alike, files, 'theirs', 'Bolt').labels).toEqual({ ours: 'AIQ', theirs: 'Bolt' });
  });

  test('are always those of the files that hold the sides, whatever is changed', () => {
    const change = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(...fileRoles));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const { roles, labels } = changes.reduce((held, [id, role]) => withRole(held, files, id, role), setup);
        const holder = (side: string) => files.find(({ id }) => roles[id] === side);
        expect(labels).toEqual({
          ours: holder('ours')?.label ?? 'Vendor',
          theirs: holder('theirs')?.label ?? 'Customer',
        });
      }),
    );
  });
});

test('a delta moves to its new place and the others keep their order', () => {
  expect(withDeltaAt(setup, 3, 0).order).toEqual([3, 0, 1, 2, 4]);
  expect(withDeltaAt(setup, 0, 2).order).toEqual([1, 2, 0, 3, 4]);
  expect(withDeltaAt(setup, 0, 99).order).toEqual([1, 2, 3, 4, 0]);
});

describe('columns', () => {
  test('a unit that was chosen counts as given, and goes with its measure', () => {
    const plain = { ...setup, mapping: { ...setup.mapping, unit: null } };
    const chosen = withUnit(plain, ' € ');
    expect(chosen).toMatchObject({ mapping: { unit: '€' }, premises: { given: ['unit'] } });
    expect(withUnit(chosen, '€')).toBe(chosen);
    expect(withUnit(chosen, 'none')).toMatchObject({ mapping: { unit: null }, premises: { given: ['unit'] } });
    expect(withUnit(chosen, 'too long')).toBe(chosen);
    const counted = withProposedUnit(withUse(chosen, 'count_saved_items', 'measure'), files);
    expect(counted.mapping).toMatchObject({ measure: 'count_saved_items', unit: null });
    expect(counted.premises).toBeUndefined();
  });

  test('a new measure turns the old one into a compared column', () => {
    const { mapping } = withUse(setup, 'loyalty_credits', 'measure');
    expect(mapping.measure).toBe('loyalty_credits');
    expect(mapping.attributes).toEqual(['count_saved_items', 'total_spend']);
  });

  test('a key and a version that are changed count as given, a measure does not', () => {
    expect(withUse(setup, 'loyalty_credits', 'key').premises).toEqual({ given: ['key'] });
    expect(withUse(setup, 'batch_id', 'compared').premises).toEqual({ given: ['version'] });
    expect(withUse(setup, 'batch_id', 'key').premises).toEqual({ given: ['key', 'version'] });
    expect(withUse(setup, 'loyalty_credits', 'measure').premises).toBeUndefined();
    expect(withUse(setup, 'user_id', 'key').premises).toBeUndefined();
  });

  test('the key may be several columns', () => {
    expect(withUse(setup, 'batch_id', 'key').mapping).toMatchObject({ key: ['user_id', 'batch_id'], version: null });
  });

  test('whatever is chosen, every column has exactly the use that it was given last or was left with', () => {
    const change = fc.tuple(fc.constantFrom(...COLUMNS), fc.constantFrom(...columnUses));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const edited = changes.reduce((held, [column, use]) => withUse(held, column, use), setup);
        const [column, use] = changes.at(-1) ?? ['', 'ignored'];
        const { key, measure, version, attributes, ignored } = edited.mapping;
        const used = [...key, measure, version, ...attributes, ...ignored].filter(
          (name) => name !== '' && name !== null,
        );
        expect(columnUseIn(edited, column)).toBe(use);
        expect(used.toSorted()).toEqual(COLUMNS.toSorted());
      }),
    );
  });

  test('a tolerance is a plain decimal of 0 or more', () => {
    expect(parseTolerance(' 0.01 ')).toBe('0.01');
    for (const text of ['', '-1', '1e3', '1,5', 'much']) expect(parseTolerance(text)).toBeNull();
  });
});
