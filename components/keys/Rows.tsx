// biome-ignore-all lint/a11y/useSemanticElements: a table of which only the rows in sight exist, laid out as grids
// biome-ignore-all lint/a11y/useFocusableInteractive: the keys' buttons take the focus, not rows and headings

'use client';

import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { OpenTimeline } from '@/components/timeline/OpenTimeline';
import { Button, QuietButton } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Select } from '@/components/ui/Select';
import type { Investigator } from '@/lib/case/open/state';
import { missingAnywhere } from '@/lib/charts/missing-files';
import type { RowCells } from '@/lib/core/compare/rows/row-query';
import { isZeroDecimal, subtractDecimals } from '@/lib/core/decimal';
import type { Findings } from '@/lib/core/findings/findings';
import { type Key, keyText, sameKey } from '@/lib/core/key';
import type { Mask } from '@/lib/core/mask/pseudonym';
import { shownKey } from '@/lib/core/mask/shown-key';
import { type CaseWords, caseWords } from '@/lib/core/words/case-words';
import { describeProblem } from '@/lib/core/words/problem';
import { reckon } from '@/lib/core/words/standing';
import { deltasOf } from '@/lib/core/words/telling';
import { useElementSize } from '../ui/use-element-size';
import { Body, FOOTER_HEIGHT, type RowFocus } from './Body';
import { ColumnChooser } from './ColumnChooser';
import { FilterChips } from './FilterChips';
import { Footer, footerText } from './Footer';
import { HEADER_HEIGHT, Header } from './Header';
import { ROW_HEIGHT, RowSkeleton } from './RowLine';
import { rowColumns } from './row-columns';
import { heldIndex, heldRow, type RowsSnapshot } from './row-pages';
import { leadingSort, pressSort, type RowsView } from './rows-view';
import { SearchBox } from './SearchBox';
import { useRowPages } from './use-row-pages';
import { useRowsTable } from './use-rows-table';

interface RowsProps {
  readonly investigator: Pick<Investigator, 'rows' | 'timeline'>;
  readonly findings: Findings;
  readonly view: RowsView;
  readonly onView: (change: Partial<RowsView>) => void;
  /** The key whose timeline is open; null: none. */
  readonly openKey: Key | null;
  readonly onOpenKey: (key: Key | null) => void;
  /** What keys are shown under; null: as they are. */
  readonly mask: Mask | null;
  /** Asked by Ctrl+C (⌘C) while a row has the focus and no text is selected. */
  readonly onCopy?: (row: RowCells) => void;
  /** What stands after the table's own tools. */
  readonly tools?: ReactNode;
}

/** Rows that are seen at once. */
const SEEN = 16;

/** Every key that differs, or every key: sorted, filtered and searched over the whole set, fetched as it comes into sight. */
export default function Rows({
  investigator,
  findings,
  view,
  onView,
  openKey,
  onOpenKey,
  mask,
  onCopy,
  tools,
}: RowsProps) {
  const [snapshot, need, retry] = useRowPages(investigator, findings, view);
  const { words, specs, missing, differing, of, difference } = useMemo(() => caseOf(findings, mask), [findings, mask]);
  const table = useRowsTable(specs, snapshot, missing);
  const [measure, size] = useElementSize();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [focus, setFocus] = useState<RowFocus>({ index: 0, follow: 0 });
  const [opened, setOpened] = useState<{
    readonly key: Key;
    readonly index: number;
    readonly view: RowsView | null;
  } | null>(null);

  const columns = table.getVisibleLeafColumns().flatMap((column) => specs.find((spec) => spec.id === column.id) ?? []);
  const names = table.getRowModel().rows.map(({ original }) => keyText(shownKey(original.key, mask)).length);
  const widths = columns.map((column) =>
    Math.max(
      column.width,
      footerText(column.id, snapshot, words).length * 8 + 20,
      column.id === 'key' ? keyWidth(Math.max(0, ...names)) : 0,
    ),
  );
  const template = widths.map((width) => `minmax(${width}px, ${width}fr)`).join(' ');
  const numeric = new Set(columns.filter((column) => column.numeric).map((column) => column.id));
  const isOpen = (key: Key) => openKey !== null && sameKey(key, openKey);
  const held = openKey === null ? -1 : heldIndex(snapshot, openKey);
  const remembered = opened !== null && isOpen(opened.key) && opened.view === snapshot.view ? opened.index : -1;
  const openIndex = held !== -1 ? held : remembered;
  const loading = snapshot.view === null && snapshot.problem === null;
  const seen = Math.min(SEEN, Math.max(3, loading ? SEEN : snapshot.selected));
  const narrowed = view.filters.length > 0 || view.search !== '';

  function open(index: number) {
    const row = heldRow(snapshot, index);
    if (row === null) return;
    setFocus({ index, follow: focus.follow });
    setOpened({ key: row.key, index, view: snapshot.view });
    onOpenKey(isOpen(row.key) ? null : row.key);
  }

  function step(by: -1 | 1) {
    const row = heldRow(snapshot, openIndex + by);
    if (row === null) return;
    setOpened({ key: row.key, index: openIndex + by, view: snapshot.view });
    setFocus({ index: openIndex + by, follow: focus.follow + 1 });
    onOpenKey(row.key);
  }

  function close() {
    onOpenKey(null);
    if (openIndex !== -1) setFocus({ index: openIndex, follow: focus.follow + 1 });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && openKey !== null) {
      event.stopPropagation();
      close();
      return;
    }
    const onRow =
      event.target === scroller || (event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined);
    const focused = heldRow(snapshot, focus.index);
    if (onRow && onCopy && focused && isCopy(event)) {
      event.preventDefault();
      onCopy(focused);
      return;
    }
    const to = onRow ? movedTo(event.key, focus.index, snapshot.selected) : null;
    if (to === null) return;
    event.preventDefault();
    setFocus({ index: to, follow: focus.follow + 1 });
  }

  const detail =
    openKey === null ? null : (
      <OpenTimeline
        findings={findings}
        investigator={investigator}
        mask={mask}
        of={openKey}
        onClose={close}
        onNext={
          openIndex !== -1 && heldRow(snapshot, openIndex + 1) !== null
            ? () => {
                step(1);
              }
            : null
        }
        onPrevious={
          openIndex > 0 && heldRow(snapshot, openIndex - 1) !== null
            ? () => {
                step(-1);
              }
            : null
        }
      />
    );

  return (
    <section aria-label={words.entity.many} className="min-w-0" data-panel="">
      <header className="flex flex-wrap items-center gap-2 border-t-2 border-ink py-2">
        <h3 className="min-w-0 flex-1 basis-60 text-md leading-5 font-semibold">
          {words.count(differing)} of {words.keys(of)} {differing === 1 ? 'differs' : 'differ'}
        </h3>
        <FilterChips
          filters={view.filters}
          findings={findings}
          onChange={(filters) => {
            onView({ filters });
          }}
        />
        <SearchBox
          label={`Find a ${words.entity.one}`}
          onSearch={(search) => {
            onView({ search });
          }}
          value={view.search}
        />
        <Select
          label={`Which ${words.entity.many}`}
          onChoose={(scope) => {
            onView({ scope });
          }}
          options={[
            { value: 'differing', text: `${words.entity.many} that differ` },
            { value: 'all', text: `all ${words.entity.many}` },
          ]}
          value={view.scope}
        />
        <ColumnChooser
          columns={table.getAllLeafColumns().map((column) => ({
            id: column.id,
            label: specs.find((spec) => spec.id === column.id)?.label ?? column.id,
            shown: column.getIsVisible(),
          }))}
          onMove={(id, by) => {
            table.setColumnOrder(
              moved(
                table.getAllLeafColumns().map((column) => column.id),
                id,
                by,
              ),
            );
          }}
          onToggle={(id) => table.getColumn(id)?.toggleVisibility()}
        />
        {tools}
      </header>

      {openKey !== null && openIndex === -1 && !loading && !snapshot.pending ? (
        <div className="border-y bg-soft">{detail}</div>
      ) : null}

      {snapshot.problem !== null ? (
        <Notice {...describeProblem(snapshot.problem)}>
          <Button onClick={retry}>Try again</Button>
        </Notice>
      ) : null}

      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus among the rows inside */}
      <div
        aria-busy={snapshot.pending}
        className="relative overflow-auto outline-none"
        onKeyDown={onKeyDown}
        ref={(element) => {
          setScroller(element);
          measure(element);
        }}
        tabIndex={-1}
        style={{ height: HEADER_HEIGHT + FOOTER_HEIGHT + seen * ROW_HEIGHT + (openIndex === -1 ? 0 : 180) }}
      >
        <div
          aria-colcount={columns.length}
          aria-label={`${words.count(snapshot.selected)} ${words.entity.many}`}
          aria-rowcount={snapshot.selected + 2}
          role="table"
          style={{ minWidth: widths.reduce((sum, width) => sum + width, 0) }}
        >
          <Header
            columns={columns}
            onSort={(column) => {
              onView({ sort: pressSort(view, column.id, column.numeric) });
            }}
            sort={leadingSort(view)}
            template={template}
          />
          {loading ? (
            <div role="rowgroup">
              {Array.from({ length: SEEN }, (_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows that are not there yet
                <RowSkeleton columns={columns.length} index={i} key={i} template={template} />
              ))}
            </div>
          ) : snapshot.selected === 0 ? (
            <div role="rowgroup">
              <div role="row">
                <div
                  aria-colspan={columns.length}
                  className="sticky left-0 py-8 text-center text-sm text-mut"
                  role="cell"
                  style={{ width: size.width }}
                >
                  {narrowed
                    ? `No ${words.entity.one} ${view.scope === 'differing' ? 'that differs ' : ''}meets this.`
                    : `No ${words.entity.one} differs.`}
                  {view.scope === 'differing' ? (
                    <QuietButton
                      className="ml-2 underline"
                      onClick={() => {
                        onView({ scope: 'all' });
                      }}
                    >
                      Look among all {words.entity.many}
                    </QuietButton>
                  ) : null}
                  {narrowed ? (
                    <QuietButton
                      className="ml-2 underline"
                      onClick={() => {
                        onView({ filters: [], search: '' });
                      }}
                    >
                      Clear search and filters
                    </QuietButton>
                  ) : null}
                </div>
              </div>
            </div>
          ) : (
            <Body
              detail={detail}
              focus={focus}
              mask={mask}
              need={need}
              numeric={numeric}
              onFocus={(index) => {
                setFocus({ index, follow: 0 });
              }}
              onOpen={open}
              openIndex={openIndex}
              scroller={scroller}
              snapshot={snapshot}
              table={table}
              template={template}
              view={size}
            />
          )}
          <Footer columns={columns} snapshot={snapshot} template={template} words={words} />
        </div>
      </div>
      <p className="mt-2 min-h-4 text-2xs text-mut" role="status">
        {loading ? '' : shownWords(snapshot, view, difference, words)}
      </p>
    </section>
  );
}

/** How many are shown of how many, and what the totals below the rows are over. */
function shownWords(
  { selected, of, sums }: RowsSnapshot,
  { scope }: RowsView,
  difference: string,
  words: CaseWords,
): string {
  const those = scope === 'differing' ? `${words.entity.many} that differ` : words.entity.many;
  if (selected < of)
    return `${words.count(selected)} of ${words.count(of)} ${those} are shown${words.added ? `; the totals are over these ${words.count(selected)}` : ''}.`;
  const equal = subtractDecimals(sums.difference, difference);
  const whole = words.added && isZeroDecimal(equal) && !isZeroDecimal(difference);
  if (of === 1) {
    const that = scope === 'differing' ? ' that differs' : '';
    return `The one ${words.entity.one}${that} is shown${whole ? '; its difference is the whole gap' : ''}.`;
  }
  const sum = whole ? '; their differences add up to the gap exactly' : '';
  return `All ${words.count(of)} ${those} are shown${sum}.`;
}

function isCopy({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'c' && (ctrlKey || metaKey) && window.getSelection()?.isCollapsed !== false;
}

function caseOf(findings: Findings, mask: Mask | null) {
  const words = caseWords(findings);
  const files = deltasOf(findings);
  const gone = missingAnywhere(findings);
  const { differing, of, difference } = reckon(findings);
  const missing = new Set(files.flatMap((file, i) => (gone.has(file) ? [i] : [])));
  return { words, specs: rowColumns(findings, files, words, mask), missing, differing, of, difference };
}

function movedTo(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, from + 1);
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'PageDown':
      return Math.min(count - 1, from + SEEN - 1);
    case 'PageUp':
      return Math.max(0, from - SEEN + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The key's column always stays first. */
function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const order = [...ids];
  const from = order.indexOf(id);
  const to = Math.max(1, Math.min(order.length - 1, from + by));
  order.splice(from, 1);
  order.splice(to, 0, id);
  return order;
}

/** Room for a name of so many characters, in few sizes, for other names come as the rows are scrolled. Px. */
function keyWidth(characters: number): number {
  return Math.min(256, Math.ceil((characters * 8 + 20) / 32) * 32);
}
