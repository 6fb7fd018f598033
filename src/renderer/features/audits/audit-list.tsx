import { useDeferredValue, useEffect, useRef } from 'react';
import type { RecordRow } from '../../../shared/model/record.ts';
import { errorWords } from '../../api/error-words.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useZone } from '../../api/use-workspace.ts';
import { ROW_HEIGHTS, useAppearance } from '../../lib/appearance-state.ts';
import { useNow } from '../../lib/use-clock.ts';
import { useWidth } from '../../lib/use-width.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { VirtualGrid } from '../../ui/grid/virtual-grid.tsx';
import { ListState } from '../../ui/list-states/list-state.tsx';
import { auditFilter, auditListInput } from './audit-filter.ts';
import { auditColumns, AuditTwoLines } from './audit-columns.tsx';
import { AuditToolbar, focusById, GRID_ID } from './audit-toolbar.tsx';
import { AuditSummary } from './audit-summary.tsx';
import { useAudits, type AuditSort } from './audits-state.ts';
import { useAuditRows } from './use-audit-rows.ts';

interface AuditListProps {
  readonly onOpen: (id: string) => void;
  /** Whether the detail stands beside the list: then a row is selected from the start. */
  readonly hasDetail: boolean;
  /** Asked when the workspace is still empty. */
  readonly onSync: () => void;
  /** A line that stands above everything: offline, key problem. */
  readonly isSyncing: boolean;
}

/** A list narrower than this shows rows of two lines. */
const TWO_LINES_BELOW = 640;

/** The audits of the chosen segment: toolbar, what is shown, rows. */
export function AuditList({ onOpen, hasDetail, onSync, isSyncing }: AuditListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 800);
  const zone = useZone();
  const now = useNow();
  const density = useAppearance((state) => state.density);
  const { segment, sorts, selectedId, index, select, sortBy, showDetail, setFilter } = useAudits();
  const filter = useDeferredValue(useAudits((state) => state.filter));
  const sort = sorts[segment];
  const count = useOperation('records.count', auditFilter(segment, filter), { keepPrevious: true });
  const rows = useAuditRows(auditListInput(segment, filter, sort));
  const total = count.data?.total ?? 0;

  const found = selectedId === undefined ? -1 : rows.indexOf(selectedId);
  const isElsewhere = selectedId !== undefined && found < 0 && rows.rowAt(index) !== undefined;
  // A selected record that is not in this list any more has no row; one that was scrolled away keeps its place.
  const current = isElsewhere ? -1 : found >= 0 ? found : Math.min(index, total - 1);
  const pick = (at: number): void => select(at, rows.rowAt(at)?.id);

  // With the detail beside it a list without a selection would be half a screen of nothing.
  const firstId = rows.isFresh ? rows.rowAt(current)?.id : undefined;
  useEffect(() => {
    if (selectedId === undefined && firstId !== undefined && hasDetail) select(Math.max(0, current), firstId);
  }, [selectedId, firstId, hasDetail, current, select]);

  // The arrows work at once, and again after coming back from a report; nobody's focus is taken away for it.
  const hasRows = total > 0;
  useEffect(() => {
    if (hasRows && document.activeElement === document.body) focusById(GRID_ID);
  }, [hasRows]);

  const facts = { segment, zone, now, width, numberLength: rows.numberLength };
  const isNarrow = width < TWO_LINES_BELOW;
  const heights = ROW_HEIGHTS[density];
  const error = rows.error ?? count.error;

  const retry = (): void => {
    void count.refetch();
    rows.retry();
  };

  const open = (at: number): void => {
    const id = rows.rowAt(at)?.id;
    if (id === undefined) return;
    select(at, id);
    if (hasDetail) onOpen(id);
    else showDetail(true);
  };

  return (
    <div ref={frame} className="audit-list">
      <AuditToolbar isNarrow={width < 700} />
      <AuditSummary
        total={error === null ? count.data?.total : undefined}
        isFiltered={filter.trim() !== ''}
        sort={sort}
        segment={segment}
      />
      {error !== null && total === 0 && (
        <div className="audit-message">
          <Notice {...errorWords(error)} actions={<Button onPress={retry}>{t('notice.again')}</Button>} />
        </div>
      )}
      {error === null && count.isPending && <ListState state={{ kind: 'loading' }} />}
      {error === null && count.isSuccess && total === 0 && filter.trim() !== '' && (
        <ListState
          state={{ kind: 'empty-by-filter', what: t('audits.one'), filters: 1, onClear: () => setFilter('') }}
        />
      )}
      {error === null && count.isSuccess && total === 0 && filter.trim() === '' && (
        <ListState state={isSyncing ? { kind: 'loading' } : { kind: 'first-run-empty', onSync }} />
      )}
      {total > 0 && (
        <VirtualGrid<RecordRow>
          id={GRID_ID}
          label={t('audits.list')}
          columns={auditColumns(facts)}
          total={total}
          rowAt={rows.rowAt}
          onRange={rows.onRange}
          current={current}
          onCurrent={pick}
          onOpen={open}
          opensOnClick={!hasDetail}
          rowHeight={isNarrow ? heights.two : heights.one}
          sort={sort}
          onSort={(column) => sortBy(column as AuditSort['column'])}
          {...(isNarrow ? { renderTwoLines: (row) => <AuditTwoLines row={row} facts={facts} /> } : {})}
        />
      )}
    </div>
  );
}
