import type { CaseNotes } from '../open/notes';
import { openedCase } from '../open/selectors';
import type { CaseState } from '../open/state';

/** A short number, a year or a day in the name of a file or a side is hardly a key. */
const NUMBERING = /(?<![\p{L}\p{N}])(?:\d{1,3}|(?:19|20)\d{2}(?:[-_.]?\d{2}){0,2})(?![\p{L}\p{N}])/gu;

/** Everything that people wrote into a case, and what they called it, its sides and its files. */
export function textsOfPeople(state: CaseState, { comments, letters }: CaseNotes): readonly string[] {
  const opened = openedCase(state);
  const names = opened
    ? [
        opened.setup.name,
        opened.setup.labels.ours,
        opened.setup.labels.theirs,
        ...opened.intake.files.map(({ file }) => file.replace(/\.(csv|tsv|txt|gz|zip)\b/gi, ' ')),
      ]
    : [];
  return [
    ...comments.flatMap(({ text, author }) => [text, author]),
    ...[letters.engineer, letters.customer].flatMap((draft) =>
      draft ? [draft.subject ?? '', ...draft.edits.map(({ now }) => now)] : [],
    ),
    ...names.map((name) => name.replace(NUMBERING, ' ')),
  ].filter((text) => text !== '');
}
