import { describe, expect, it } from 'vitest';
import { csv, findingsOf } from '@/tests/support/findings-of';

const ORDERS = Array.from({ length: 60 }, (_, i) => 1000 + i);
const HEADER = 'order_id,line_no,total,batch_id';

/** Three lines an order in the first file, some of them again in the second. */
const first = ORDERS.flatMap((order, i) =>
  [1, 2, 3].map((line) => `${order},${line},${i * 10 + line}.00,${i * 3 + line}`),
);
const second = first
  .filter((_, i) => i % 4 === 0)
  .map((row, i) => row.replace(/,[^,]*,[^,]*$/, `,${5000 + i}.00,${900 + i}`));
const newest = [...new Map([...first, ...second].map((row) => [row.split(',').slice(0, 2).join(), row])).values()];
/** One line an order, now this one and now that, which no fault of the catalogue does. */
const oneLine = ORDERS.flatMap((order, i) =>
  newest.filter((row) => row.startsWith(`${order},${i % 2 === 0 ? 1 : i % 4 === 1 ? 3 : 2},`)),
);

describe('a best explanation', () => {
  it('is none where it gives no more rows than no fault does and only leaves rows out by their place', async () => {
    const findings = await findingsOf({
      'delta0.csv': csv(HEADER, first),
      'delta1.csv': csv(HEADER, second),
      'vendor.csv': csv(HEADER, oneLine),
      'customer.csv': csv(HEADER, newest),
    });
    expect(findings.mapping.key).toEqual(['order_id', 'line_no']);
    expect(findings.sides.ours).toMatchObject({ proved: false, causes: [], reproduced: { rows: 60, of: 180 } });
    expect(findings.sides.theirs).toMatchObject({ proved: true, causes: [] });
  });

  it('is told where it leaves users out as the table does', async () => {
    const header = 'user_id,spend,batch_id';
    const known = ORDERS.slice(0, 40).map((user) => `${user},1.00,1`);
    const later = ORDERS.map((user, i) => `${user},${i + 2}.00,2`);
    const kept = later.slice(0, 40).map((row, i) => (i % 9 === 0 ? row.replace(/,[^,]*,/, ',77.77,') : row));
    const findings = await findingsOf({
      'delta0.csv': csv(header, known),
      'delta1.csv': csv(header, later),
      'vendor.csv': csv(header, kept),
      'customer.csv': csv(header, later),
    });
    expect(findings.sides.ours).toMatchObject({ proved: false, causes: [{ fault: 'new-keys-ignored' }] });
  });
});
