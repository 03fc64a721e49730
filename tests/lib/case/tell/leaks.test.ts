import { beforeAll, describe, expect, it } from 'vitest';
import { type CaseComment, commentsForReport } from '@/lib/case/tell/comments';
import { UNCHANGED } from '@/lib/case/tell/draft';
import { letterState, sendable } from '@/lib/case/tell/letter';
import { type MaskChoice, maskedCase, maskedColumns, maskTools } from '@/lib/case/tell/masking';
import { reportAs } from '@/lib/case/tell/report';
import { rowsTsv } from '@/lib/case/tell/rows';
import { summaryOf } from '@/lib/case/tell/summary';
import { chartsOf } from '@/lib/charts/charts';
import type { RowCells } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import type { NamedInTexts } from '@/lib/core/mask/named-in';
import { tellVerdict } from '@/lib/core/words/verdict';
import { createSession } from '@/lib/engine/session/session';
import { chartSvg } from '@/lib/report/pictures/chart-svg';
import { decodings } from '../../../support/decodings';

/** Users whose names, addresses and phones occur nowhere by chance. */
const USERS = Array.from({ length: 40 }, (_, at) => ({
  id: `u${7301 + at * 7}`,
  name: at % 5 === 0 ? 'Zed Quillfeather' : `Given${at} Family${at}`,
  email: `person${at}@quill${at}.example`,
  phone: `+49 30 55${String(at).padStart(4, '0')}77`,
  note: `n${at % 3}`,
}));
const HEADER = 'user_id,total_spend,batch_id,full_name,contact,phone,note';
const line = (at: number, spend: number, version: number) => {
  const { id, name, email, phone, note } = USERS[at] as (typeof USERS)[number];
  return [id, spend, version, name, email, phone, note].join(',');
};
const csv = (lines: readonly string[]) => `${[HEADER, ...lines].join('\n')}\n`;
const all = USERS.map((_, at) => at);

const [first, second, third] = USERS as [(typeof USERS)[number], (typeof USERS)[number], (typeof USERS)[number]];
const FILES = {
  [`delta0-${first.id}.csv`]: csv(all.map((at) => line(at, 100 + at, at))),
  'delta1.csv': csv(all.slice(10).map((at) => line(at, 300 + at, 100 + at))),
  [`vendor-of-${second.id}.csv`]: csv(
    all.filter((at) => at % 5 !== 0).map((at) => line(at, at < 10 ? 100 + at : 300 + at, at < 10 ? at : 100 + at)),
  ),
  'customer.csv': csv(
    all.map((at) => line(at, at < 10 ? 100 + at : at === 12 ? 9 : 300 + at, at < 10 ? at : 100 + at)),
  ),
};
const SECRETS = USERS.flatMap(({ id, name, email, phone }) => [id, name, email, phone]);

const comment = (id: string, text: string, on: string | null): CaseComment => ({
  ...{ id, on, text, author: second.name },
  at: '2026-11-22T10:00:00.000Z',
});
const COMMENTS = [
  comment('a', `Ask ${first.id} (“${third.name}”, ${second.email}), or call ${third.phone}; not u9999999.`, null),
  comment('b', `Same as ${second.id}: ${USERS[7]?.name ?? ''}, ${USERS[8]?.id ?? ''}`, third.id),
];
const CASE_NAME = `Case of ${third.id}`;
const CHOICE: MaskChoice = { on: true, salt: 'a salt' };

let findings: Findings;
let rows: readonly RowCells[];
let named: NamedInTexts;
let exported = '';

beforeAll(async () => {
  const session = createSession({ now: () => 0 });
  const sources = Object.entries(FILES).map(([name, text]) => ({
    ...{ kind: 'file' as const, name, lastModified: 0 },
    file: new Blob([text]),
  }));
  const read = await session.read(sources, {});
  if (!read.ok) throw new Error(read.problem.code);
  const found = await session.investigate(
    { ...read.value.setup, labels: { ours: `AIQ ${second.id}`, theirs: 'Jeans' } },
    {},
  );
  if (!found.ok) throw new Error(found.problem.code);
  findings = found.value;
  const query = { scope: 'all', search: '', filters: [], sort: [], from: 0, count: 1000 } as const;
  const window = await session.rows(query);
  if (!window.ok) throw new Error(window.problem.code);
  rows = window.value.rows;
  const texts = [
    ...COMMENTS.flatMap(({ text, author }) => [text, author]),
    CASE_NAME,
    `AIQ ${second.id}`,
    ...Object.keys(FILES),
  ];
  const looked = await session.namedIn(texts, maskedColumns(findings, CHOICE));
  if (!looked.ok) throw new Error(looked.problem.code);
  named = looked.value;
  const chunks: Uint8Array[] = [];
  await session.exportRows(query, (chunk) => chunks.push(chunk), { mask: maskTools(findings, CHOICE, named).setting });
  exported = Buffer.concat(chunks).toString('utf8');
});

/** Everything that leaves a case, under a choice. */
function artefacts(on: boolean): Readonly<Record<string, string>> {
  const { mask } = maskTools(findings, CHOICE, named);
  const people = { name: 'Ada', email: 'ada@vendor.test', company: 'AIQ' };
  const letters = (['engineer', 'customer'] as const).flatMap((name) => {
    const written = { subject: null, edits: [] };
    const input = {
      findings,
      examples: rows.slice(0, 10),
      people: { from: people, engineer: people, customer: people },
    };
    const plain = letterState(name, { ...input, mask, masked: on }, UNCHANGED);
    const changed = { ...written, subject: `About ${first.id} and ${third.name} <${second.email}>` };
    const edited = letterState(name, { ...input, mask, masked: on }, changed);
    return [plain, edited].flatMap((state, at) => {
      if (state.kind !== 'letter') return [];
      const { text, html, eml, mailto } = sendable(state.letter);
      return Object.entries({ text, html, eml, mailto: mailto?.href }).map(([form, made]) => [
        `${name} ${at} ${form}`,
        made ?? '',
      ]);
    });
  });
  const report = {
    ...{ findings, rows, mask: on ? mask : null, hashes: {}, date: 'today' },
    caseName: on ? mask.text(CASE_NAME) : CASE_NAME,
    comments: commentsForReport(COMMENTS, findings.mapping, on ? mask : null, (at) => at),
  };
  const shown = maskedCase(findings, { ...CHOICE, on }, named);
  return {
    ...(Object.fromEntries(letters) as Record<string, string>),
    html: reportAs('html', report),
    markdown: reportAs('markdown', report),
    tsv: rowsTsv(shown.findings, rows, shown.mask, 'header'),
    pictures: chartsOf(shown.findings)
      .map((chart) => chartSvg(chart))
      .join('\n'),
    verdict: JSON.stringify([tellVerdict(shown.findings), summaryOf(shown.findings)]),
    ...(on ? { csv: exported } : {}),
  };
}

describe('a masked case', () => {
  it('masks the columns that say who someone is, by name and by content, and no other', () => {
    expect(maskedColumns(findings, CHOICE)).toEqual(['full_name', 'contact', 'phone']);
    expect(maskedColumns(findings, { columns: { phone: false, note: true } })).toEqual([
      'full_name',
      'contact',
      'note',
    ]);
  });

  it('says no key and nothing of a masked column in anything that leaves it, however it is written', () => {
    for (const [name, text] of Object.entries(artefacts(true))) {
      const read = decodings(text);
      expect([name, SECRETS.filter((secret) => read.some((part) => part.includes(secret)))]).toEqual([name, []]);
    }
  });

  it('would say them unmasked: the search finds what there is', () => {
    const open = artefacts(false);
    for (const form of ['engineer 0 text', 'engineer 0 html', 'engineer 0 eml', 'html', 'markdown', 'tsv']) {
      const read = decodings(open[form] ?? '');
      expect([form, SECRETS.some((secret) => read.some((part) => part.includes(secret)))]).toEqual([form, true]);
    }
    expect(decodings(open['html'] ?? '').some((part) => part.includes(second.email))).toBe(true);
    expect(open['verdict']).toContain('Zed Quillfeather');
  });

  it('gives a value the same pseudonym everywhere, and leaves what is no key', () => {
    const { mask } = maskTools(findings, CHOICE, named);
    const { html = '' } = artefacts(true);
    expect(html).toContain(mask.key([first.id]));
    expect(html).toContain(mask.cell('full_name', third.name));
    expect(exported).toContain(mask.cell('full_name', third.name));
    expect(html).toContain('not u9999999');
  });
});
