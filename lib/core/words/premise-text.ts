import { assertNever } from '../assert-never';
import type { Findings } from '../findings/findings';
import type { Premise, PremiseOf } from '../findings/premise';
import { formatCount } from '../phrases/amounts';
import { list, plural, possessive, withArticle } from '../phrases/phrases';
import { dateOrder, signWord } from './readings';
import { ruleInWords } from './rules';
import { tellingOf } from './telling';

/** What was decided about the files, in a sentence for all premises of one group. */
export function textOf(all: readonly Premise[], findings: Findings): string {
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
    case 'encoding':
      return encodingText(premise);
    case 'unit':
      return premise.unit === null
        ? `Nothing says what ${premise.column} is in.`
        : `${premise.column} is in ${premise.unit}.`;
    case 'currencies':
      if (premise.signsOf !== undefined)
        return `Amounts of ${premise.signsOf} carry ${list(premise.values)}: the sign is compared as a column of its own, "${premise.column}", and nothing is added up over all of them.`;
      return premise.values.length === 1
        ? `All amounts are in ${premise.values[0] ?? ''}, as ${premise.column} says.`
        : `Amounts are in ${list(premise.values)}, as ${premise.column} says, and are not added up.`;
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

function encodingText({ file, as, lines, first, several }: PremiseOf<'encoding'>): string {
  if (first === null) return `${file} is read as ${as}.`;
  const byte = `byte ${first.byte.toString(16).toUpperCase()} on line ${formatCount(first.line)}`;
  const more = lines === 1 ? byte : `${byte} and such on ${plural(lines - 1, 'other line', 'other lines')}`;
  const odd = `${more} ${lines === 1 ? 'is' : 'are'} no UTF-8`;
  if (!several) return `${file} is read as ${as}: ${odd}.`;
  const mixed = as === 'UTF-8' ? odd : `${odd}, other lines are`;
  return `${file} is in two encodings and read as ${as}; the lines of the other are left out: ${mixed}.`;
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
