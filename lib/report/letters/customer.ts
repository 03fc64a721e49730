import { isZeroDecimal, subtractDecimals } from '@/lib/core/decimal';
import { moduleOf } from '@/lib/core/faults/catalogue';
import type { Telling } from '@/lib/core/faults/fault-words';
import type { Findings } from '@/lib/core/findings/findings';
import { formatCount, formatShare } from '@/lib/core/phrases/amounts';
import {
  capitalised,
  list as inWords,
  plural,
  possessive,
  spoken,
  tableOf,
  withArticle,
} from '@/lib/core/phrases/phrases';
import { mixedTotals, mixedUnits } from '@/lib/core/words/mixed';
import { ruleInWords } from '@/lib/core/words/rules';
import { isRewritten, reckon, type Standing, standingsOf } from '@/lib/core/words/standing';
import { tellFault } from '@/lib/core/words/tell-fault';
import { tellingOf } from '@/lib/core/words/telling';
import { tellVerdict } from '@/lib/core/words/verdict';
import { heading, paragraph, type WrittenLetter } from './letter';
import { magnitude } from './magnitude';
import { greeting, hasDiscrepancy, type People, signature, subjectOf } from './parts';

export interface CustomerLetterInput {
  readonly findings: Findings;
  readonly people: People;
}

/**
 * To the customer's contact: what happened, how many and how much, whose figure is right, what happens next. No key, no
 * file, no blame, and no cause that the replay does not prove: it takes nothing of a row, so there is nothing to mask.
 */
export function customerLetter({ findings, people }: CustomerLetterInput): WrittenLetter {
  const standings = standingsOf(findings).map(forCustomer);
  if (!hasDiscrepancy(findings, standings)) {
    return {
      kind: 'nothing-to-send',
      why: `${tellVerdict(findings).headline} There is no discrepancy to tell the customer about.`,
    };
  }
  const blocks = [
    greeting(people.to),
    paragraph(opening(findings)),
    heading('What happened'),
    paragraph(whatHappened(findings, standings)),
    heading('How many and how much'),
    paragraph(howMuch(findings, standings)),
    heading('Which figures are right'),
    paragraph(whoIsRight(findings, standings)),
    heading('What happens next'),
    paragraph(whatNext(findings, standings)),
    signature(people.from),
  ];
  return { kind: 'letter', letter: { subject: subject(findings, standings), ...people, blocks } };
}

/** A key that has no name of its own is a record to a customer. */
function forCustomer(standing: Standing): Standing {
  const { entity } = standing.telling;
  return entity.one === 'key'
    ? { ...standing, telling: { ...standing.telling, entity: { one: 'record', many: 'records' } } }
    : standing;
}

/** A table whose causes are proved, are the only ones that these files allow, and rest on nothing that is assumed. */
function isCertain({ kind, found }: Standing): boolean {
  return kind === 'proved' && found.equivalents.length === 0;
}

/** Who is right rests on something that the files do not settle. */
function isConditional({ premises }: Findings): boolean {
  return premises.some(({ alternative }) => alternative !== undefined);
}

/** What the two tables do differently, or what can be read in two ways, without a word of whose is right. */
function openPoint(findings: Findings): string {
  const { columns, entity } = tellingOf(findings, 'ours');
  const found = findings.premises.find(({ alternative }) => alternative !== undefined);
  switch (found?.code) {
    case 'ties':
      return `Some ${entity.many} have two exported rows that are equally new, and the two tables keep different ones of them.`;
    case 'rule':
      return `Where several rows of ${withArticle(entity.one)} were exported, one table takes ${ruleInWords(found.rule, columns)}, the other ${ruleInWords(found.other ?? found.rule, columns)}.`;
    case 'version-order':
    case 'dates':
      return `The dates in ${spoken(found.column)} can be read with the day or with the month first, and each of the two tables fits one of the readings.`;
    case 'numbers':
      return `The amounts in ${spoken(found.column)} can be read in two ways, and each of the two tables fits one of them.`;
    default:
      return 'The two tables follow different rules.';
  }
}

function missingFile({ missing }: Findings): string {
  if (missing && missing.files.length > 0) return inWords(missing.files);
  return 'the exported file that holds the newest rows of your table';
}

function isRight(standing: Standing): boolean {
  return standing.kind === 'right';
}

function measureOf(findings: Findings): string {
  return spoken(findings.mapping.measure);
}

function tellingFor(standings: readonly Standing[]): Telling {
  const [first] = standings;
  if (!first) throw new Error('a letter needs a table');
  return first.telling;
}

function subject(findings: Findings, standings: readonly Standing[]): string {
  const measure = measureOf(findings);
  const wrong = standings.filter((standing) => !isRight(standing));
  if (standings.length < 2)
    return subjectOf([
      `The ${measure} in ${tableOf(tellingFor(standings))}: what we found`,
      `The ${measure}: what we found`,
    ]);
  const between = `between ${findings.labels.theirs} and ${findings.labels.ours}`;
  const end =
    wrong.every(isCertain) && !findings.missing && !isConditional(findings) ? 'explained' : 'what we know so far';
  return subjectOf([`The difference in ${measure} ${between}: ${end}`, `The difference in ${measure}: ${end}`]);
}

function opening(findings: Findings): string {
  const { both, difference } = reckon(findings);
  if (!both) return `We compared the ${measureOf(findings)} with the files it is built from, row by row.`;
  const differs =
    isZeroDecimal(difference) && mixedUnits(findings) === null
      ? 'why some rows differ although the totals agree'
      : `the difference in ${measureOf(findings)} between ${findings.labels.theirs} and ${findings.labels.ours}`;
  return `We looked into ${differs}, and compared both tables with the files they are built from.`;
}

function whatHappened(findings: Findings, standings: readonly Standing[]): string {
  if (findings.missing)
    return 'One of the exported files seems not to be among those that we have. Until it is, we cannot say which of the two tables is right, and we do not want to guess.';
  if (isConditional(findings))
    return `${openPoint(findings)} The files do not say which was agreed, and we do not want to call either table wrong before that is known.`;
  const wrong = standings.filter((standing) => !isRight(standing));
  const certain = wrong.filter(isCertain);
  const told = certain.flatMap(({ found, telling }) =>
    found.causes.map((cause) => tellFault(cause, telling).forCustomer),
  );
  const open = wrong.filter((standing) => !isCertain(standing));
  if (open.length === 0) return [...new Set(told)].join(' ');
  const tables = inWords(open.map(({ telling }) => tableOf(telling)));
  const differ = open.length === 1 ? 'differs' : 'differ';
  const unproved = `We know which ${tellingFor(standings).entity.many} of ${tables} ${differ} from the files, but not yet with certainty why. We only report a cause once it is proved.`;
  return [...new Set(told), unproved].join(' ');
}

function howMuch(findings: Findings, standings: readonly Standing[]): string {
  const { both, difference, differing, of } = reckon(findings);
  const { entity, amount } = tellingFor(standings);
  const mixed = mixedTotals(findings);
  const { labels, gap, expected } = findings;
  const [only] = standings;
  const a = both
    ? { name: possessive(labels.theirs), total: gap.theirs ?? '0' }
    : { name: "the files'", total: expected.total };
  const b = both
    ? { name: possessive(labels.ours), total: gap.ours ?? '0' }
    : { name: possessive(labels[only?.side ?? 'ours']), total: (only && gap[only.side]) ?? '0' };
  const users = `${formatCount(differing)} of ${plural(of, entity.one, entity.many)}`;
  const rest =
    of - differing > 0 ? ` The other ${formatCount(of - differing)} agree in every column that was compared.` : '';
  const concerns = differing === 1 ? 'is concerned' : 'are concerned';
  if (mixed !== null) return `${mixed} ${capitalised(users)} ${concerns}.${rest}`;
  if (isZeroDecimal(difference))
    return `The totals agree: both are ${amount(b.total)}. Within them, ${users} ${concerns}.${rest}`;
  const size = amount(magnitude(difference));
  const [larger, smaller] = subtractDecimals(a.total, b.total).startsWith('-') ? [b, a] : [a, b];
  const share =
    isZeroDecimal(larger.total) || larger.total.startsWith('-') || smaller.total.startsWith('-')
      ? null
      : formatShare(magnitude(difference), larger.total);
  return `${capitalised(larger.name)} total is ${amount(larger.total)}, ${smaller.name} ${amount(smaller.total)}: a difference of ${size}${share ? ` (${share})` : ''}. ${capitalised(users)} ${concerns}.${rest}`;
}

function whoIsRight(findings: Findings, standings: readonly Standing[]): string {
  if (findings.missing || isConditional(findings)) return 'We cannot say yet.';
  const { rightness } = tellVerdict(findings);
  const right = standings.filter(isRight);
  const [one] = right;
  if (right.length === 1 && one && standings.length === 2 && !standings.some(isRewritten)) {
    return `The figures of ${findings.labels[one.side]} are right: ${rightness}`;
  }
  const { amount } = tellingFor(standings);
  const ahead = standings.some(({ found }) => found.causes.some((cause) => moduleOf(cause).ahead));
  return ahead || mixedUnits(findings) !== null
    ? rightness
    : `${rightness} By the files, the total is ${amount(findings.expected.total)}.`;
}

function whatNext(findings: Findings, standings: readonly Standing[]): string {
  if (findings.missing)
    return `Could you please send us ${missingFile(findings)}? Then we compare both tables again and write to you.`;
  if (isConditional(findings))
    return 'Could you please tell us which of the two was agreed? Then we compare both tables again and write to you.';
  const wrong = standings.filter((standing) => !isRight(standing));
  if (!wrong.every(isCertain)) {
    return 'We are gathering what is needed to settle the cause, and will write again when it is proved. Until then, please treat the figures above as they stand: what differs is certain, why it differs is not.';
  }
  if (wrong.every(isRewritten))
    return 'No figure has to be corrected. If you need the values in one writing, please tell us in which.';
  const sides = wrong.map(({ side }) => side);
  const again = 'Then we compare both tables again and confirm the result to you.';
  if (sides.includes('ours') && sides.includes('theirs'))
    return `${possessive(findings.labels.ours)} table will be corrected, and we share with you every row that is needed for the table of ${findings.labels.theirs}. ${again}`;
  if (sides.includes('theirs'))
    return `Nothing changes in the table of ${findings.labels.ours}. We are glad to share every row behind this, so that the table of ${findings.labels.theirs} can be brought up to date. ${standings.length === 2 ? again : 'Then we compare it with the files again and confirm the result to you.'}`;
  return `${tableOf(tellingFor(wrong))} will be corrected; nothing is needed from you. ${standings.length === 2 ? again : 'Then we compare it with the files again and confirm the result to you.'}`;
}
