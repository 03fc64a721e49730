import { assertNever } from '../assert-never';
import type { Findings } from '../findings/findings';
import type { Premise } from '../findings/premise';
import { plural, tableOf } from '../phrases/phrases';
import { rulesAlike } from './rules';
import { tellingOf } from './telling';

/** What settled the premises of one group, as a phrase: "412 cells allow nothing else". */
export function settledIn(all: readonly Premise[], findings: Findings): string {
  const [premise] = all;
  if (!premise) return '';
  switch (premise.settledBy) {
    case 'given':
      return 'as you said';
    case 'cells':
      return cellsPhrase(all);
    case 'uniqueness':
      return 'only so does each row of a table stand alone';
    case 'both-tables':
      return premise.code === 'ties'
        ? `both tables show it, ${plural(premise.keys, tellingOf(findings, 'ours').entity.one, tellingOf(findings, 'ours').entity.many)}`
        : 'both tables bear it out';
    case 'ours':
    case 'theirs':
      return `${tableOf(tellingOf(findings, premise.settledBy))} bears it out`;
    case 'file-order':
      return 'only so do the versions rise from file to file';
    case 'assumed':
      return assumedPhrase(premise, findings);
    default:
      return assertNever(premise.settledBy);
  }
}

function cellsPhrase(all: readonly Premise[]): string {
  const cells = all.reduce((sum, premise) => sum + ('cells' in premise ? premise.cells : 0), 0);
  const [premise] = all;
  if (premise?.code === 'empty') return `${plural(cells, 'cell', 'cells')}, in every file alike`;
  if (cells > 0) return `${plural(cells, 'cell allows', 'cells allow')} nothing else`;
  return premise?.code === 'lines' ? 'by where they stand and what they hold' : 'the cells say so';
}

function assumedPhrase(premise: Premise, findings: Findings): string {
  if (premise.code === 'rule' && premise.alternative === undefined) {
    const alike = rulesAlike(findings);
    return alike === null ? 'no known rule gives the tables' : `these files cannot tell it from ${alike}`;
  }
  if (premise.code === 'ties' && premise.alternative === undefined) return 'it changes nothing here';
  if (premise.code === 'rule') return 'nothing in the files says which rule was agreed';
  if (premise.code === 'ties') return 'nothing in the files says which was agreed';
  if (premise.code === 'encoding')
    return premise.several
      ? 'assumed: most of its lines beyond ASCII are that'
      : 'assumed: nothing in the file says its encoding';
  return 'assumed: nothing in the files settles it';
}
