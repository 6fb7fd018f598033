import { useEffect, useRef, type ReactNode } from 'react';
import { ROW_HEIGHTS, useAppearance } from '../../lib/appearance-state.ts';
import { focusById } from '../../lib/focus.ts';
import type { ListSort, ListState } from '../../lib/list-state.ts';
import { PRINTED_WIDTH, usePrint } from '../../lib/print-state.ts';
import { useWidth } from '../../lib/use-width.ts';
import type { GridColumn } from '../grid/grid-types.ts';
import { VirtualGrid } from '../grid/virtual-grid.tsx';
import { ListState as StateOfList } from '../list-states/list-state.tsx';
import type { ListStateFacts } from '../list-states/list-state-facts.ts';
import './list.css';

/** The rows of a list as its pages come in. */
interface Rows<Row> {
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRange: (first: number, last: number) => void;
  readonly indexOf: (id: string) => number;
  /** Rows there surely are; undefined until some are here. */
  readonly atLeast: number | undefined;
  /** False while rows of the former order or filter stand in. */
  readonly isFresh: boolean;
}

interface SelectableListProps<Row extends { readonly id: string }> {
  /** Of the grid: keys put the focus there. */
  readonly id: string;
  readonly label: string;
  readonly rows: Rows<Row>;
  readonly state: Pick<
    ListState<string>,
    'segment' | 'sorts' | 'selectedId' | 'index' | 'select' | 'sortBy' | 'showDetail'
  >;
  /** Undefined until it was counted: the first rows do not wait for it. */
  readonly total: number | undefined;
  /** Stands in place of the rows when they cannot be read. */
  readonly problem: ReactNode;
  /** Said when there are no rows. */
  readonly empty: ListStateFacts;
  /** The columns at a width of the list in pixels. */
  readonly columnsAt: (width: number) => readonly GridColumn<Row>[];
  readonly renderTwoLines: (row: Row) => ReactNode;
  /** Whether the detail stands beside the list: then a row is selected from the start. */
  readonly hasDetail: boolean;
  readonly onOpen: (row: Row) => void;
  /** Toolbar and line above the rows, at a width of the list in pixels. */
  readonly renderHead: (width: number) => ReactNode;
}

/** A list narrower than this shows rows of two lines. */
const TWO_LINES_BELOW = 640;

/** A list of records with one of them selected, which the detail beside it or in its place shows. */
export function SelectableList<Row extends { readonly id: string }>(props: SelectableListProps<Row>) {
  const { id, rows, state, total, problem, hasDetail, onOpen, columnsAt, renderTwoLines } = props;
  const { selectedId, index, select } = state;
  const frame = useRef<HTMLDivElement>(null);
  const shownWidth = useWidth(frame, 800);
  const width = usePrint((print) => print.isPrinting) ? PRINTED_WIDTH : shownWidth;
  const density = useAppearance((appearance) => appearance.density);
  // Rows that were counted and cannot be read are a problem to tell, not lines to wait behind.
  const isLost = problem !== undefined && rows.atLeast === undefined;
  const count = isLost ? 0 : (total ?? (problem === undefined ? rows.atLeast : undefined) ?? 0);

  const found = selectedId === undefined ? -1 : rows.indexOf(selectedId);
  const isElsewhere = selectedId !== undefined && found < 0 && rows.rowAt(index) !== undefined;
  // A selected record that is not in this list any more has no row; one that was scrolled away keeps its place.
  const current = isElsewhere ? -1 : found >= 0 ? found : Math.min(index, count - 1);
  const pick = (at: number): void => select(at, rows.rowAt(at)?.id);

  // With the detail beside it a list without a selection would be half a screen of nothing.
  const firstId = rows.isFresh ? rows.rowAt(current)?.id : undefined;
  useEffect(() => {
    if (selectedId === undefined && firstId !== undefined && hasDetail) select(Math.max(0, current), firstId);
  }, [selectedId, firstId, hasDetail, current, select]);

  // The arrows work at once, and again after coming back from elsewhere; nobody's focus is taken away for it.
  const hasRows = count > 0;
  useEffect(() => {
    if (hasRows && document.activeElement === document.body) focusById(id);
  }, [hasRows, id]);

  const open = (at: number): void => {
    const row = rows.rowAt(at);
    if (row === undefined) return;
    select(at, row.id);
    if (hasDetail) onOpen(row);
    else state.showDetail(true);
  };

  const isNarrow = width < TWO_LINES_BELOW;
  const heights = ROW_HEIGHTS[density];
  return (
    <div ref={frame} className="record-list">
      {props.renderHead(width)}
      {problem !== undefined && count === 0 && <div className="pane-message">{problem}</div>}
      {problem === undefined && total === undefined && count === 0 && <StateOfList state={{ kind: 'loading' }} />}
      {problem === undefined && total === 0 && <StateOfList state={props.empty} />}
      {hasRows && (
        <VirtualGrid<Row>
          id={id}
          label={props.label}
          columns={columnsAt(width)}
          total={count}
          isCounted={total !== undefined}
          isBusy={!rows.isFresh}
          rowAt={rows.rowAt}
          onRange={rows.onRange}
          current={current}
          onCurrent={pick}
          onOpen={open}
          opensOnClick={!hasDetail}
          rowHeight={isNarrow ? heights.two : heights.one}
          sort={state.sorts[state.segment] ?? { column: '', direction: 'ascending' }}
          onSort={(column) => state.sortBy(column as ListSort['column'])}
          {...(isNarrow ? { renderTwoLines } : {})}
        />
      )}
    </div>
  );
}
