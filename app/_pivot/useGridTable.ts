import {
  columnFilteringFeature,
  createExpandedRowModel,
  createFilteredRowModel,
  createSortedRowModel,
  type ExpandedState,
  globalFilteringFeature,
  rowExpandingFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { PivotOrder } from '../../lib/pivot';
import { columnId, memberText, type PivotGrid, rowId, rowMembers, weightOf } from './gridShape';
import { type GridNode, treeOf } from './gridTree';

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnFilteringFeature,
  globalFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
});

/** The words that a row is found by: its own name and those above it. */
const pathText = (grid: PivotGrid, { row }: GridNode): string =>
  rowMembers(grid, row)
    .map((member) => memberText(grid, member))
    .join(' ')
    .toLowerCase();

const columnsOf = (grid: PivotGrid) => [
  { id: 'name', accessorFn: (node: GridNode) => pathText(grid, node), enableSorting: false },
  ...grid.heads.map((head, at) => ({
    id: columnId(head),
    accessorFn: ({ row }: GridNode) => weightOf(row.cells[at]),
    sortFn: (one: { original: GridNode }, other: { original: GridNode }) =>
      (weightOf(one.original.row.cells[at]) ?? 0) - (weightOf(other.original.row.cells[at]) ?? 0),
    sortUndefined: 'last' as const,
    enableGlobalFilter: false,
  })),
];

/** Sorting, filtering and opening of the grid's rows; the order and the words are the caller's. */
export function useGridTable(grid: PivotGrid, order: PivotOrder | undefined, text: string) {
  const { total, nodes } = useMemo(() => treeOf(grid.lines), [grid]);
  const columns = useMemo(() => columnsOf(grid), [grid]);
  const [expanded, setExpanded] = useState<ExpandedState>(true);
  const sorting = useMemo(() => (order ? [{ id: order.by, desc: order.descending }] : []), [order]);
  const table = useTable({
    features,
    columns,
    data: nodes,
    getSubRows: ({ below }) => below,
    getRowId: ({ row }) => rowId(row),
    filterFromLeafRows: true,
    getColumnCanGlobalFilter: ({ id }) => id === 'name',
    globalFilterFn: (row, column, words: string) =>
      words.split(/\s+/).every((word) => String(row.getValue(column)).includes(word)),
    state: { sorting, globalFilter: text.trim().toLowerCase(), expanded },
    onExpandedChange: setExpanded,
  });
  return { total, table, rows: table.getRowModel().rows };
}

export type GridTableRow = ReturnType<typeof useGridTable>['rows'][number];
