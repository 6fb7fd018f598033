import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { t } from '../../lib/words.ts';
import type { GridColumn } from './grid-types.ts';

interface GridRowProps<Row> {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly template: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly row: Row | undefined;
  readonly isCurrent: boolean;
  readonly renderTwoLines: ((row: Row) => ReactNode) | undefined;
  readonly onPick: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly opensOnClick: boolean;
}

/** Lines in place of a row that is not here yet. They only show when it takes longer than a blink. */
function Skeleton({ count }: { readonly count: number }) {
  return (
    <div role="gridcell" className="grid-skeleton" aria-colspan={count}>
      <span className="visually-hidden">{t('part.row-loading')}</span>
      <i />
      <i />
      <i />
    </div>
  );
}

/** One row of a grid, at its place. */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { id, index, top, height, template, columns, row, isCurrent, renderTwoLines, onPick, onOpen, opensOnClick } =
    props;
  return (
    // The grid holds the focus and hears the keys for its rows.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isCurrent}
      aria-busy={row === undefined}
      className={classNames('grid-row', isCurrent && 'is-current')}
      style={{
        height,
        transform: `translateY(${top}px)`,
        ...(renderTwoLines ? {} : { gridTemplateColumns: template }),
      }}
      onMouseDown={(event) => {
        if (event.button === 0) onPick(index);
      }}
      onClick={opensOnClick ? () => onOpen(index) : undefined}
      onDoubleClick={opensOnClick ? undefined : () => onOpen(index)}
    >
      {row === undefined && <Skeleton count={columns.length} />}
      {row !== undefined && renderTwoLines && (
        <div role="gridcell" className="grid-two-lines">
          {renderTwoLines(row)}
        </div>
      )}
      {row !== undefined &&
        !renderTwoLines &&
        columns.map(({ key, isNumber, render }) => (
          <div role="gridcell" key={key} className={classNames('grid-cell', isNumber && 'is-number')}>
            {render(row)}
          </div>
        ))}
    </div>
  );
}
