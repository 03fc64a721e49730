import type { FaultWords } from '../../faults/fault-words';
import { asText, moved, reversed, sameOrder } from '../../file-orders';
import { list, tableOf, withArticle } from '../../phrases/phrases';

export const filesOutOfOrderWords: FaultWords<'files-out-of-order'> = {
  sentence: ({ order }, telling) =>
    `${arrived(order, telling.files)} for ${tableOf(telling)}, so that other rows count as the first and the last to arrive.`,
  replayed: ({ order }, telling) => `with ${inOrder(order, telling.files)}`,
  label: () => 'files out of order',
  question: (_, telling) =>
    `In which order did the files arrive for ${tableOf(telling)}, and what does the load sort them by?`,
  mechanisms: () => [
    {
      code: 'sorted-as-text',
      mechanism: 'the load sorts the names of the files as texts, or takes them as the listing gives them',
      lookAt: 'the order of the files in the load log',
    },
    {
      code: 'loaded-at-once',
      mechanism: 'several files are loaded at the same time, and the one that is done last counts',
      lookAt: "the scheduler's runs with their begins and ends",
    },
    {
      code: 'sent-late',
      mechanism: 'a file was sent late, or loaded again by hand after the others',
      lookAt: "the bucket's listing with the times of the files",
    },
  ],
  wouldShow: (_, { entity }) =>
    `${withArticle(entity.one)} with rows in two files that change places, of which arrival decides which counts`,
  forCustomer: (_, telling) =>
    `The exported files were read in another order for ${tableOf(telling)}, so some ${telling.entity.many} are not shown there as they should be.`,
};

/** As a sentence begins. */
function arrived(order: readonly string[], files: readonly string[]): string {
  const one = movedFile(order, files);
  if (one !== null) return `${one.file} arrived ${one.to === 'last' ? 'after' : 'before'} all other files`;
  return `The files arrived ${told(order, files)}`;
}

/** To follow "with". */
function inOrder(order: readonly string[], files: readonly string[]): string {
  const one = movedFile(order, files);
  if (one !== null) return `${one.file} ${one.to === 'last' ? 'after' : 'before'} all other files`;
  return `the files ${told(order, files)}`;
}

function told(order: readonly string[], files: readonly string[]): string {
  if (sameOrder(order, reversed(files))) return 'in reverse';
  const back = order.findIndex((file, at) => at > 0 && files.indexOf(file) < files.indexOf(order[at - 1] ?? ''));
  if (sameOrder(order, asText(files)) && back > 0)
    return `sorted by name as text (${order[back - 1] ?? ''} before ${order[back] ?? ''})`;
  return `in the order ${list(order)}`;
}

/** The one file that changed its place. Of two files the order is reversed. */
function movedFile(
  order: readonly string[],
  files: readonly string[],
): { readonly file: string; readonly to: 'first' | 'last' } | null {
  if (files.length < 3 || sameOrder(order, asText(files))) return null;
  for (const [file, to] of [
    [order.at(-1), 'last'],
    [order[0], 'first'],
  ] as const)
    if (file !== undefined && files.includes(file) && sameOrder(order, moved(files, file, to))) return { file, to };
  return null;
}
