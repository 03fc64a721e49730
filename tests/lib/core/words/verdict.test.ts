import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cause, type Findings, findingsSchema, type SideFindings } from '@/lib/core/findings/findings';
import { plain } from '@/lib/core/words/phrase';
import { tellVerdict } from '@/lib/core/words/verdict';
import { tellWarning } from '@/lib/core/words/warnings';
import { arbitraryFindings } from '../../../support/arbitrary-findings';
import { expectPhrase, expectReadable, expectSentence } from '../../../support/readable';
import { sampleFindings } from '../../../support/sample-findings';

const real = sampleFindings;
const sideOf = (findings: Findings, side: 'ours' | 'theirs'): SideFindings => {
  const found = findings.sides[side];
  if (!found) throw new Error(`${side} was not given`);
  return found;
};
const right = sideOf(real, 'theirs');
const wrong = sideOf(real, 'ours');
const cause = (
  of: Partial<Cause> & { fault: 'first-row-wins' | 'last-row-wins' | 'zeros-ignored' },
  keys: number,
  amount: string,
): Cause => ({ ...of, keys, amount });
const withSides = (ours: SideFindings | null, theirs: SideFindings | null, rest: Partial<Findings> = {}): Findings => ({
  ...real,
  sides: { ours, theirs },
  ...rest,
});
const proofOf = (findings: Findings) => tellVerdict(findings).proof.map(plain);

describe("the verdict of the Johnny's Jeans case", () => {
  const verdict = tellVerdict(real);

  it('names the cause, proves it and says who is right', () => {
    expect(verdict.state).toBe('proved');
    expect(verdict.headline).toBe("No row of delta3.csv took effect in AIQ's table.");
    expect(verdict.proof.map(plain)).toEqual([
      "Running the pipeline again without it gives AIQ's table exactly: 10,000 of 10,000 rows, every column.",
      'That is the whole gap, $4,742,481, across 1,841 of 10,000 users.',
    ]);
    expect(verdict.rightness).toBe("Johnny's Jeans' table is exactly what the five files should give.");
    expect(verdict.firstSay).toBeNull();
    expect(verdict.given).toBe('both');
  });

  it('emphasises the figures and nothing else', () => {
    const emphasised = verdict.proof.flatMap((phrase) => phrase.filter(({ strong }) => strong).map(({ text }) => text));
    expect(emphasised).toEqual(['10,000 of 10,000 rows', '$4,742,481', '1,841 of 10,000 users']);
  });

  it('shows four figures, each with its note', () => {
    expect(verdict.figures.map(({ label, value, note }) => `${label}: ${value}, ${note}`)).toEqual([
      "Johnny's Jeans: $33,904,525, as expected from the files",
      'AIQ: $29,162,044, 14.0 % short',
      'Gap: $4,742,481, all of it explained',
      'Users that differ: 1,841, of 10,000; none missing on either side',
    ]);
  });

  it('says what was ruled out, what cannot be seen and what to ask', () => {
    expect(verdict.ruledOut.map(({ text, detail }) => `${text}: ${detail}`)).toEqual([
      'batch_id compared as text: 7,115 of 10,000 rows',
      'delta1.csv, no effect: 7,099 of 10,000 rows',
      'first row wins: 4,231 of 10,000 rows',
    ]);
    expect(verdict.mechanisms).toHaveLength(5);
    expect(verdict.blindSpots).toBe(
      'Had any of these happened, these files would not show it: last row wins; largest total_spend wins.',
    );
    expect(verdict.questions).toEqual([
      "What do the bucket's listing, the byte count after decryption and the load log say about delta3.csv?",
    ]);
  });

  it('tells several single files that were ruled out in one line, in order of arrival', () => {
    const tried = (file: string, rows: number) => ({
      causes: [{ fault: 'file-not-loaded' as const, files: [file] }],
      reproduced: { rows, of: 10_000 },
    });
    const ours = {
      ...wrong,
      ruledOut: [tried('delta4.csv', 7099), tried('delta1.csv', 6000), tried('delta2.csv', 5000)],
    };
    expect(tellVerdict(withSides(ours, right)).ruledOut).toEqual([
      {
        side: 'ours',
        text: 'delta1.csv, delta2.csv or delta4.csv without effect',
        detail: 'at most 7,099 of 10,000 rows',
      },
    ]);
  });
});

describe('the verdict', () => {
  it('splits the gap among several causes', () => {
    const causes = [...wrong.causes, cause({ fault: 'zeros-ignored' }, 12, '-42')];
    const findings = withSides({ ...wrong, causes }, right, { gap: { ...real.gap, difference: '4742439' } });
    expect(tellVerdict(findings).headline).toBe(
      "No row of delta3.csv took effect in AIQ's table. A 0 never replaced an older value in AIQ's table.",
    );
    expect(proofOf(findings)).toEqual([
      "Running the pipeline again without delta3.csv and letting no 0 replace an older value gives AIQ's table exactly: 10,000 of 10,000 rows, every column.",
      'The gap, $4,742,439, is made up of $4,742,481 across 1,841 users from the first and −$42 across 12 users from the second.',
    ]);
  });

  it('sets off a replay that needs commas', () => {
    const scaled = { fault: 'measure-scaled' as const, factor: '100', files: ['delta2.csv'] };
    const causes = [...wrong.causes, { ...scaled, keys: 1, amount: '0' }];
    expect(proofOf(withSides({ ...wrong, causes }, right))[0]).toBe(
      "Running the pipeline again without delta3.csv, and with total_spend multiplied by 100, in the rows from delta2.csv, gives AIQ's table exactly: 10,000 of 10,000 rows, every column.",
    );
  });

  it('takes no comma of a number for one between clauses', () => {
    const clipped = { fault: 'measure-clipped' as const, max: '7000' };
    const cause = { ...clipped, keys: 1, amount: '0' };
    expect(proofOf(withSides({ ...wrong, causes: [cause] }, right))[0]).toBe(
      "Running the pipeline again with total_spend held at $7,000 gives AIQ's table exactly: 10,000 of 10,000 rows, every column.",
    );
  });

  it('tells apart what was ruled out under one label', () => {
    const filtered = (value: string) => ({
      causes: [
        {
          fault: 'rows-filtered' as const,
          column: 'total_spend',
          operator: '>' as const,
          value,
          stage: 'arrival' as const,
        },
      ],
      reproduced: { rows: 1, of: 2 },
    });
    const verdict = tellVerdict(withSides({ ...wrong, ruledOut: [filtered('100'), filtered('200')] }, right));
    expect(verdict.ruledOut.map(({ text }) => text)).toEqual([
      'without the rows whose total_spend is above $100',
      'without the rows whose total_spend is above $200',
    ]);
  });

  it('counts the causes in the headline when there are many', () => {
    const causes = [
      ...wrong.causes,
      cause({ fault: 'first-row-wins' }, 3, '0'),
      cause({ fault: 'zeros-ignored' }, 12, '0'),
    ];
    expect(tellVerdict(withSides({ ...wrong, causes }, right)).headline).toBe(
      "Three faults together made AIQ's table: delta3.csv, no effect; first row wins; zeros ignored.",
    );
  });

  it('says when the customer is the one who is wrong', () => {
    const verdict = tellVerdict(withSides(right, wrong));
    expect(verdict.headline).toBe("No row of delta3.csv took effect in Johnny's Jeans' table.");
    expect(verdict.rightness).toBe("AIQ's table is exactly what the five files should give.");
  });

  it('says when both are wrong', () => {
    const theirs = { ...wrong, causes: [cause({ fault: 'first-row-wins' }, 5, '10')] };
    const verdict = tellVerdict(withSides(wrong, theirs));
    expect(verdict.headline).toBe(
      "No row of delta3.csv took effect in AIQ's table. Johnny's Jeans' table keeps the first row that arrived for each user, whatever its batch_id.",
    );
    expect(verdict.rightness).toBe('Neither table is what the five files should give.');
  });

  it('keeps a best explanation apart from a proof, with what it leaves', () => {
    const ours: SideFindings = {
      ...wrong,
      proved: false,
      exact: false,
      causes: wrong.causes.map((found) => ({ ...found, keys: 1800, amount: '4700000' })),
      reproduced: { rows: 9959, of: 10_000 },
      unexplained: { keys: 41, amount: '42481' },
    };
    const findings = withSides(ours, right);
    const verdict = tellVerdict(findings);
    expect(verdict.state).toBe('best-explanation');
    expect(verdict.headline).toBe("Best explanation: No row of delta3.csv took effect in AIQ's table.");
    expect(proofOf(findings)).toEqual([
      "Running the pipeline again without it gives 9,959 of 10,000 rows of AIQ's table.",
      'The gap, $4,742,481, is made up of $4,700,000 across 1,800 users from this and $42,481 across 41 users that is not explained.',
    ]);
    expect(verdict.figures.find(({ kind }) => kind === 'gap')?.note).toBe('99.1 % of it explained');
  });

  it('admits that nothing explains a table, and says what sets its rows apart', () => {
    const ours: SideFindings = {
      ...wrong,
      proved: false,
      exact: false,
      causes: [],
      reproduced: { rows: 8159, of: 10_000 },
      unexplained: { keys: 1841, amount: '4742481' },
      ruledOut: [],
      patterns: [
        {
          kind: 'file',
          file: 'delta3.csv',
          support: 1700,
          of: 1841,
          precision: 0.98,
        },
      ],
    };
    const findings = withSides(ours, right);
    const verdict = tellVerdict(findings);
    expect(verdict.state).toBe('not-explained');
    expect(verdict.headline).toBe("No known fault explains AIQ's table.");
    expect(proofOf(findings)).toEqual([
      "Running the pipeline on the five files without any fault gives 8,159 of 10,000 rows of AIQ's table; none of the known faults gives more.",
      'The whole gap, $4,742,481, across 1,841 of 10,000 users, is not explained.',
    ]);
    expect(verdict.patterns).toEqual([
      {
        side: 'ours',
        text: 'the expected row comes from delta3.csv',
        detail: '1,700 of 1,841 unexplained users',
        filter: { kind: 'expectedFile', file: 'delta3.csv' },
      },
    ]);
    expect(verdict.questions).toEqual([
      'What does the pipeline do differently where the expected row comes from delta3.csv?',
    ]);
  });

  it('says that the tables agree and are right', () => {
    const findings = withSides(right, right, {
      gap: { ours: '33904525', theirs: '33904525', difference: '0' },
      keys: { ...real.keys, mismatched: 0 },
    });
    const verdict = tellVerdict(findings);
    expect(verdict.state).toBe('agree');
    expect(verdict.headline).toBe('The two tables agree, and both are exactly what the five files should give.');
    expect(verdict.proof).toEqual([]);
    expect(verdict.firstSay).toBeNull();
  });

  it('says that the tables agree with each other and not with the files', () => {
    const findings = withSides(
      wrong,
      { ...wrong, causes: wrong.causes.map((found) => ({ ...found, amount: '-4742481' })) },
      {
        gap: { ours: '29162044', theirs: '29162044', difference: '0' },
        keys: { ...real.keys, mismatched: 0 },
      },
    );
    const verdict = tellVerdict(findings);
    expect(verdict.state).toBe('proved');
    expect(verdict.headline).toBe(
      'The two tables agree with each other, but not with what the five files should give.',
    );
    expect(proofOf(findings)[0]).toBe(
      "Running the pipeline again without delta3.csv gives AIQ's table exactly: 10,000 of 10,000 rows, every column.",
    );
    expect(verdict.rightness).toBe('Neither table is what the five files should give.');
  });

  it('says first that equal totals hide wrong rows', () => {
    const findings = withSides({ ...wrong, causes: [cause({ fault: 'last-row-wins' }, 5495, '0')] }, right, {
      gap: { ours: '33904525', theirs: '33904525', difference: '0' },
      keys: { ...real.keys, mismatched: 5495 },
    });
    expect(tellVerdict(findings).firstSay).toBe('The totals agree, and 5,495 of 10,000 users are wrong.');
    expect(proofOf(findings)[1]).toBe('It touches 5,495 of 10,000 users and leaves the total as it is.');
  });

  it('says what can be said of one table alone', () => {
    const findings = withSides(wrong, null, {
      gap: { ours: '29162044', theirs: null, difference: null },
      keys: { ...real.keys, compared: 9990, mismatched: 1831 },
    });
    const verdict = tellVerdict(findings);
    expect(verdict.given).toBe('ours');
    expect(proofOf(findings)[1]).toBe(
      'That is the whole difference from the expected total, $4,742,481, across 1,841 of 10,000 users.',
    );
    expect(verdict.rightness).toBe(
      "AIQ's table is not what the five files should give. Johnny's Jeans' table was not given, so nothing is said about it.",
    );
    expect(verdict.figures.map(({ label, value }) => `${label} ${value}`)).toEqual([
      'AIQ $29,162,044',
      'Expected $33,904,525',
      'Difference $4,742,481',
      'Users that differ 1,841',
    ]);
    expect(verdict.notes).toEqual([
      "10 users are in the files and not in AIQ's table.",
      ...real.warnings.map((warning) => tellWarning(warning, real)),
    ]);
  });

  it('tells tied explanations as tied', () => {
    const ours: SideFindings = {
      ...wrong,
      causes: [cause({ fault: 'first-row-wins' }, 1841, '4742481')],
      equivalents: [[{ fault: 'smallest-version-wins' }]],
      distinguishingFaults: [{ fault: 'first-row-wins' }, { fault: 'smallest-version-wins' }],
    };
    const findings = withSides(ours, right);
    const verdict = tellVerdict(findings);
    expect(verdict.headline).toBe(
      "AIQ's table keeps the first row that arrived for each user, whatever its batch_id. Or, just as well: smallest batch_id wins.",
    );
    expect(proofOf(findings).at(-1)).toBe(
      "One other explanation gives the same result for AIQ's table; these files cannot tell them apart.",
    );
    expect(verdict.equivalents).toEqual(["AIQ's table keeps each user's oldest row: the smallest batch_id wins."]);
    expect(verdict.distinguishing).toEqual([
      'a user whose newest row is not the first to arrive',
      'a user with two rows of different batch_id',
    ]);
  });

  it('does not call newer rows an error', () => {
    const theirs: SideFindings = {
      ...right,
      causes: [
        {
          fault: 'rows-not-exported',
          versions: { min: '8001', max: '8020' },
          keys: 10,
          amount: '5',
        },
      ],
    };
    expect(tellVerdict(withSides(right, theirs)).rightness).toBe(
      "AIQ's table is exactly what the five files should give. Johnny's Jeans' table is what the five files should give, apart from newer rows that are in none of them.",
    );
  });

  it('notes keys that one table lacks', () => {
    const findings = { ...real, keys: { ...real.keys, onlyOurs: 1, onlyTheirs: 12 }, warnings: [] };
    expect(tellVerdict(findings).notes).toEqual([
      "12 users are in Johnny's Jeans' table and not in AIQ's table.",
      "1 user is in AIQ's table and not in Johnny's Jeans' table.",
    ]);
  });
});

describe('of any findings, the verdict', () => {
  it('is readable throughout, and claims a proof only where the findings do', () => {
    fc.assert(
      fc.property(arbitraryFindings(), (findings) => {
        const verdict = tellVerdict(findings);
        for (const text of [
          verdict.headline,
          verdict.rightness,
          ...verdict.proof.map(plain),
          ...verdict.notes,
          ...verdict.equivalents,
        ]) {
          expectSentence(text);
        }
        for (const text of [verdict.firstSay, verdict.blindSpots]) if (text !== null) expectSentence(text);
        for (const { label, value, note } of verdict.figures)
          for (const text of [label, value, note]) expectPhrase(text);
        for (const { text, detail } of [...verdict.ruledOut, ...verdict.patterns])
          for (const part of [text, detail]) expectPhrase(part);
        for (const question of verdict.questions) expectReadable(question);
        const given = [findings.sides.ours, findings.sides.theirs].filter((side) => side !== null);
        expect(verdict.state === 'proved' || verdict.state === 'agree').toBe(given.every((side) => side.proved));
        expect(verdict.state === 'agree').toBe(given.every((side) => side.proved && side.causes.length === 0));
      }),
      { numRuns: 300 },
    );
  });

  it('stands on findings that satisfy the schema', () => {
    fc.assert(
      fc.property(arbitraryFindings(), (findings) => {
        expect(findingsSchema.parse(findings)).toEqual(findings);
      }),
      { numRuns: 50 },
    );
  });
});
