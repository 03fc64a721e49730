import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMask } from '@/lib/core/mask/pseudonym';
import { checkNumbers, numbersIn } from '@/lib/report/letters/number-check';
import { htmlReport } from '@/lib/report/report/html';
import { markdownReport } from '@/lib/report/report/markdown';
import type { ReportInput } from '@/lib/report/report/report';
import { arbitraryFindings } from '../../../support/arbitrary-findings';
import { exampleFaults } from '../../../support/every-sentence';
import { sampleFindings } from '../../../support/sample-findings';
import { exampleRows, provedFindings } from '../report-case';

const input: ReportInput = {
  findings: sampleFindings,
  caseName: "Johnny's <Jeans>",
  date: '22 November 2026',
  rows: exampleRows,
  mask: null,
  hashes: { 'delta0.csv': 'ab'.repeat(32) },
  comments: [{ author: 'Sam', date: '23 November 2026', text: 'Asked for the <b>log</b>.' }],
};

/** Every element's name in order, with its attributes as written. */
function tags(html: string): { name: string; attributes: string }[] {
  const outside = html.replace(/<style>[\s\S]*?<\/style>/g, '<style></style>');
  return [...outside.matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/gi)].map((match) => ({
    name: (match[1] ?? '').toLowerCase(),
    attributes: match[2] ?? '',
  }));
}

/** The bytes of every data link, as text. */
function embedded(html: string): string {
  return [...html.matchAll(/href="data:[^,"]*;base64,([^"]*)"/g)]
    .map((match) => Buffer.from(match[1] ?? '', 'base64').toString('utf8'))
    .join('\n');
}

describe('the HTML report', () => {
  const html = htmlReport(input);

  it('needs and loads nothing: no script, no link but the rows, no address', () => {
    const names = new Set(tags(html).map(({ name }) => name));
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'embed', 'form', 'base'])
      expect(names).not.toContain(name);
    expect(tags(html).filter(({ attributes }) => /\son[a-z]+=/i.test(attributes))).toEqual([]);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|\/\/[a-z]|url\((?!#)/i);
    for (const { attributes } of tags(html).filter(({ name }) => name === 'a'))
      expect(attributes).toMatch(/^ href="data:text\/csv/);
  });

  it('forbids by policy all that it does not need', () => {
    expect(html).toContain(
      `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:`,
    );
  });

  it('has a language, one first heading, no level left out, and no id twice', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    const levels = tags(html).flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name.slice(1))] : []));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    const steps = levels.map((level, at) => level - (levels[at - 1] ?? 0));
    expect(Math.max(...steps)).toBe(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says in words what every chart shows', () => {
    const charts = html.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
    expect(charts).toHaveLength(4);
    for (const chart of charts)
      expect(chart).toMatch(
        /role="img" aria-labelledby="([\w-]+)-title \1-desc"[\s\S]*<title id="\1-title">[^<]+<\/title>\s*<desc id="\1-desc">[^<]+<\/desc>/,
      );
    expect(html).toContain('<h3>AIQ holds no row from delta3.csv; 1,841 are expected</h3>');
    expect(html).toContain('expected, absent in AIQ');
  });

  it('hatches what a missing file should have supplied, also where a file before it has no versions', () => {
    const fileVersions = sampleFindings.evidence.fileVersions.filter(({ file }) => file !== 'delta0.csv');
    const findings = { ...sampleFindings, evidence: { ...sampleFindings.evidence, fileVersions } };
    const hatched = (of: string) => (of.match(/<svg[\s\S]*?<\/svg>/g)?.[2]?.match(/<rect[^>]*fill="url/g) ?? []).length;
    expect(hatched(html)).toBeGreaterThan(5);
    expect(hatched(htmlReport({ ...input, findings }))).toBe(hatched(html));
  });

  it('names the columns of every table', () => {
    for (const table of html.match(/<table>[\s\S]*?<\/table>/g) ?? []) {
      expect(table).toMatch(/^<table>\s*<caption>[^<]+<\/caption>\s*<thead><tr><th scope="col"/);
      const columns = table.match(/<th scope="col"/g)?.length;
      for (const row of table.match(/<tbody>[\s\S]*<\/tbody>/)?.[0].match(/<tr>[\s\S]*?<\/tr>/g) ?? [])
        expect(row.match(/<t[hd]\b/g)?.length).toBe(columns);
    }
  });

  it('takes no markup from what people wrote', () => {
    expect(html).toContain('Asked for the &lt;b&gt;log&lt;/b&gt;.');
    expect(html).toContain('Johnny&#39;s &lt;Jeans&gt;');
  });

  it('holds the rows as CSV where they fit, and says so where they do not', () => {
    expect(embedded(html).split('\r\n')).toHaveLength(exampleRows.length + 2);
    const small = htmlReport(input, 100);
    expect(embedded(small)).toBe('');
    expect(small).toContain('The rows of 12 users are too many to be held in this file.');
  });

  it('shows a hundred rows at most and says of how many', () => {
    const rows = Array.from({ length: 150 }, (_, at) => ({
      ...exampleRows[0],
      key: [`K${at}`],
    })) as ReportInput['rows'];
    const long = htmlReport({ ...input, rows });
    expect(long).toContain('The first 100 of 1,841 users that differ');
    expect(long).toContain('>K99<');
    expect(long).not.toContain('>K100<');
    expect(embedded(long)).toContain('K149');
  });

  it('gives whole pages breaks that do not cut a row, a chart or a heading from its table', () => {
    expect(html).toMatch(/@media print\{[\s\S]*break-inside:avoid[\s\S]*table-header-group/);
  });
});

describe('the reports', () => {
  it('can be written of any findings, with no cell that no text was found for', () => {
    fc.assert(
      fc.property(arbitraryFindings(), fc.boolean(), (findings, masked) => {
        const of = { ...input, findings, mask: masked ? createMask('salt') : null };
        for (const text of [htmlReport(of), markdownReport(of)])
          expect(text).not.toMatch(/undefined|NaN|\[object|Infinity/);
      }),
      { numRuns: 60 },
    );
  });

  it.each(exampleFaults.map((fault) => [JSON.stringify(fault), fault] as const))(
    'say only numbers of the findings for %s',
    (_, fault) => {
      const findings = provedFindings({ ours: [fault] });
      const allowed = numbersIn(findings, exampleRows, [
        input.date,
        '23',
        'SHA-256',
        ...Object.values(input.hashes),
        '100',
      ]);
      const stray = checkNumbers(markdownReport({ ...input, findings }), allowed).map((mark) => mark.text);
      expect(stray).toEqual([]);
    },
  );

  it('hold no key in any byte when a mask is on', () => {
    const mask = createMask('salt');
    const html = htmlReport({ ...input, mask });
    const written = [html, embedded(html), markdownReport({ ...input, mask })].join('\n');
    for (const row of exampleRows) {
      expect(written).not.toContain(row.key);
      expect(written).toContain(mask.key(row.key));
    }
    expect(written).toContain('pseudonyms');
    expect(written).not.toContain('4,906');
  });
});

describe('the Markdown report', () => {
  const markdown = markdownReport(input);

  it('begins with the verdict and its proof', () => {
    expect(markdown).toMatch(
      /^# No row of delta3\.csv took effect in AIQ's table\.\n\n\*Johnny's \\<Jeans\\>, 22 November 2026\. Proved by replay\.\*\n\nRunning the pipeline again without it gives AIQ's table exactly: \*\*10,000 of 10,000 rows\*\*/,
    );
  });

  it('keeps every table whole: as many cells in each line as in its head', () => {
    const tables = markdown.split('\n\n').filter((block) => block.startsWith('|'));
    expect(tables.length).toBeGreaterThan(4);
    for (const table of tables) {
      const cells = table.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length);
      expect(new Set(cells).size).toBe(1);
    }
  });

  it('lets no name become markup', () => {
    const findings = { ...sampleFindings, labels: { ours: 'A|B', theirs: '*C* <i>' } };
    const text = markdownReport({ ...input, findings });
    expect(text).toContain('A\\|B');
    expect(text).toContain('\\*C\\* \\<i\\>');
  });
});
