import type { Mark } from '@/lib/case/tell/letter';

/** What is wrong with each marked number, in a sentence. */
export function MarkNotes({ marks }: { readonly marks: readonly Mark[] }) {
  if (marks.length === 0) return null;
  return (
    <ul className="mt-1 text-xs text-gap">
      {marks.map((mark) => (
        <li key={mark.from}>
          {mark.kind === 'unknown'
            ? `“${mark.text}” is not a figure of the findings.`
            : `“${mark.text}” is in the findings, but the letter did not say it.`}
        </li>
      ))}
    </ul>
  );
}
