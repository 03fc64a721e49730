'use client';

import { Fragment } from 'react';
import { columnReasons, headerOf, toleranceOf } from '@/lib/case/open/column-choices';
import {
  type ColumnUse,
  columnUseIn,
  columnUses,
  parseTolerance,
  withHeader,
  withProposedUnit,
  withTolerance,
  withUse,
} from '@/lib/case/open/edit-setup';
import { columnNames } from '@/lib/case/open/selectors';
import type { OpenCase } from '@/lib/case/open/state';
import { useCaseStore } from '@/lib/case/open/use-case';
import type { Findings } from '@/lib/core/findings/findings';
import { tellColumnReasons } from '@/lib/core/words/intake';
import { Dialog } from '../ui/Dialog';
import { Select } from '../ui/Select';
import { hiddenWords } from './hidden-words';
import { UndoButton } from './UndoButton';

interface ColumnsDialogProps {
  readonly opened: OpenCase;
  readonly findings: Findings | null;
  readonly onClose: () => void;
}

const USES: Record<ColumnUse, string> = {
  key: 'key',
  measure: 'measure, totalled',
  version: 'version',
  compared: 'compared',
  ignored: 'ignored',
};
const OPTIONS = columnUses.map((value) => ({ value, text: USES[value] }));

/** What every column is used for. A change is compared at once. */
export function ColumnsDialog({ opened, findings, onClose }: ColumnsDialogProps) {
  const store = useCaseStore();
  const { setup, intake } = opened;
  const columns = columnNames(opened);
  return (
    <Dialog onClose={onClose} title="How the columns are used">
      <p className="mb-3 max-w-[52em] text-sm text-mut">
        Rows meet by their key, which may be several columns. Of a key’s rows the one with the largest version wins. The
        measure is totalled exactly; everything that is compared must be equal, unless a tolerance says otherwise. Each
        change is compared at once.
      </p>
      <table className="w-full text-left text-sm">
        <thead className="text-xs text-mut">
          <tr>
            <th className="border-b border-line py-1.5 pr-2 sm:pr-4 font-medium">Column</th>
            <th className="border-b border-line py-1.5 pr-2 sm:pr-4 font-medium">Used as</th>
            <th className="border-b border-line py-1.5 pr-2 sm:pr-4 font-medium">Tolerance</th>
            <th className="border-b border-line py-1.5 font-medium max-sm:hidden">Why</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const use = columnUseIn(setup, column);
            const found = columnReasons(intake, column);
            const why = use === columnUseIn(intake.setup, column) ? tellColumnReasons(found) : 'chosen by you';
            const numbers = findings?.columns.find(({ name }) => name === column)?.type === 'number';
            return (
              <tr className="align-top" key={column}>
                <th
                  className="border-b border-line py-1.5 pr-2 sm:pr-4 font-medium [overflow-wrap:anywhere]"
                  scope="row"
                  title={why}
                >
                  {column.split(/(?<=_)/).map((part) => (
                    <Fragment key={part}>
                      {part}
                      <wbr />
                    </Fragment>
                  ))}
                </th>
                <td className="border-b border-line py-1.5 pr-2 sm:pr-4">
                  <Select
                    label={`Use of ${column}`}
                    onChoose={(chosen) => {
                      const used = withUse(setup, column, chosen);
                      store.setUp(chosen === 'measure' ? withProposedUnit(used, intake.files) : used);
                    }}
                    options={OPTIONS}
                    value={use}
                  />
                </td>
                <td className="border-b border-line py-1.5 pr-2 sm:pr-4">
                  {numbers && (use === 'measure' || use === 'compared') ? (
                    <Tolerance
                      column={column}
                      hidden={hiddenWords(findings, column)}
                      key={toleranceOf(setup, column)}
                      onCommit={(tolerance) => {
                        store.setUp(withTolerance(setup, column, tolerance));
                      }}
                      value={toleranceOf(setup, column)}
                    />
                  ) : null}
                </td>
                <td className="border-b border-line py-1.5 text-mut max-sm:hidden">{why}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <OtherHeaders columns={columns} opened={opened} />
      <UndoButton className="mt-5" />
    </Dialog>
  );
}

interface ToleranceProps {
  readonly column: string;
  readonly value: string;
  /** How many differences it hides now. */
  readonly hidden: string;
  readonly onCommit: (tolerance: string) => void;
}

function Tolerance({ column, value, hidden, onCommit }: ToleranceProps) {
  return (
    <>
      <input
        aria-label={`Tolerance of ${column}`}
        className="num min-h-7 w-16 rounded-md sm:w-24 border border-field bg-bg px-1.5 text-right"
        defaultValue={value}
        inputMode="decimal"
        onBlur={(event) => {
          const tolerance = parseTolerance(event.target.value);
          if (tolerance === null) event.target.value = value;
          else if (tolerance !== value) onCommit(tolerance);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <p className="num mt-0.5 text-xs text-mut">{hidden}</p>
    </>
  );
}

/** The files that call a column otherwise, or lack it. */
function OtherHeaders({ opened, columns }: { readonly opened: OpenCase; readonly columns: readonly string[] }) {
  const store = useCaseStore();
  const { intake, setup } = opened;
  const others = intake.files
    .filter((file) => (setup.roles[file.id] ?? 'ignored') !== 'ignored')
    .flatMap((file) =>
      columns
        .filter((column) => columnUseIn(setup, column) !== 'ignored')
        .map((column) => ({ file, column, header: headerOf(setup, file.id, column) }))
        .filter(({ column, header }) => header !== column || !file.columns.some(({ name }) => name === header)),
    );
  if (others.length === 0) return null;
  return (
    <section className="mt-6">
      <h3 className="mb-2 text-sm font-semibold">Files that call a column otherwise</h3>
      <ul className="text-sm">
        {others.map(({ file, column, header }) => {
          const known = file.columns.some(({ name }) => name === header);
          return (
            <li className="flex flex-wrap items-center gap-2 border-t border-line py-1.5" key={`${file.id} ${column}`}>
              <span>
                {file.file} calls <strong className="font-medium">{column}</strong>
              </span>
              <Select
                label={`${column} in ${file.file}`}
                onChoose={(chosen) => {
                  store.setUp(withHeader(setup, file.id, column, chosen));
                }}
                options={[
                  ...(known ? [] : [{ value: header, text: 'not in this file' }]),
                  ...file.columns.map(({ name }) => ({ value: name, text: name })),
                ]}
                value={header}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
