/**
 * How text from data is shown: whatever a reader cannot see stands as a mark, and text that runs from right to left is
 * held together, so that neither can move or hide a figure. Names and keys themselves stay as they are.
 */

/**
 * Controls but tabs and line breaks, soft hyphens, joiners and blanks without width, marks, embeddings, overrides and
 * isolates of direction, separators of lines and paragraphs, fillers, tags, and surrogates that stand alone.
 */
const UNSEEN =
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\ud800-\\udfff]';

const VARIATION = '[\\ufe00-\\ufe0f]';

const RIGHT_TO_LEFT =
  '[\\u0590-\\u05ff\\u0600-\\u0603\\u0608\\u060b\\u060d\\u061b\\u061d-\\u064a\\u066d-\\u06ef\\u06fa-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}]';

/** Of a letter that two are joined by: it stays as it is, and is none of a run from right to left, which is held together. */
const SEEN = `(?![ -~])(?!${UNSEEN}|${VARIATION}|${RIGHT_TO_LEFT})`;

/** Emoji are joined and varied by characters that are unseen elsewhere; so are letters of some scripts. */
const JOINED = `(?:\\p{RI}{2}|\\u{1f3f4}[\\u{e0020}-\\u{e007e}]+\\u{e007f}|[#*0-9]\\ufe0f?\\u20e3|\\p{Emoji}\\p{EMod}?\\ufe0f?(?:\\u200d\\p{Emoji}\\p{EMod}?\\ufe0f?)+|[\\p{So}\\p{Sm}\\p{Po}\\p{Emoji}]\\ufe0f|(?<=${SEEN}[\\p{L}\\p{M}])(?<!${RIGHT_TO_LEFT}\\p{M}*)[\\u200c\\u200d](?=${SEEN}\\p{L})|\\p{Script=Han}[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}])`;

/** Words of such a script. No figure is part of it: between two of them it would stand in another place. */
const RUN = `${RIGHT_TO_LEFT}[\\p{M}]*(?:(?:[ '.\\-\\u05be]{0,3}|[\\u200c\\u200d])${RIGHT_TO_LEFT}\\p{M}*)*`;

const FIRST_STRONG_ISOLATE = '\\u2068';
const POP_ISOLATE = '\\u2069';

const MARKED = new RegExp(
  `(?<isolated>${FIRST_STRONG_ISOLATE}${RUN}${POP_ISOLATE})|(?<joined>${JOINED})|(?<unseen>${UNSEEN}|${VARIATION})|(?<run>${RUN})`,
  'gu',
);
const PLAIN = /^[\t\n\r -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2190-\u22ff]*$/;

/** Told twice it is told the same. Tabs and line breaks stay. O(length) */
export function shown(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(MARKED, (found: string, ...rest: unknown[]) => {
    const { unseen, run } = rest.at(-1) as { readonly unseen?: string; readonly run?: string };
    if (unseen !== undefined) return mark(unseen);
    return run === undefined ? found : `\u2068${run}\u2069`;
  });
}

/** JSON in which whatever cannot be seen is written by its number, so that it is exact and moves nothing. */
export function shownJson(json: string): string {
  if (PLAIN.test(json)) return json;
  return json.replace(new RegExp(`${UNSEEN}|${VARIATION}`, 'gu'), (found) =>
    Array.from({ length: found.length }, (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
      '',
    ),
  );
}

function mark(unseen: string): string {
  return `⟨U+${(unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
