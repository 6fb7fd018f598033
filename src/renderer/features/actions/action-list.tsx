import { useDeferredValue } from 'react';
import type { RecordRow } from '../../../shared/model/record.ts';
import { errorWords } from '../../api/error-words.ts';
import { useCounts } from '../../api/use-counts.ts';
import { useOperation } from '../../api/use-operation.ts';
import { isUnsent, useOutboxRows } from '../../api/use-outbox.ts';
import { useRecordRows } from '../../api/use-record-rows.ts';
import { useZone } from '../../api/use-workspace.ts';
import { useNow } from '../../lib/use-clock.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Dot, Strip } from '../../ui/layout/pane.tsx';
import { ListToolbar } from '../../ui/list/list-toolbar.tsx';
import { SelectableList } from '../../ui/list/selectable-list.tsx';
import type { ListStateFacts } from '../../ui/list-states/list-state-facts.ts';
import { actionColumns, ActionTwoLines } from './action-columns.tsx';
import { actionFilter, actionListInput, segmentCounts } from './action-filter.ts';
import { SEGMENTS, useActions } from './actions-state.ts';

/** Where keys put the focus. */
export const GRID_ID = 'actions-grid';
export const FILTER_ID = 'actions-filter';

interface ActionListProps {
  readonly onOpen: (id: string) => void;
  readonly hasDetail: boolean;
  readonly onSync: () => void;
  readonly isSyncing: boolean;
}

function ActionToolbar({ isNarrow }: { readonly isNarrow: boolean }) {
  const { segment, show, filter, setFilter } = useActions();
  const counts = useCounts('corrective-action');
  const byId = counts === undefined ? undefined : segmentCounts(counts);
  return (
    <ListToolbar
      title={t('actions.title')}
      isNarrow={isNarrow}
      segmentLabel={t('actions.segment')}
      segments={SEGMENTS.map((id) => ({ id, text: t(`actions.segment-${id}`), count: byId?.[id] }))}
      selected={segment}
      onSelect={show}
      filterId={FILTER_ID}
      filter={filter}
      onFilter={setFilter}
      gridId={GRID_ID}
    />
  );
}

/** One line: how many, and how many of them late. */
function Summary({ total, isFiltered }: { readonly total: number | undefined; readonly isFiltered: boolean }) {
  const filter = { kind: 'corrective-action', overdue: true } as const;
  const overdue = useOperation('records.count', filter, { keepPrevious: true }).data?.total ?? 0;
  return (
    <Strip>
      <span role="status" className="num">
        {total !== undefined && t(isFiltered ? 'actions.count-found' : 'actions.count', { count: total })}
      </span>
      {!isFiltered && overdue > 0 && (
        <>
          <Dot />
          <span className="list-overdue num">{t('audits.overdue', { count: overdue })}</span>
        </>
      )}
    </Strip>
  );
}

/** The corrective actions of the chosen segment: toolbar, what is shown, rows. */
export function ActionList({ onOpen, hasDetail, onSync, isSyncing }: ActionListProps) {
  const zone = useZone();
  const now = useNow();
  const state = useActions();
  const { segment, sorts, setFilter } = state;
  const filter = useDeferredValue(state.filter);
  const isFiltered = filter.trim() !== '';
  const count = useOperation('records.count', actionFilter(segment, filter), { keepPrevious: true });
  const rows = useRecordRows(actionListInput(segment, filter, sorts[segment]));
  const unsent = useOutboxRows().filter(isUnsent);
  const drafted = new Set(unsent.flatMap(({ recordId }) => (recordId === null ? [] : [recordId])));
  const error = rows.error ?? count.error;
  const counts = useCounts('corrective-action');

  const retry = (): void => {
    void count.refetch();
    rows.retry();
  };
  const nothingRead: ListStateFacts = isSyncing ? { kind: 'loading' } : { kind: 'first-run-empty', onSync };
  const filtered: ListStateFacts = {
    kind: 'empty-by-filter',
    what: t('actions.one'),
    filters: 1,
    onClear: () => (isFiltered ? setFilter('') : state.show('all')),
  };
  const facts = (width: number) => ({ zone, now, width, numberLength: rows.numberLength, drafted });

  return (
    <SelectableList<RecordRow>
      id={GRID_ID}
      label={t('actions.list')}
      rows={rows}
      state={state}
      total={count.data?.total}
      problem={
        error === null ? undefined : (
          <Notice {...errorWords(error)} actions={<Button onPress={retry}>{t('notice.again')}</Button>} />
        )
      }
      empty={isFiltered || (counts?.total ?? 0) > 0 ? filtered : nothingRead}
      columnsAt={(width) => actionColumns(facts(width))}
      renderTwoLines={(row) => <ActionTwoLines row={row} facts={facts(0)} />}
      hasDetail={hasDetail}
      onOpen={({ id }) => onOpen(id)}
      renderHead={(width) => (
        <>
          <ActionToolbar isNarrow={width < 760} />
          <Summary total={error === null ? count.data?.total : undefined} isFiltered={isFiltered} />
        </>
      )}
    />
  );
}
