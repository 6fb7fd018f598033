import { ArrowDown, ArrowUp } from 'lucide-react';
import { classNames } from '../../lib/class-names.ts';
import { t } from '../../lib/words.ts';
import type { GridColumn, GridSort } from './grid-types.ts';

interface ColumnHeadsProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly template: string;
  readonly sort: GridSort;
  readonly onSort: (column: string) => void;
  /** Two-line rows have no heads to see; the row stays for those who listen. */
  readonly isHidden: boolean;
}

/** The row of column names. Only the sorted column shows an arrow. */
export function ColumnHeads<Row>({ columns, template, sort, onSort, isHidden }: ColumnHeadsProps<Row>) {
  if (isHidden) {
    return (
      <div role="rowgroup" className="visually-hidden">
        <div role="row" aria-rowindex={1}>
          <span role="columnheader">{columns.map(({ header }) => header).join(', ')}</span>
        </div>
      </div>
    );
  }
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="grid-columns" style={{ gridTemplateColumns: template }}>
        {columns.map(({ key, header, isNumber, isSortable, isHeaderHidden }) => {
          const isSorted = sort.column === key;
          const Arrow = sort.direction === 'ascending' ? ArrowUp : ArrowDown;
          return (
            <div
              key={key}
              role="columnheader"
              aria-sort={isSorted ? sort.direction : undefined}
              className={classNames('grid-head-cell', isNumber && 'is-number', isSorted && 'is-sorted')}
            >
              {isSortable ? (
                <button type="button" title={t('part.sort', { column: header })} onClick={() => onSort(key)}>
                  {header}
                  {isSorted && <Arrow className="icon icon-12" aria-hidden="true" />}
                </button>
              ) : (
                <span className={isHeaderHidden ? 'visually-hidden' : undefined}>{header}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
