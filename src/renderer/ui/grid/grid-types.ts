import type { ReactNode } from 'react';

/** One column of a grid: its head, its track, and how it shows a row. */
export interface GridColumn<Row> {
  readonly key: string;
  readonly header: string;
  /** A CSS track: `66px`, `minmax(0, 1fr)`. */
  readonly width: string;
  readonly isNumber?: boolean;
  readonly isSortable?: boolean;
  /** A column that needs no words above it (marks): its header is only read out. */
  readonly isHeaderHidden?: boolean;
  readonly render: (row: Row) => ReactNode;
}

/** Which column orders the rows, and which way. */
export interface GridSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}
