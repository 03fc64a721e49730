import type { Findings } from '@/lib/core/findings/findings';
import { editableText } from '@/lib/report/letters/edit';
import type { Letter } from '@/lib/report/letters/letter';
import { checkNumbers, numbersIn } from '@/lib/report/letters/number-check';
import { exampleRows, people } from './report-case';

/** Numbers that code needs and no findings hold: a first and a nothing, UTC's none; widths of DuckDB's decimals. */
const CODE = ['0', '1', '9', '10', '15', '18', '20', '38', '100', '1000', '10000', '100000'];

/** The numbers of a letter that are neither in the findings nor in the example rows, each with its surroundings. */
export function strayNumbers(letter: Letter, findings: Findings): string[] {
  const allowed = numbersIn(findings, exampleRows, [people.to.name, people.from.name]);
  const inCode = new Set([...allowed, ...CODE]);
  return [
    ...checkNumbers(letter.subject, allowed).map((mark) => `${mark.text} in "${letter.subject}"`),
    ...letter.blocks.flatMap((block) => {
      const text = editableText(block);
      return checkNumbers(text, block.kind === 'code' ? inCode : allowed).map(
        (mark) => `${mark.text} in "${text.slice(Math.max(0, mark.from - 40), mark.to + 40)}"`,
      );
    }),
  ];
}
