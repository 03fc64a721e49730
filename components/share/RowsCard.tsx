import { KeyParts } from '@/components/keys/KeyParts';
import type { RowCells } from '@/lib/core/compare/rows/row-query';
import type { Findings } from '@/lib/core/findings/findings';
import { keyId } from '@/lib/core/key';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { shownKey } from '@/lib/core/mask/shown-key';
import { capitalised } from '@/lib/core/phrases/phrases';
import { caseWords } from '@/lib/core/words/case-words';
import { deltasOf } from '@/lib/core/words/telling';

interface RowsCardProps {
  readonly findings: Findings;
  /** In the table's order. */
  readonly rows: readonly RowCells[];
  readonly mask: Mask | null;
}

/** The first rows of the table, as a plain table that does not scroll. */
export function RowsCard({ findings, rows, mask }: RowsCardProps) {
  const words = caseWords(findings);
  const files = deltasOf(findings);
  const amount = (side: RowCells['ours']) =>
    side === null ? 'absent' : side.measure === '' ? 'empty' : words.amount(side.measure);
  const file = (side: RowCells['ours']) => (side?.file == null ? 'no file' : (files[side.file] ?? 'no file'));
  return (
    <table className="w-full text-sm">
      <thead className="text-xs text-mut">
        <tr>
          <Head>{capitalised(words.entity.one)}</Head>
          <Head right>{words.theirs}</Head>
          <Head right>{words.ours}</Head>
          <Head right>Difference</Head>
          <Head>Expected row</Head>
          <Head>{`${words.ours} took`}</Head>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyId(row.key)}>
            <td className="border-b border-line py-1 pr-4">
              <KeyParts parts={shownKey(row.key, mask)} />
            </td>
            <td className="num border-b border-line py-1 pr-4 text-right">{amount(row.theirs)}</td>
            <td className="num border-b border-line py-1 pr-4 text-right">{amount(row.ours)}</td>
            <td className="num border-b border-line py-1 pr-4 text-right font-semibold text-gap">
              {words.signed(row.difference)}
            </td>
            <td className="border-b border-line py-1 pr-4">{file(row.expected)}</td>
            <td className="border-b border-line py-1">{file(row.ours)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ children, right = false }: { readonly children: string; readonly right?: boolean }) {
  return (
    <th className={`border-b border-line py-1.5 pr-4 font-medium ${right ? 'text-right' : 'text-left'}`} scope="col">
      {children}
    </th>
  );
}
