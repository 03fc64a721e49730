import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '@/lib/core/findings/fault';
import type { Findings } from '@/lib/core/findings/findings';
import { customerLetter } from '@/lib/report/letters/customer';
import { editableText } from '@/lib/report/letters/edit';
import { engineerLetter } from '@/lib/report/letters/engineer';
import type { Letter, WrittenLetter } from '@/lib/report/letters/letter';
import { checkNumbers, numbersIn, numbersInLetter } from '@/lib/report/letters/number-check';
import { letterText } from '@/lib/report/letters/text';
import { arbitraryFindings } from '../../../support/arbitrary-findings';
import { exampleFaults } from '../../../support/every-sentence';
import { sampleFindings } from '../../../support/sample-findings';
import { exampleRows, people, provedFindings } from '../report-case';
import { strayNumbers } from '../stray-numbers';

function letterOf(draft: WrittenLetter): Letter {
  if (draft.kind !== 'letter') throw new Error(draft.why);
  return draft.letter;
}

describe('the letters', () => {
  it.each(exampleFaults.map((fault) => [JSON.stringify(fault), fault] as const))(
    'say only numbers of the findings for %s',
    (_, fault) => {
      for (const side of ['ours', 'theirs'] as const) {
        const findings = provedFindings({ [side]: [fault] });
        expect(
          strayNumbers(letterOf(engineerLetter({ findings, people, examples: exampleRows, mask: null })), findings),
        ).toEqual([]);
        expect(strayNumbers(letterOf(customerLetter({ findings, people })), findings)).toEqual([]);
      }
    },
  );

  it('say only numbers of the findings, whatever these are', () => {
    fc.assert(
      fc.property(arbitraryFindings(), (findings) => {
        for (const draft of [
          engineerLetter({ findings, people, examples: exampleRows, mask: null }),
          customerLetter({ findings, people }),
        ]) {
          if (draft.kind === 'letter') expect(strayNumbers(draft.letter, findings)).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are not written when the tables agree, and say why', () => {
    const findings = provedFindings({});
    const agreeing = { ...findings, keys: { ...findings.keys, mismatched: 0 } };
    for (const draft of [
      engineerLetter({ findings: agreeing, people, examples: [], mask: null }),
      customerLetter({ findings: agreeing, people }),
    ]) {
      expect(draft.kind).toBe('nothing-to-send');
      expect(draft.kind === 'nothing-to-send' ? draft.why : '').toContain('The two tables agree');
    }
  });

  it('leave no placeholder where a name is missing', () => {
    const nobody = { name: '', email: '', company: '' };
    const text = letterText(
      letterOf(customerLetter({ findings: sampleFindings, people: { to: nobody, from: nobody } })),
    );
    expect(text.startsWith('Hello,\n')).toBe(true);
    expect(text.endsWith('Kind regards\n')).toBe(true);
  });
});

describe('the letter to the engineer', () => {
  const letter = letterOf(engineerLetter({ findings: sampleFindings, people, examples: exampleRows, mask: null }));
  const text = letterText(letter);

  it('has the cause in its subject', () => {
    expect(letter.subject).toBe("No row of delta3.csv took effect in AIQ's table: $4,742,481 across 1,841 users");
  });

  it.each([
    ['what differs', /Johnny's Jeans +\$33,904,525/],
    ['the proof', /10,000 of 10,000 rows/],
    ['who is right', /Johnny's Jeans' table is exactly what the five files should give/],
    ['the bridge', /delta3\.csv, no effect +1,841 +−\$4,742,481 +\$29,162,044/],
    ['the examples', /U-1000 .*5001, delta3\.csv +1501, delta0\.csv/],
    ['pandas', /import pandas as pd/],
    ['SQL', /FROM read_csv\(/],
    [
      'the mechanisms with their evidence',
      /- delta3.csv came out of decryption empty: look at the byte count after decryption\./,
    ],
    ['a question', /1\. What do the bucket's listing/],
    ['a safe repair', /loading those rows now is\s+safe/],
    ['an unsafe one', /would\s+overwrite 632 newer users/],
    ['the mistake people make', /compared row by row\s+9,969/],
  ])('has %s', (_, pattern) => {
    expect(text.replace(/\n +/g, ' ')).toMatch(pattern);
  });

  it('shows ten examples however many it is given', () => {
    const many = Array.from({ length: 30 }, () => exampleRows[0]).filter((row) => row !== undefined);
    const shown = letterOf(
      engineerLetter({ findings: sampleFindings, people, examples: many, mask: null }),
    ).blocks.find((block) => block.kind === 'table' && block.columns[0]?.label === 'user_id');
    expect(shown?.kind === 'table' ? shown.rows.length : 0).toBe(10);
  });

  it('says of an unexplained table that it is not explained, and asks for what would help', () => {
    const side = sampleFindings.sides.ours;
    if (!side) throw new Error('the sample has ours');
    const findings = {
      ...sampleFindings,
      repair: [],
      sides: {
        ...sampleFindings.sides,
        ours: {
          ...side,
          proved: false,
          exact: false,
          causes: [],
          reproduced: { rows: 8159, of: 10000 },
          unexplained: { keys: 1841, amount: '4742481' },
        },
      },
    };
    const said = letterText(letterOf(engineerLetter({ findings, people, examples: exampleRows, mask: null })));
    expect(said).toMatch(/No known fault explains AIQ's table/);
    expect(said).toMatch(/is not explained/);
    expect(said).toMatch(/What I need from you/);
  });
});

describe('the letter to the customer', () => {
  const sets: [string, Findings][] = [
    ...exampleFaults.flatMap((fault): [string, Findings][] => [
      [`ours: ${JSON.stringify(fault)}`, provedFindings({ ours: [fault] })],
      [`theirs: ${JSON.stringify(fault)}`, provedFindings({ theirs: [fault] })],
    ]),
    ['both', provedFindings({ ours: [{ fault: 'first-row-wins' }], theirs: [{ fault: 'zeros-ignored' }] })],
    [
      'several',
      provedFindings({ ours: [{ fault: 'file-not-loaded', files: ['delta3.csv'] }, { fault: 'zeros-ignored' }] }),
    ],
  ];

  it.each(sets)('names no key, file, column, mechanism or jargon, and blames nobody: %s', (_, findings) => {
    const text = letterText(letterOf(customerLetter({ findings, people })));
    for (const row of exampleRows) expect(text).not.toContain(row.key);
    for (const input of findings.inputs) expect(text).not.toContain(input.file);
    expect(text).not.toMatch(/_/);
    for (const word of [
      'delta',
      'replay',
      'pipeline',
      'dedup',
      'batch',
      'attribute',
      'mismatch',
      'decrypt',
      'loader',
      'bucket',
      'null',
      'mechanism',
    ])
      expect(text.toLowerCase()).not.toContain(word);
    expect(text).not.toMatch(/\b(fault|mistake|error|wrong(?! order)|failed|fail|your side|blame|sorry)\b/i);
  });

  it('says how many, how much, whose figure is right and what happens next', () => {
    const text = letterText(letterOf(customerLetter({ findings: sampleFindings, people }))).replace(/\n/g, ' ');
    expect(text).toContain(
      "Johnny's Jeans' total is $33,904,525, AIQ's $29,162,044: a difference of $4,742,481 (14.0 %).",
    );
    expect(text).toContain('1,841 of 10,000 users are concerned. The other 8,159 agree');
    expect(text).toContain("The figures of Johnny's Jeans are right");
    expect(text).toContain("AIQ's table will be corrected");
  });

  it('says so when the customer has the figure that the files do not give', () => {
    const text = letterText(
      letterOf(customerLetter({ findings: provedFindings({ theirs: [{ fault: 'first-row-wins' }] }), people })),
    ).replace(/\n/g, ' ');
    expect(text).toContain('The figures of AIQ are right');
    expect(text).toContain('Nothing changes in the table of AIQ');
  });

  it.each<[string, (side: NonNullable<Findings['sides']['ours']>) => Partial<NonNullable<Findings['sides']['ours']>>]>([
    ['not proved', () => ({ proved: false, exact: false, reproduced: { rows: 9000, of: 10000 } })],
    ['tied with another', () => ({ equivalents: [[{ fault: 'last-row-wins' } satisfies Fault]] })],
  ])('tells no cause that is %s', (_, change) => {
    const side = sampleFindings.sides.ours;
    if (!side) throw new Error('the sample has ours');
    const findings = { ...sampleFindings, sides: { ...sampleFindings.sides, ours: { ...side, ...change(side) } } };
    const text = letterText(letterOf(customerLetter({ findings, people }))).replace(/\n/g, ' ');
    expect(text).not.toContain('exported files is not reflected');
    expect(text).toContain('We only report a cause once it is proved');
  });
});

describe('the check of numbers', () => {
  const letter = letterOf(customerLetter({ findings: sampleFindings, people }));
  const allowed = numbersIn(sampleFindings);
  const said = numbersInLetter(letter);
  const sentence = editableText(letter.blocks[5] ?? { kind: 'paragraph', text: '' });

  it('marks nothing in the letter as written', () => {
    expect(sentence).toContain('1,841');
    expect(checkNumbers(sentence, allowed, said)).toEqual([]);
  });

  it('marks a number that an edit made differ, at its place', () => {
    const edited = sentence.replace('4,742,481', '4,742,418');
    const [mark] = checkNumbers(edited, allowed, said);
    expect(mark).toMatchObject({ kind: 'unknown', text: '4,742,418' });
    expect(edited.slice(mark?.from, mark?.to)).toBe('4,742,418');
  });

  it('marks a number of the findings that the letter did not say as moved', () => {
    expect(checkNumbers(sentence.replace('1,841', '1,414'), allowed, said)).toMatchObject([
      { kind: 'moved', text: '1,414' },
    ]);
  });

  it('marks nothing in an unedited listing, and what an edit puts there', () => {
    const engineer = letterOf(engineerLetter({ findings: sampleFindings, people, examples: exampleRows, mask: null }));
    const code = engineer.blocks
      .filter((block) => block.kind === 'code')
      .map(editableText)
      .join('\n');
    const drafted = numbersInLetter(engineer);
    expect(checkNumbers(code, allowed, drafted)).toEqual([]);
    expect(checkNumbers(code.replace('delta4.csv', 'delta77.csv'), allowed, drafted)).toMatchObject([{ text: '77' }]);
  });

  it('does not mind how a number is written', () => {
    for (const written of [
      '4742481',
      '4.742.481',
      '4 742 481',
      "4'742'481",
      '4742481.00',
      '−4,742,481',
      '€4,742,481.0',
    ]) {
      expect(checkNumbers(`It is ${written}.`, allowed, said), written).toEqual([]);
    }
  });
});
