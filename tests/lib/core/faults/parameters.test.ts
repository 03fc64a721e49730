import { describe, expect, test } from 'vitest';
import { catalogue, faultCodes } from '@/lib/core/faults/catalogue';
import { faultSchema } from '@/lib/core/findings/fault';

describe('the parameters of a fault', () => {
  test.each(faultCodes)('%s are those of its schema, but for the range that the evidence leaves', (code) => {
    const member = faultSchema.options.find(({ shape }) => shape.fault.value === code);
    const own = Object.keys(member?.shape ?? {}).filter((name) => name !== 'fault' && name !== 'equivalentRange');
    expect(catalogue[code].parameters.map(({ name }) => name).toSorted()).toEqual(own.toSorted());
  });

  test.each(faultCodes)('%s leave at most one open, and a range only where one is', (code) => {
    const member = faultSchema.options.find(({ shape }) => shape.fault.value === code);
    const open = catalogue[code].parameters.filter((parameter) => parameter.open).length;
    expect(open).toBe(member && 'equivalentRange' in member.shape ? 1 : 0);
  });
});
