import { assertNever } from '../assert-never';
import type { Findings, Side } from '../findings/findings';
import type { DateForm, Outcome, Premise, PremiseOf } from '../findings/premise';
import { formatCount } from '../phrases/amounts';
import { list, plural, possessive, tableOf, withArticle } from '../phrases/phrases';
import { ruleInWords, rulesAlike } from './rules';
import { theFiles } from './standing';
import { labelOf } from './tell-fault';
import { tellingOf } from './telling';

/** A premise in words: what was decided about the files, and what settled it. */
export interface ToldPremise {
  readonly premise: Premise;
  /** Other premises that the same sentence tells: the same decision in other files or columns. */
  readonly also: readonly Premise[];
  /** A whole sentence. */
  readonly text: string;
  /** A phrase: "412 cells allow nothing else". */
  readonly settled: string;
  /** Nothing in the files settles it, and it matters. */
  readonly assumed: boolean;
  /** What the verdict would be under the other reading, a whole sentence; null where it would be the same. */
  readonly otherwise: string | null;
}

/** The premises that are worth a line, those that stand out first. What goes without saying is left out. */
export function tellPremises(findings: Findings): readonly ToldPremise[] {
  const groups = new Map<string, [Premise, ...Premise[]]>();
  for (const premise of findings.premises) {
    if (goesWithoutSaying(premise)) continue;
    const key = groupOf(premise);
    const group = groups.get(key);
    if (group) group.push(premise);
    else groups.set(key, [premise]);
  }
  const told = [...groups.values()].map(([premise, ...also]): ToldPremise => {
    const all = [premise, ...also];
    return {
      premise,
      also,
      text: textOf(all, findings),
      settled: settledIn(all, findings),
      assumed: all.some((one) => standsOut(one)),
      otherwise: all.map((one) => otherwiseOf(one, findings)).find((sentence) => sentence !== null) ?? null,
    };
  });
  return [...told.filter(({ assumed }) => assumed), ...told.filter(({ assumed }) => !assumed)];
}

/** One premise as `--json` and a letter tell it. */
export function tellPremise(
  premise: Premise,
  findings: Findings,
): { text: string; settled: string; otherwise: string | null } {
  return {
    text: textOf([premise], findings),
    settled: settledIn([premise], findings),
    otherwise: otherwiseOf(premise, findings),
  };
}

/** "If updated_at is read day first": the condition under which the verdict holds; null for a premise without one. */
export function conditionOf(premise: Premise, findings: Findings): string | null {
  if (premise.alternative === undefined) return null;
  const { columns } = tellingOf(findings, 'ours');
  switch (premise.code) {
    case 'version-order':
    case 'dates':
      return `If ${premise.column} is read ${dateOrder(premise.form)}`;
    case 'numbers':
      return `If the ${signWord(premise.decimal)} is the decimal sign in ${premise.column}`;
    case 'ties':
      return `If the ${premise.keep} of two rows with the same ${columns.version} counts`;
    case 'rule':
      return `If the row with ${ruleInWords(premise.rule, columns)} counts`;
    default:
      return null;
  }
}

function goesWithoutSaying(premise: Premise): boolean {
  switch (premise.code) {
    case 'unit':
      return true;
    case 'key':
      return premise.columns.length === 1 && premise.settledBy === 'uniqueness';
    case 'currencies':
      return premise.values.length < 2;
    case 'lines':
      return premise.taken === 'blank-cells';
    case 'version-order':
      return premise.as === 'number' || (premise.form === 'year-month-day' && premise.settledBy === 'cells');
    default:
      return false;
  }
}

/** Premises of one group are told together. */
function groupOf(premise: Premise): string {
  switch (premise.code) {
    case 'lines':
      return `lines ${premise.taken} ${premise.settledBy}`;
    case 'empty':
      return `empty ${[...premise.words].sort().join()} ${premise.settledBy}`;
    case 'writing':
      return `writing ${premise.as}`;
    case 'numbers':
      return `numbers ${premise.decimal} ${premise.settledBy} ${premise.files.join()}`;
    case 'dates':
      return `dates ${premise.form} ${premise.settledBy}`;
    case 'key':
    case 'version':
    case 'version-order':
    case 'offsets':
    case 'unit':
    case 'currencies':
    case 'ties':
    case 'rule':
    case 'deletes':
      return `${premise.code} ${'column' in premise ? (premise.column ?? '') : ''}`;
    default:
      return assertNever(premise);
  }
}

function standsOut(premise: Premise): boolean {
  if (premise.alternative !== undefined) return true;
  if (premise.code === 'currencies') return premise.values.length > 1;
  if (premise.settledBy !== 'assumed') return false;
  switch (premise.code) {
    case 'rule':
    case 'ties':
    case 'unit':
      return false;
    case 'key':
      return premise.repeats.ours + premise.repeats.theirs > 0;
    default:
      return true;
  }
}

function textOf(all: readonly Premise[], findings: Findings): string {
  const [premise] = all;
  if (!premise) return '';
  const { entity, columns } = tellingOf(findings, 'ours');
  switch (premise.code) {
    case 'key':
      return keyText(premise, findings);
    case 'version':
      return premise.column === null
        ? `No column was found that says which row of ${withArticle(entity.one)} is newest: the last arrival counts.${premise.candidates.length > 0 ? ` It could be ${list(premise.candidates, 'or')}.` : ''}`
        : `${premise.column} says which row of ${withArticle(entity.one)} is newest.`;
    case 'version-order':
      if (premise.as === 'text') return `${premise.column} is compared as text, in natural order ("v2" before "v10").`;
      return premise.as === 'number'
        ? `${premise.column} is compared as numbers.`
        : `${premise.column} is read as dates, ${dateOrder(premise.form)}.`;
    case 'dates':
      return `${list(columnsOf(all))} ${all.length === 1 ? 'is' : 'are'} read as dates, ${dateOrder(premise.form)}.`;
    case 'offsets':
      return `Times of ${premise.column} that say no offset are taken for UTC.`;
    case 'numbers':
      return `The ${signWord(premise.decimal)} is the decimal sign in ${list(columnsOf(all))}${filesIn(premise.files, findings)}.`;
    case 'empty':
      return `${list(premise.words)} ${premise.words.length === 1 ? 'stands' : 'stand'} for an empty cell in ${list(columnsOf(all))}.`;
    case 'writing':
      return `${list(columnsOf(all))} ${all.length === 1 ? 'is' : 'are'} written in several ways (${WRITINGS[premise.as]}) that count as one value.`;
    case 'lines':
      return linesText(all.filter((one) => one.code === 'lines'));
    case 'unit':
      return premise.unit === null
        ? `Nothing says what ${premise.column} is in.`
        : `${premise.column} is in ${premise.unit}.`;
    case 'currencies':
      return premise.values.length === 1
        ? `All amounts are in ${premise.values[0] ?? ''}, as ${premise.column} says.`
        : `Amounts are in ${list(premise.values)}, as ${premise.column} says: a total over all of them adds up different currencies.`;
    case 'ties':
      return `Where several rows of ${withArticle(entity.one)} share the largest ${columns.version}, the ${premise.keep} counts.`;
    case 'rule':
      return `For each ${entity.one} the row with ${ruleInWords(premise.rule, columns)} counts.`;
    case 'deletes': {
      const mark = `rows whose ${premise.column} is ${list(premise.values, 'or')}`;
      return premise.applied
        ? `A newest row whose ${premise.column} is ${list(premise.values, 'or')} deletes its ${entity.one}${premise.keys > 0 ? `: ${plural(premise.keys, `${entity.one} is`, `${entity.many} are`)} left out` : ''}.`
        : `${mark.charAt(0).toUpperCase()}${mark.slice(1)} count as ordinary rows.`;
    }
    default:
      return assertNever(premise);
  }
}

const WRITINGS = { boolean: 'true and 1', number: '1.0 and 1', date: 'one date in two forms' } as const;

function keyText({ columns, repeats }: PremiseOf<'key'>, findings: Findings): string {
  const { entity } = tellingOf(findings, 'ours');
  const repeated = (['ours', 'theirs'] as const)
    .filter((side) => repeats[side] > 0)
    .map(
      (side) => `for ${plural(repeats[side], entity.one, entity.many)} in ${possessive(findings.labels[side])} table`,
    );
  const names = list(columns);
  if (repeated.length > 0)
    return `${names} ${columns.length === 1 ? 'repeats' : 'repeat'} ${list(repeated)}: is it the whole key?`;
  return columns.length === 1 ? `${names} is the key.` : `${names} together are the key.`;
}

function columnsOf(all: readonly Premise[]): string[] {
  return [
    ...new Set(all.flatMap((premise) => ('column' in premise && premise.column !== null ? [premise.column] : []))),
  ];
}

function filesIn(files: readonly string[], findings: Findings): string {
  if (files.length === findings.inputs.length) return '';
  return files.length > 3 ? `, in ${formatCount(files.length)} files` : `, in ${list(files)}`;
}

const LINE_WORDS: Record<PremiseOf<'lines'>['taken'], { readonly one: string; readonly many: string }> = {
  preamble: { one: 'stands above the header and is left out', many: 'stand above the header and are left out' },
  comment: { one: 'is a comment and is left out', many: 'are comments and are left out' },
  'repeated-header': { one: 'repeats the header and is left out', many: 'repeat the header and are left out' },
  trailer: { one: 'only ends the file and is left out', many: 'only end the file and are left out' },
  total: { one: 'is a total and is left out', many: 'are totals and are left out' },
  'row-count': { one: 'counts the rows and is left out', many: 'count the rows and are left out' },
  'blank-cells': { one: 'has only empty cells and is left out', many: 'have only empty cells and are left out' },
  wider: {
    one: 'has more cells than the header; the further ones are read as columns without a name',
    many: 'have more cells than the header; the further ones are read as columns without a name',
  },
};

function linesText(premises: readonly PremiseOf<'lines'>[]): string {
  const [first] = premises;
  if (!first) return '';
  const count = premises.reduce((sum, premise) => sum + premise.count, 0);
  const named = premises
    .slice(0, 2)
    .map(({ file, lines, count: own }) => `${own === 1 ? 'line' : 'lines'} ${lineRanges(lines, own)} of ${file}`);
  const more = premises.length - named.length;
  const where = list([
    ...named,
    ...(more > 0 ? [`${formatCount(more)} more ${more === 1 ? 'file has' : 'files have'} such`] : []),
  ]);
  const { one, many } = LINE_WORDS[first.taken];
  if (more > 0)
    return `${plural(count, 'line', 'lines')} ${many}: ${list([...named, `those of ${formatCount(more)} more ${more === 1 ? 'file' : 'files'}`])}.`;
  return `${where.charAt(0).toUpperCase()}${where.slice(1)} ${count === 1 ? one : many}.`;
}

/** "1–4 and 9"; of many the first few. */
function lineRanges(lines: readonly number[], count: number): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  const shown = ranges
    .slice(0, 3)
    .map(([from, to]) => (from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`));
  const told = ranges.slice(0, 3).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return list([...shown, ...(count > told ? [`${formatCount(count - told)} more`] : [])]);
}

function settledIn(all: readonly Premise[], findings: Findings): string {
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
  return 'assumed: nothing in the files settles it';
}

function otherwiseOf(premise: Premise, findings: Findings): string | null {
  const { alternative } = premise;
  if (alternative === undefined) return null;
  const { columns } = tellingOf(findings, 'ours');
  const outcomes = list(
    (['ours', 'theirs'] as const).flatMap((side) => {
      const outcome = alternative[side];
      return outcome ? [outcomeWords(outcome, side, findings)] : [];
    }),
  );
  switch (premise.code) {
    case 'version-order':
    case 'dates':
      return `Read ${otherOrder(premise.form)}, ${outcomes}.`;
    case 'numbers':
      return `With the ${signWord(premise.decimal === '.' ? ',' : '.')} as the decimal sign, ${outcomes}.`;
    case 'ties':
      return `If the ${premise.keep === 'earlier' ? 'later' : 'earlier'} counts, ${outcomes}.`;
    case 'rule':
      return `If the row with ${ruleInWords(premise.other ?? premise.rule, columns)} counts, ${outcomes}.`;
    default:
      return `Otherwise ${outcomes}.`;
  }
}

function outcomeWords({ kind, causes }: Outcome, side: Side, findings: Findings): string {
  const telling = tellingOf(findings, side);
  const table = tableOf(telling);
  switch (kind) {
    case 'right':
      return `${table} is exactly what ${theFiles(findings)} should give`;
    case 'proved':
      return `${table} is not (${causes.map((cause) => labelOf(cause, telling)).join('; ')})`;
    case 'best':
    case 'unknown':
      return `no known fault explains ${table}`;
    default:
      return assertNever(kind);
  }
}

function dateOrder(form: DateForm | undefined): string {
  switch (form) {
    case 'day-month-year':
      return 'day first';
    case 'month-day-year':
      return 'month first';
    case 'year-month-day':
      return 'year first';
    case 'month-name':
      return 'months by their names';
    case 'epoch':
      return 'counted from 1970';
    case 'serial':
      return "counted as a spreadsheet's days";
    case 'several':
    case undefined:
      return 'in the form of each file';
    default:
      return assertNever(form);
  }
}

function otherOrder(form: DateForm | undefined): string {
  return form === 'month-day-year' ? 'day first' : 'month first';
}

function signWord(sign: '.' | ','): string {
  return sign === '.' ? 'point' : 'comma';
}
