import { formatUnits } from '../../decimal';
import type { FaultWords } from '../../faults/fault-words';
import type { FaultOf } from '../../findings/fault';
import { spoken, tableOf, withArticle } from '../../phrases/phrases';

export const measureWrappedWords: FaultWords<'measure-wrapped'> = {
  sentence: (fault, telling) =>
    `${telling.columns.measure} wrapped round in ${tableOf(telling)}: an integer of ${fault.bits} bits holds no amount above ${telling.amount(largest(fault))}, and larger ones begin again below zero.`,
  replayed: ({ bits }, { columns }) => `with ${columns.measure} in an integer of ${bits} bits`,
  label: ({ bits }, { columns }) => `${columns.measure} wrapped at ${bits} bits`,
  question: (fault, { columns, amount }) =>
    `Which type holds ${columns.measure} on its way into the table, and can it hold amounts above ${amount(largest(fault))}?`,
  mechanisms: ({ bits }, { columns }) => [
    {
      code: 'column-type',
      mechanism: `the column or a variable that holds ${columns.measure} is an integer of ${bits} bits`,
      lookAt: "the table's definition",
    },
    {
      code: 'cast',
      mechanism: `a step casts ${columns.measure} to a shorter integer, and overflow goes unnoticed`,
      lookAt: "the pipeline's queries: CAST",
    },
  ],
  wouldShow: (fault, { columns, entity, amount }) =>
    `${withArticle(entity.one)} whose newest ${columns.measure} is above ${amount(largest(fault))}`,
  forCustomer: (_, telling) =>
    `${tableOf(telling)} cannot hold very large amounts of ${spoken(telling.columns.measure)}, and shows others in their place.`,
};

/** The largest value that the integer holds. */
function largest({ bits, digits }: FaultOf<'measure-wrapped'>): string {
  return formatUnits(2n ** BigInt(bits - 1) - 1n, digits);
}
