import type { Findings, SideFindings } from '@/lib/core/findings/findings';
import { toAmount } from '../planted/amount';
import { readClaim, type Told } from './claims';
import { faultWords, type PlainFault } from './faults';
import type { Mix, MixSide } from './mix';
import { differingKeys, type Side, type Table, tableRows, totalOf } from './model';
import { runPipeline, takeAsGiven } from './pipeline';

/**
 * - `right`: the planted causes or ones that give the same table, proved; a right table told as right; and where the
 *   files leave something open, the answer that says so.
 * - `abstained`: no proof, nothing untrue; or refused with a reason.
 * - `wrong`: something untrue, without a proof: totals, a right table blamed, a file named that had its effect.
 * - `untrue exactly`: a table said to be exactly what the files should give, which it is not, or which nobody can know.
 * - `false proof`: called proved, and the slow pipeline with these causes gives another table.
 */
export const outcomes = ['right', 'abstained', 'wrong', 'untrue exactly', 'false proof'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Verdict {
  readonly outcome: Outcome;
  /** What speaks against it, the worst first; empty when all is right. */
  readonly remarks: readonly string[];
}

interface Mark {
  readonly outcome: Outcome;
  readonly remark: string;
}

const right: Mark = { outcome: 'right', remark: '' };

export function judgeMix(mix: Mix, findings: Findings): Verdict {
  const marks = [
    judgeSide(mix, 'ours', findings),
    judgeSide(mix, 'theirs', findings),
    ...judgeTotals(mix, findings),
    ...judgePremises(mix, findings),
  ];
  const worstFirst = marks.sort((a, b) => outcomes.indexOf(b.outcome) - outcomes.indexOf(a.outcome));
  return {
    outcome: worstFirst[0]?.outcome ?? 'right',
    remarks: worstFirst.flatMap(({ remark }) => (remark === '' ? [] : [remark])),
  };
}

/** What the causes give by the slow pipeline; null: one of them is not known here. */
function replayed(mix: Mix, side: MixSide, claims: readonly (PlainFault | null)[]): Table | null {
  if (claims.includes(null)) return null;
  return takeAsGiven(mix.source, claims as PlainFault[], mix.reading, side.table);
}

function judgeSide(mix: Mix, name: Side, findings: Findings): Mark {
  const found = findings.sides[name];
  const mark = (outcome: Outcome, remark: string): Mark => ({ outcome, remark: `${name}: ${remark}` });
  if (!found) return mark('wrong', 'nothing is said of this table');
  const side = mix[name];
  const settled = (keys: readonly string[]) => keys.filter((key) => !mix.doubt.unread.has(key));
  const clean = settled(differingKeys(side.table, mix.expected)).length === 0;
  const claims = found.causes.map((cause) => readClaim(cause as unknown as Told, mix));
  if (mix.doubt.dates) return judgeUnderDoubt(found, findings, mark);
  if (found.proved && claims.length === 0) return judgeExactly(mix, clean, found, findings, mark);
  if (found.proved) {
    const table = replayed(mix, side, claims);
    const off = table ? settled(differingKeys(table, side.table)).length : null;
    if (off === null) return mark('false proof', `proved by ${wordsOf(found)}, which is not known here`);
    if (off > 0) return mark('false proof', `proved by ${wordsOf(found)}, which gives ${off} keys otherwise`);
    if (found.causes.some((cause) => cause.fault === 'rows-not-exported') && findings.missing === null)
      return mark('wrong', 'newer rows are told as proved, and no file as missing');
    // Which of two tied rows was agreed nobody can know, so either table may be told as the one that does otherwise.
    if (clean && mix.doubt.ties && isAssumed(findings, 'ties')) return right;
    if (clean) return mark('wrong', `a right table is explained by ${wordsOf(found)}`);
    if (claims.length > side.faults.length && mix.doubt.withheld === null)
      return mark('wrong', `more causes than were planted: ${wordsOf(found)}`);
    return right;
  }
  return judgeUnproved(mix, name, clean, claims, found, findings, mark);
}

type Marking = (outcome: Outcome, remark: string) => Mark;

/** Said without a condition: the table is exactly what the files should give. */
function judgeExactly(mix: Mix, clean: boolean, found: SideFindings, findings: Findings, mark: Marking): Mark {
  const qualified = found.unsettled !== 0;
  if (findings.missing !== null && mix.doubt.withheld !== null) return right;
  if (mix.doubt.withheld !== null) return mark('untrue exactly', `${mix.doubt.withheld} is not among the files`);
  if (mix.doubt.ties)
    return isAssumed(findings, 'ties') ? right : mark('untrue exactly', 'which of two tied rows counts is not known');
  if (!clean) return mark(qualified ? 'wrong' : 'untrue exactly', 'it is not what the files should give');
  const unread = [...mix.doubt.unread.values()];
  // A version that is none makes the column one of texts, and then every line is read.
  const readAsTexts = unread.every((damage) => damage === 'version') && isAssumed(findings, 'version-order');
  if (unread.length > 0 && !qualified && !readAsTexts) return mark('untrue exactly', 'lines could not be read');
  return right;
}

/** Nobody can know which order the dates are in: both readings are said, and nothing is proved. */
function judgeUnderDoubt(found: SideFindings, findings: Findings, mark: Marking): Mark {
  const said = isAssumed(findings, 'version-order');
  if (!found.proved)
    return said || found.causes.length === 0 ? right : mark('wrong', `${wordsOf(found)} under a silent reading`);
  if (said) return mark('wrong', 'proved, though the order of the dates is assumed');
  return mark(
    found.causes.length === 0 ? 'untrue exactly' : 'false proof',
    'whether days or months come first is not known',
  );
}

function judgeUnproved(
  mix: Mix,
  name: Side,
  clean: boolean,
  claims: readonly (PlainFault | null)[],
  found: SideFindings,
  findings: Findings,
  mark: Marking,
): Mark {
  if (mix.doubt.withheld !== null && findings.missing !== null) return right;
  if (claims.length === 0 && isAssumed(findings, 'rule') && followsOtherRule(mix)) return right;
  const planted = mix[name].faults;
  if (clean) {
    if (claims.length > 0) return mark('wrong', `a right table is blamed: ${wordsOf(found)}`);
    if (mix.doubt.hole && findings.missing !== null) return right;
    if (mix.doubt.unread.size > 0 && found.unsettled !== 0 && found.unexplained.keys <= mix.doubt.unread.size)
      return right;
    return mark('abstained', `a right table, ${found.unexplained.keys} keys unexplained`);
  }
  if (claims.length === 0 && planted.some(({ fault }) => fault === 'deletes-ignored') && deletesApplied(findings))
    return right;
  const files = claims.flatMap((claim) => filesOf(claim));
  const named = planted.flatMap((fault) => filesOf(fault));
  if (files.some((file) => !named.includes(file)) && mix.doubt.withheld === null)
    return mark('wrong', `best explanation ${wordsOf(found)}, planted ${faultWords(planted)}`);
  if (
    mix.doubt.unread.size > 0 &&
    found.unsettled !== 0 &&
    touchesUnread(mix, mix[name], claims, found.unexplained.keys)
  )
    return right;
  return mark('abstained', `not proved: ${wordsOf(found)}, planted ${faultWords(planted)}`);
}

/** The causes hold for all keys that can be read, and a key that cannot is among those they cover or leave. */
function touchesUnread(mix: Mix, side: MixSide, claims: readonly (PlainFault | null)[], left: number): boolean {
  const table = claims.length === 0 ? null : replayed(mix, side, claims);
  if (!table) return false;
  const unread = (key: string) => mix.doubt.unread.has(key);
  const differing = differingKeys(table, side.table);
  return differing.every(unread) && (left > 0 || [...differing, ...differingKeys(table, mix.expected)].some(unread));
}

function filesOf(claim: PlainFault | null): readonly string[] {
  if (claim === null) return [];
  if ('file' in claim) return [claim.file];
  return 'files' in claim && claim.files !== null ? claim.files : [];
}

function* judgeTotals(mix: Mix, findings: Findings): Generator<Mark> {
  const off = (what: string, told: string | null, truth: bigint): Mark[] =>
    told !== null && toAmount(told) === truth
      ? []
      : [{ outcome: 'wrong', remark: `${what} is told as ${told ?? 'none'}, not ${Number(truth) / 1e9}` }];
  if (mix.traits.ambiguous && isAssumed(findings, 'numbers')) return;
  for (const { name, role, total } of mix.files) {
    const told = findings.inputs.find((input) => input.file === name);
    if (total !== null) yield* off(`total of ${name}`, told?.total ?? null, total);
    if (total !== null && role !== 'delta') yield* off(`total of ${role}`, findings.gap[role], total);
  }
  if (mix.doubt.unread.size > 0 || mix.doubt.dates || mix.doubt.withheld !== null) return;
  const expected = [mix.expected, ...(mix.doubt.ties ? [otherTies(mix)] : [])].map((table) =>
    totalOf(tableRows(table)),
  );
  if (!expected.includes(toAmount(findings.expected.total)))
    yield* off('expected total', findings.expected.total, expected[0] ?? 0n);
}

function otherTies(mix: Mix): Table {
  return runPipeline(mix.source, [], { ...mix.reading, ties: mix.reading.ties === 'later' ? 'earlier' : 'later' });
}

/** What has to be said, and what must not be. */
function* judgePremises(mix: Mix, findings: Findings): Generator<Mark> {
  const { doubt, traits } = mix;
  if (doubt.withheld !== null && findings.missing === null)
    yield { outcome: 'abstained', remark: `${doubt.withheld} is not told as missing` };
  if (doubt.withheld === null && !doubt.hole && findings.missing !== null)
    yield { outcome: 'wrong', remark: `a file is told as missing: ${JSON.stringify(findings.missing)}` };
  if (doubt.dates && !isAssumed(findings, 'version-order'))
    yield { outcome: 'abstained', remark: 'the order of the dates is not told as assumed' };
  if (
    traits.attributes.includes('currency') &&
    traits.currencies.length > 1 &&
    !findings.premises.some(({ code }) => code === 'currencies')
  )
    yield { outcome: 'wrong', remark: `a total of ${traits.currencies.join(' and ')}, without saying so` };
  const unit = findings.columns.find(({ role }) => role === 'measure')?.unit ?? null;
  const own = traits.number.unit;
  const said = [
    own,
    ...(/\(|currency/.test(`${traits.measure} ${traits.attributes.join(' ')}`) ? traits.currencies : []),
  ];
  if (unit !== null && !said.some((code) => code !== null && signOf(code) === signOf(unit)))
    yield { outcome: 'wrong', remark: `amounts are shown in ${unit}, the cells say ${own ?? 'nothing'}` };
}

function signOf(code: string): string {
  return { USD: '$', EUR: '€', GBP: '£' }[code] ?? code;
}

/** One table is the result of another rule: which one was agreed may be asked instead of told. */
function followsOtherRule({ ours, theirs }: Mix): boolean {
  return [...ours.faults, ...theirs.faults].some(({ fault }) =>
    /^(first-row|last-row|smallest-version)-wins$/.test(fault),
  );
}

/** Whether rows are said to mark deletes that count. */
function deletesApplied(findings: Findings): boolean {
  return findings.premises.some((premise) => premise.code === 'deletes' && premise.applied);
}

/** Whether a premise of this kind is said to be assumed. */
function isAssumed(findings: Findings, code: string): boolean {
  return findings.premises.some((premise) => premise.code === code && premise.settledBy === 'assumed');
}

function wordsOf(found: SideFindings): string {
  const told = ['fault', 'keys', 'amount', 'equivalentRange'];
  const words = found.causes.map((cause) => {
    const parameters = Object.entries(cause).filter(([name]) => !told.includes(name));
    return parameters.length === 0 ? cause.fault : `${cause.fault} ${JSON.stringify(Object.fromEntries(parameters))}`;
  });
  return words.length === 0 ? 'nothing' : words.join(' + ');
}
