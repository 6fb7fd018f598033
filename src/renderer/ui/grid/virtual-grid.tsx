import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { PRINTED_ROWS, usePrint } from '../../lib/print-state.ts';
import { t } from '../../lib/words.ts';
import { ColumnHeads } from './column-heads.tsx';
import { GridRow } from './grid-row.tsx';
import type { GridColumn, GridSort } from './grid-types.ts';
import { rowAfterKey } from './grid-keys.ts';
import './grid.css';

interface VirtualGridProps<Row> {
  readonly id: string;
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  /** All rows there are, whether loaded or not. */
  readonly total: number;
  /** False while there may be more than `total`; left out: true. */
  readonly isCounted?: boolean;
  /** The rows are of a former order or filter, until their own are here. */
  readonly isBusy?: boolean;
  /** A row by its index; undefined while its page is on the way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Told which rows are on screen, so that their pages can be asked for. */
  readonly onRange: (first: number, last: number) => void;
  /** Index of the selected row; -1 for none. Selection follows the focus. */
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly rowHeight: number;
  readonly sort: GridSort;
  readonly onSort: (column: string) => void;
  /** Narrow panes: the whole row as one cell of two lines, without column heads. */
  readonly renderTwoLines?: (row: Row) => ReactNode;
  /** Where the detail takes the place of the list, one click or tap opens it. */
  readonly opensOnClick?: boolean;
}

const HEAD_HEIGHT = 26;

/**
 * A list of any length as an ARIA grid. Only rows on screen are in the page; the grid itself holds the focus and names
 * the current row, so the focus cannot be lost when rows come and go.
 */
export function VirtualGrid<Row>(props: VirtualGridProps<Row>) {
  const { columns, total, rowAt, onRange, current, onCurrent, onOpen, rowHeight, sort, onSort, renderTwoLines } = props;
  const isPrinting = usePrint((state) => state.isPrinting);
  const printed = Math.min(total, PRINTED_ROWS);
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const headHeight = renderTwoLines ? 0 : HEAD_HEIGHT;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    rangeExtractor: isPrinting ? () => Array.from({ length: printed }, (_, index) => index) : defaultRangeExtractor,
    scrollPaddingStart: headHeight,
    // No rows before the grid was measured: they would be drawn, laid out and drawn again.
    initialRect: { width: 0, height: 0 },
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  const measuredHeight = useRef(rowHeight);
  useEffect(() => {
    if (measuredHeight.current === rowHeight) return;
    measuredHeight.current = rowHeight;
    virtual.measure();
  }, [virtual, rowHeight]);
  useEffect(() => onRange(first, last), [onRange, first, last]);
  useEffect(() => {
    if (current < 0 || current >= total) return;
    // A row in sight needs no scrolling, and asking for it would lay the whole page out once more.
    const top = current * rowHeight;
    const seen = virtual.scrollOffset ?? 0;
    const room = (virtual.scrollRect?.height ?? 0) - headHeight;
    if (top < seen || top + rowHeight > seen + room) virtual.scrollToIndex(current, { align: 'auto' });
  }, [virtual, current, total, rowHeight, headHeight]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && current >= 0) {
      event.preventDefault();
      return onOpen(current);
    }
    const page = Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight);
    const next = rowAfterKey(event.key, { current, total, page });
    if (next === undefined) return;
    event.preventDefault();
    onCurrent(next);
  };

  const template = columns.map(({ width }) => width).join(' ');
  const activeId = current >= 0 && current < total ? `${prefix}-${current}` : undefined;

  const loaded = items.filter(({ index }) => rowAt(index) !== undefined).length;

  return (
    <>
      <div
        id={props.id}
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-busy={props.isBusy ?? false}
        aria-rowcount={props.isCounted === false ? -1 : total + 1}
        aria-colcount={renderTwoLines ? 1 : columns.length}
        aria-activedescendant={activeId}
        className={classNames('grid', renderTwoLines && 'is-two-lines')}
        onKeyDown={onKeyDown}
      >
        <ColumnHeads
          columns={columns}
          template={template}
          sort={sort}
          onSort={onSort}
          isHidden={renderTwoLines !== undefined}
        />
        <div role="rowgroup" className="grid-rows" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => (
            <GridRow
              key={item.key}
              id={`${prefix}-${item.index}`}
              index={item.index}
              top={item.start}
              height={rowHeight}
              template={template}
              columns={columns}
              row={rowAt(item.index)}
              isCurrent={item.index === current}
              renderTwoLines={renderTwoLines}
              onPick={(index) => {
                onCurrent(index);
                scroller.current?.focus({ preventScroll: true });
              }}
              onOpen={onOpen}
              opensOnClick={props.opensOnClick ?? false}
            />
          ))}
        </div>
      </div>
      {isPrinting && loaded < total && <p className="print-more">{t('print.more', { shown: loaded, total })}</p>}
    </>
  );
}
