import {
  type ColumnOrderState,
  type ColumnVisibilityState,
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { RowCells } from '@/lib/core/compare/rows/row-query';
import { type Key, keyId } from '@/lib/core/key';
import { Cell } from './Cell';
import type { RowColumnSpec } from './row-columns';
import type { RowsSnapshot } from './row-pages';

const features = tableFeatures({ columnVisibilityFeature, columnOrderingFeature });
const helper = createColumnHelper<typeof features, RowCells>();

/** The table over the held rows: which columns it shows and in which order. Sorting and filtering happen where all rows are. */
export function useRowsTable(specs: readonly RowColumnSpec[], snapshot: RowsSnapshot, missing: ReadonlySet<number>) {
  const [columnVisibility, onColumnVisibilityChange] = useState<ColumnVisibilityState>({});
  const [columnOrder, onColumnOrderChange] = useState<ColumnOrderState>([]);
  const columns = useMemo(
    () =>
      helper.columns(
        specs.map((spec) =>
          helper.display({
            id: spec.id,
            header: spec.label,
            enableHiding: spec.id !== 'key',
            cell: ({ row }) => <Cell content={spec.content(row.original)} missing={missing} />,
          }),
        ),
      ),
    [specs, missing],
  );
  const data = useMemo(() => [...snapshot.pages.values()].flat(), [snapshot.pages]);
  const hidden = useMemo(() => Object.fromEntries(specs.map((spec) => [spec.id, spec.shown])), [specs]);
  return useTable({
    features,
    columns,
    data,
    getRowId: (row) => rowId(row.key),
    state: { columnVisibility: { ...hidden, ...columnVisibility }, columnOrder },
    onColumnVisibilityChange,
    onColumnOrderChange,
  });
}

/** A row's id in the table, whose rows are an object's members: no key may be a name that every object has. */
export function rowId(key: Key): string {
  return `=${keyId(key)}`;
}

export type RowsTable = ReturnType<typeof useRowsTable>;
