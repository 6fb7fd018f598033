import { useDeferredValue } from 'react';
import type { Connection } from '../../../shared/model/connection.ts';
import type { RecordRow } from '../../../shared/model/record.ts';
import { errorWords } from '../../api/error-words.ts';
import { useCounts } from '../../api/use-counts.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useRecordRows } from '../../api/use-record-rows.ts';
import { useZone } from '../../api/use-workspace.ts';
import type { WorkKind } from '../../api/work-kinds.ts';
import type { ListSort } from '../../lib/list-state.ts';
import { useNow } from '../../lib/use-clock.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Dot, Strip } from '../../ui/layout/pane.tsx';
import { SelectableList } from '../../ui/list/selectable-list.tsx';
import type { ListStateFacts } from '../../ui/list-states/list-state-facts.ts';
import { workColumns, WorkTwoLines } from './work-columns.tsx';
import { filtersSet, workFilter, workListInput } from './work-filter.ts';
import { KIND_FACTS, workIds } from './work-kinds.ts';
import { useNarrowing, useWorkList } from './work-state.ts';
import { WorkToolbar } from './work-toolbar.tsx';

interface WorkListProps {
  readonly kind: WorkKind;
  readonly onOpen: (id: string) => void;
  readonly hasDetail: boolean;
  readonly onSync: () => void;
  readonly isSyncing: boolean;
}

interface SummaryProps {
  readonly kind: WorkKind;
  /** Undefined while it is not known. */
  readonly total: number | undefined;
  readonly isFiltered: boolean;
  readonly sort: ListSort;
}

const sortWords = (kind: WorkKind, { column, direction }: ListSort): string =>
  t(column === 'due' && kind === 'project' ? 'work.sorted-end' : `work.sorted-${column}`, { direction });

/** One line: how many, how many of them late, in which order. */
function Summary({ kind, total, isFiltered, sort }: SummaryProps) {
  const isJudged = KIND_FACTS[kind].statuses.open !== undefined;
  const filter = { kind, overdue: true } as const;
  const overdue = useOperation('records.count', filter, { keepPrevious: true, enabled: isJudged }).data?.total ?? 0;
  return (
    <Strip>
      <span role="status" className="num">
        {total !== undefined &&
          (isFiltered ? t(`work.found-${kind}`, { count: total }) : t(`work.count-${kind}`, { count: total }))}
      </span>
      {!isFiltered && overdue > 0 && (
        <>
          <Dot />
          <span className="list-overdue num">{t('audits.overdue', { count: overdue })}</span>
        </>
      )}
      <span className="grow" />
      <span className="muted clip">{sortWords(kind, sort)}</span>
    </Strip>
  );
}

/** The short name of an account where its vendor has several, for a row to tell them apart. */
function labeller(connections: readonly Connection[]): (connectionId: string) => string | null {
  const labels = new Map(
    connections
      .filter(({ id, vendor }) => connections.some((other) => other.vendor === vendor && other.id !== id))
      .map(({ id, label, name }) => [String(id), label ?? name]),
  );
  return (connectionId) => labels.get(connectionId) ?? null;
}

/** The records of a kind: toolbar, what is shown, rows. */
export function WorkList({ kind, onOpen, hasDetail, onSync, isSyncing }: WorkListProps) {
  const zone = useZone();
  const now = useNow();
  const state = useWorkList(kind);
  const narrowing = useNarrowing(({ byKind }) => byKind[kind]);
  const connections = useOperation('connections.list', {}).data ?? [];
  const { segment, sorts } = state;
  const filter = { segment, search: useDeferredValue(state.filter), ...narrowing };
  const filters = filtersSet(filter);
  const sort = sorts[segment];
  const count = useOperation('records.count', workFilter(kind, filter), { keepPrevious: true });
  const rows = useRecordRows(workListInput(kind, filter, sort));
  const counts = useCounts(kind);
  const error = rows.error ?? count.error;

  const retry = (): void => {
    void count.refetch();
    rows.retry();
  };
  const clear = (): void => {
    useNarrowing.getState().set(kind, {});
    state.setFilter('');
    if (filters === 0) state.show('all');
  };
  const nothingRead: ListStateFacts = isSyncing ? { kind: 'loading' } : { kind: 'first-run-empty', onSync };
  const filtered: ListStateFacts = {
    kind: 'empty-by-filter',
    what: t(`work.one-${kind}`),
    filters: Math.max(1, filters),
    onClear: clear,
  };
  const rates = connections.some(({ vendor }) => vendor === 'connectnow');
  const facts = (width: number) => ({
    kind,
    zone,
    now,
    width,
    numberLength: rows.numberLength,
    hasPriority: narrowing.vendor === 'connectnow' || (narrowing.vendor === undefined && rates && width > 900),
    labelOf: labeller(connections),
  });

  return (
    <SelectableList<RecordRow>
      id={workIds(kind).grid}
      label={t(`work.title-${kind}`)}
      rows={rows}
      state={state}
      total={count.data?.total}
      problem={
        error === null ? undefined : (
          <Notice {...errorWords(error)} actions={<Button onPress={retry}>{t('notice.again')}</Button>} />
        )
      }
      empty={filters > 0 || (counts?.total ?? 0) > 0 ? filtered : nothingRead}
      columnsAt={(width) => workColumns(facts(width))}
      renderTwoLines={(row) => <WorkTwoLines row={row} facts={facts(0)} />}
      hasDetail={hasDetail}
      onOpen={({ id }) => onOpen(id)}
      renderHead={(width) => (
        <>
          <WorkToolbar kind={kind} isNarrow={width < 700} />
          <Summary
            kind={kind}
            total={error === null ? count.data?.total : undefined}
            isFiltered={filters > 0}
            sort={sort}
          />
        </>
      )}
    />
  );
}
