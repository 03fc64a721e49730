import { type ReactNode, useId } from 'react';
import { FileSwatch } from '@/components/charts/FileSwatch';
import { IconButton } from '@/components/ui/Button';
import { cx } from '@/components/ui/cx';
import { missingAnywhere } from '@/lib/charts/missing-files';
import type { Timeline as KeyLife } from '@/lib/core/compare/timeline';
import type { Findings } from '@/lib/core/findings/findings';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { caseWords } from '@/lib/core/words/case-words';
import { versionNoun } from '@/lib/core/words/chart-titles';
import { ArrowDown, ArrowUp, X } from '../ui/icons';
import { type TimelineTag, timelineColumns, timelineLines } from './timeline-lines';

interface TimelineProps {
  readonly life: KeyLife;
  readonly findings: Findings;
  readonly mask: Mask | null;
  /** The key as it is to be shown, at the beginning of a sentence. */
  readonly name: ReactNode;
  readonly onClose: () => void;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}

const TONES: Record<TimelineTag['tone'], string> = {
  ours: 'rounded-full border border-current px-2 text-ours',
  theirs: 'rounded-full border border-current px-2 text-theirs-ink',
  expected: 'rounded-full border border-current px-2 text-mut',
  quiet: 'text-mut',
};

/** Every version of one key in version order: what each file says, what each table took, what was expected. */
export function Timeline({ life, findings, mask, name, onClose, onPrevious, onNext }: TimelineProps) {
  const id = useId();
  const words = caseWords(findings);
  const columns = timelineColumns(findings, words);
  const lines = timelineLines(life, findings, words, mask);
  const missing = missingAnywhere(findings);
  const order = findings.mapping.version === '' ? 'in order of arrival' : `in ${versionNoun(words.version).one} order`;
  return (
    <section aria-labelledby={id} className="px-4 py-3">
      <header className="flex items-center gap-1">
        <h4 className="min-w-0 flex-1 text-sm font-semibold break-words" id={id}>
          {name}, every version {order}
        </h4>
        <IconButton disabled={onPrevious === null} label="Previous row" onClick={onPrevious ?? undefined}>
          <ArrowUp size={15} />
        </IconButton>
        <IconButton disabled={onNext === null} label="Next row" onClick={onNext ?? undefined}>
          <ArrowDown size={15} />
        </IconButton>
        <IconButton label="Close" onClick={onClose}>
          <X size={15} />
        </IconButton>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a narrow screen, so the keyboard must reach it */}
      <section aria-label="Versions" className="overflow-x-auto" tabIndex={0}>
        <table className="w-full text-sm">
          <thead>
            <tr className="border-b text-left text-xs text-mut">
              <th className="py-1 pr-4 font-medium" scope="col">
                File
              </th>
              <th className="py-1 pr-4 text-right font-medium" scope="col">
                Line
              </th>
              {columns.map((column) => (
                <th
                  className={cx('py-1 pr-4 font-medium', column.numeric && 'text-right')}
                  key={column.label}
                  scope="col"
                >
                  {column.label}
                </th>
              ))}
              <th className="py-1 font-medium" scope="col">
                Taken by
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr className="border-b" key={line.id}>
                <td className="py-1.5 pr-4 whitespace-nowrap">
                  <span className="inline-flex items-center gap-1.5">
                    {line.file === null ? null : <FileSwatch index={line.file} missing={missing.has(line.source)} />}
                    {line.source}
                  </span>
                </td>
                <td className="num py-1.5 pr-4 text-right text-mut">
                  {line.line === null ? '' : words.count(line.line)}
                </td>
                {line.cells.map((cell, i) => (
                  <td
                    className={cx('num py-1.5 pr-4 whitespace-nowrap', columns[i]?.numeric && 'text-right')}
                    key={columns[i]?.label}
                  >
                    {cell.changed ? (
                      <ins
                        className="font-semibold decoration-field decoration-dotted underline-offset-4"
                        title="changed from the version before"
                      >
                        {cell.text}
                      </ins>
                    ) : (
                      cell.text
                    )}
                  </td>
                ))}
                <td className="py-1.5">
                  <span className="flex flex-wrap gap-1 text-xs leading-5 whitespace-nowrap">
                    {line.tags.map((tag) => (
                      <span className={TONES[tag.tone]} key={tag.text}>
                        {tag.text}
                      </span>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
