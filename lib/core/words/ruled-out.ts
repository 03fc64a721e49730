import type { Telling } from '../faults/fault-words';
import type { Side, Tried } from '../findings/findings';
import { formatCount } from '../phrases/amounts';
import { plural } from '../phrases/phrases';
import type { Standing } from './standing';
import { isRuledOutTogether, labelOf, ruledOutTogether, tellFault } from './tell-fault';

/** An explanation that was tried, as a phrase, and how much of the table it gives. */
export interface RuledOut {
  readonly side: Side;
  readonly text: string;
  readonly detail: string;
}

/** Files that were tried alone are told together, with the best of them; what shares a label is told at length. */
export function ruledOutOf({ side, found, telling }: Standing): RuledOut[] {
  const single = found.ruledOut.filter(isOneFile);
  const best = single.reduce<Tried | null>(
    (top, tried) => (top && top.reproduced.rows >= tried.reproduced.rows ? top : tried),
    null,
  );
  const grouped = single.length > 1;
  return found.ruledOut.flatMap((tried) => {
    if (grouped && isOneFile(tried)) {
      const text = ruledOutTogether(
        single.flatMap(({ causes }) => causes),
        telling,
      );
      return tried === single[0] && best ? [{ side, text, detail: `at most ${rowsOf(best)}` }] : [];
    }
    const text = triedLabel(tried, telling);
    const told = found.ruledOut.filter((other) => triedLabel(other, telling) === text).length === 1;
    const full = () => tried.causes.map((cause) => tellFault(cause, telling).replayed).join('; ');
    return [{ side, text: told ? text : full(), detail: rowsOf(tried) }];
  });
}

function triedLabel({ causes }: Tried, telling: Telling): string {
  return causes.map((cause) => labelOf(cause, telling)).join('; ');
}

function isOneFile({ causes }: Tried): boolean {
  const [cause] = causes;
  return cause !== undefined && causes.length === 1 && isRuledOutTogether(cause);
}

function rowsOf({ reproduced: { rows, of } }: Tried): string {
  return `${formatCount(rows)} of ${plural(of, 'row', 'rows')}`;
}
