import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { usePrint } from '../../lib/print-state.ts';
import { rowAfterKey } from '../grid/grid-keys.ts';
import './tree.css';

export interface TreeRow {
  readonly id: string;
  /** 1 for a top row. */
  readonly level: number;
  /** Undefined for a row that holds nothing. */
  readonly isExpanded: boolean | undefined;
  readonly parentIndex: number;
}

interface TreeGridProps<Row extends TreeRow> {
  readonly id: string;
  readonly label: string;
  /** The rows to show, in reading order: what is folded away is not among them. */
  readonly rows: readonly Row[];
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly onExpand: (id: string, isExpanded: boolean) => void;
  readonly rowHeight: number;
  readonly renderRow: (row: Row) => ReactNode;
  /** What stands open below a row, or undefined. */
  readonly renderInset: (row: Row) => ReactNode;
  readonly rowClass: (row: Row) => string;
}

/**
 * A document as a tree of rows, each of which may stand open. The arrows left and right fold and unfold, or go to the
 * row above that holds this one. Rows are as high as what stands open in them.
 */
export function TreeGrid<Row extends TreeRow>(props: TreeGridProps<Row>) {
  const { rows, current, onCurrent, onExpand, rowHeight, renderRow, renderInset, rowClass } = props;
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const isPrinting = usePrint((state) => state.isPrinting);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => rowHeight,
    overscan: 10,
    // On paper there is no scrolling: every row is there.
    rangeExtractor: isPrinting ? () => rows.map((_, index) => index) : defaultRangeExtractor,
    initialRect: { width: 600, height: 700 },
  });

  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [virtual, current]);

  const fold = (row: Row, open: boolean): void => {
    if (row.isExpanded === !open) onExpand(row.id, open);
    else if (!open && row.parentIndex >= 0) onCurrent(row.parentIndex);
    else if (open && row.isExpanded === true) onCurrent(current + 1);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[current];
    if (row !== undefined && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.preventDefault();
      return fold(row, event.key === 'ArrowRight');
    }
    if (row?.isExpanded !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      return onExpand(row.id, !row.isExpanded);
    }
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight);
    const next = rowAfterKey(event.key, { current, total: rows.length, page });
    if (next === undefined) return;
    event.preventDefault();
    onCurrent(next);
  };

  return (
    <div
      id={props.id}
      ref={scroller}
      role="treegrid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.length}
      aria-activedescendant={current >= 0 && current < rows.length ? `${prefix}-${current}` : undefined}
      className="tree"
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="tree-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const inset = renderInset(row);
          return (
            <div
              key={item.key}
              role="presentation"
              data-index={item.index}
              ref={virtual.measureElement}
              className="tree-item"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {/* The tree holds the focus and hears the keys for its rows. */}
              {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
              <div
                id={`${prefix}-${item.index}`}
                role="row"
                aria-level={row.level}
                aria-rowindex={item.index + 1}
                aria-selected={item.index === current}
                aria-expanded={row.isExpanded}
                className={classNames('tree-row', rowClass(row), item.index === current && 'is-current')}
                style={{ height: rowHeight }}
                onMouseDown={(event) => {
                  if (event.button !== 0) return;
                  onCurrent(item.index);
                  scroller.current?.focus({ preventScroll: true });
                }}
                onClick={() => {
                  if (row.isExpanded !== undefined) onExpand(row.id, !row.isExpanded);
                }}
              >
                <div role="gridcell" className="tree-cell">
                  {renderRow(row)}
                </div>
              </div>
              {inset !== undefined && inset !== null && (
                <div role="row" aria-level={row.level} className="tree-inset-row">
                  <div role="gridcell" className="tree-inset">
                    {inset}
                  </div>
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
