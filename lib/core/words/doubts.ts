import type { Findings } from '../findings/findings';
import { formatCount } from '../phrases/amounts';
import { list, plural, possessive } from '../phrases/phrases';
import { deltasOf, tellingOf } from './telling';

/** What keeps a verdict from being one, in whole sentences: a file that is missing, a key that repeats, lines unread. */

/** What is said before all else where an export seems to be missing; null where none does. */
export function missingSentence(findings: Findings): string | null {
  const { missing } = findings;
  if (!missing) return null;
  const { entity } = tellingOf(findings, 'ours');
  const files = list(missing.files);
  const seems = missing.files.length === 1 ? 'seems' : 'seem';
  const ahead =
    missing.side === null
      ? ''
      : `${possessive(findings.labels[missing.side])} table holds rows of ${plural(missing.keys, entity.one, entity.many)} that are newer than theirs in any of the files`;
  if (missing.reason === 'newer-rows') return `An exported file seems to be missing here: ${ahead}.`;
  const aside = missing.setAside === null ? '' : ` ${missing.setAside} was set aside by hand.`;
  return `${files} ${seems} to be missing here: the files are numbered ${numbering(findings)}${ahead === '' ? '' : `, and ${ahead}`}.${aside}`;
}

function numbering(findings: Findings): string {
  const files = deltasOf(findings);
  return `${files[0] ?? ''} to ${files.at(-1) ?? ''}`;
}

/** What to send, where an export seems to be missing. */
export function missingQuestion(findings: Findings): string | null {
  const { missing } = findings;
  if (!missing) return null;
  if (missing.setAside !== null) return `Does ${missing.setAside}, which was set aside, belong to the exports?`;
  const files = missing.files.length > 0 ? list(missing.files) : 'the exported file that holds those rows';
  return `Where ${missing.files.length > 1 ? 'are' : 'is'} ${files}? Nothing is said of who is right until ${missing.files.length > 1 ? 'they are' : 'it is'} here.`;
}

/** Whether a table repeats keys that it should have once, and no fault says why, or both tables do. */
export function keyQuestion(findings: Findings): string | null {
  const key = findings.premises.find((premise) => premise.code === 'key');
  if (key?.settledBy !== 'assumed') return null;
  const { entity } = tellingOf(findings, 'ours');
  const both = key.repeats.ours > 0 && key.repeats.theirs > 0;
  const open = (['ours', 'theirs'] as const).filter(
    (side) => key.repeats[side] > 0 && (both || !findings.sides[side]?.proved),
  );
  if (open.length === 0) return null;
  const where = open.map(
    (side) => `${plural(key.repeats[side], entity.one, entity.many)} in ${possessive(findings.labels[side])} table`,
  );
  return `Is ${list(key.columns)} the whole key? It stands more than once for ${list(where)}.`;
}

/** The lines that could not be read, and for how many keys what is said holds; null where every line was read. */
export function unreadSentence(findings: Findings): string | null {
  const { unread } = findings;
  if (unread.length === 0) return null;
  const { entity } = tellingOf(findings, 'ours');
  const places = unread.map(({ file, lines, count }) => {
    const named = lines.slice(0, 3).map(formatCount);
    const more = count - named.length;
    return `${count === 1 ? 'line' : 'lines'} ${list([...named, ...(more > 0 ? [`${formatCount(more)} more`] : [])])} of ${file}`;
  });
  const base = `${sentence(list(places))} could not be read`;
  if (unread.some(({ keysKnown }) => !keysKnown))
    return `${base}, and whom ${unread.length === 1 && unread[0]?.count === 1 ? 'it concerns' : 'they concern'} is not known.`;
  const sides = (['ours', 'theirs'] as const).flatMap((side) => findings.sides[side] ?? []);
  const keys = Math.max(0, ...sides.map(({ unsettled }) => unsettled ?? 0));
  const of = Math.max(findings.expected.keys, findings.keys.compared);
  return `${base}: what is said holds for ${formatCount(Math.max(0, of - keys))} of ${plural(of, entity.one, entity.many)}.`;
}

/** ", as far as their lines could be read"; empty where every line was, and the reading alone is in question. */
export function asFarAsRead(findings: Findings): string {
  return findings.unread.length > 0 ? ', as far as their lines could be read' : '';
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
