import type { FaultWords } from '../../faults/fault-words';
import type { FaultOf } from '../../findings/fault';
import { list, tableOf, withArticle } from '../../phrases/phrases';

export const deletesIgnoredWords: FaultWords<'deletes-ignored'> = {
  sentence: (fault, telling) =>
    fault.how === 'skipped'
      ? `Rows ${marked(fault)} had no effect in ${tableOf(telling)}: deleted ${telling.entity.many} still stand there with their values from before.`
      : `Rows ${marked(fault)} count like any other in ${tableOf(telling)}: deleted ${telling.entity.many} still stand there, with the values of those rows.`,
  replayed: (fault) =>
    fault.how === 'skipped' ? `without the rows ${marked(fault)}` : `taking rows ${marked(fault)} for ordinary ones`,
  label: () => 'deletes ignored',
  question: (fault, telling) =>
    `What does the load do with rows ${marked(fault)}, and when was ${withArticle(telling.entity.one)} last removed by it?`,
  mechanisms: ({ column }) => [
    {
      code: 'no-delete-branch',
      mechanism: `the merge inserts and updates, and has no branch for the deletes of ${column}`,
      lookAt: 'the merge statement',
    },
    {
      code: 'deletes-filtered',
      mechanism: 'rows that mark a delete are filtered out before the load, or refused for their empty cells',
      lookAt: "the load query and the loader's rejected rows",
    },
    {
      code: 'column-not-read',
      mechanism: `${column} is not read at all`,
      lookAt: "the loader's list of columns",
    },
  ],
  wouldShow: (fault, { entity }) => `${withArticle(entity.one)} whose newest row marks a delete (${marksOf(fault)})`,
  forCustomer: (_, telling) => `Some ${telling.entity.many} that were removed still stand in ${tableOf(telling)}.`,
};

/** More values than these, such as the times of deletes, are not listed. */
const MOST_NAMED = 3;

/** "that mark a delete (op D)" */
function marked({ column, values }: FaultOf<'deletes-ignored'>): string {
  return `that mark a delete (${marksOf({ column, values })})`;
}

/** "op D" */
function marksOf({ column, values }: Pick<FaultOf<'deletes-ignored'>, 'column' | 'values'>): string {
  return values.length > MOST_NAMED ? column : `${column} ${list(values, 'or')}`;
}
