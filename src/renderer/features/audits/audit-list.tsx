import { useDeferredValue } from 'react';
import type { RecordRow } from '../../../shared/model/record.ts';
import { errorWords } from '../../api/error-words.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useRecordRows } from '../../api/use-record-rows.ts';
import { useZone } from '../../api/use-workspace.ts';
import { useNow } from '../../lib/use-clock.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { SelectableList } from '../../ui/list/selectable-list.tsx';
import type { ListStateFacts } from '../../ui/list-states/list-state-facts.ts';
import { auditFilter, auditListInput } from './audit-filter.ts';
import { auditColumns, AuditTwoLines } from './audit-columns.tsx';
import { AuditToolbar, GRID_ID } from './audit-toolbar.tsx';
import { AuditSummary } from './audit-summary.tsx';
import { useAudits } from './audits-state.ts';

interface AuditListProps {
  readonly onOpen: (row: RecordRow) => void;
  /** Whether the detail stands beside the list. */
  readonly hasDetail: boolean;
  /** Asked when the workspace is still empty. */
  readonly onSync: () => void;
  readonly isSyncing: boolean;
}

/** The audits of the chosen segment: toolbar, what is shown, rows. */
export function AuditList({ onOpen, hasDetail, onSync, isSyncing }: AuditListProps) {
  const zone = useZone();
  const now = useNow();
  const state = useAudits();
  const { segment, sorts, setFilter } = state;
  const filter = useDeferredValue(state.filter);
  const isFiltered = filter.trim() !== '';
  const sort = sorts[segment];
  const count = useOperation('records.count', auditFilter(segment, filter), { keepPrevious: true });
  const rows = useRecordRows(auditListInput(segment, filter, sort));
  const error = rows.error ?? count.error;

  const retry = (): void => {
    void count.refetch();
    rows.retry();
  };
  const unfiltered: ListStateFacts = isSyncing ? { kind: 'loading' } : { kind: 'first-run-empty', onSync };
  const facts = (width: number) => ({ segment, zone, now, width, numberLength: rows.numberLength });

  return (
    <SelectableList<RecordRow>
      id={GRID_ID}
      label={t('audits.list')}
      rows={rows}
      state={state}
      total={count.data?.total}
      problem={
        error === null ? undefined : (
          <Notice {...errorWords(error)} actions={<Button onPress={retry}>{t('notice.again')}</Button>} />
        )
      }
      empty={
        isFiltered
          ? { kind: 'empty-by-filter', what: t('audits.one'), filters: 1, onClear: () => setFilter('') }
          : unfiltered
      }
      columnsAt={(width) => auditColumns(facts(width))}
      renderTwoLines={(row) => <AuditTwoLines row={row} facts={facts(0)} />}
      hasDetail={hasDetail}
      onOpen={onOpen}
      renderHead={(width) => (
        <>
          <AuditToolbar isNarrow={width < 700} />
          <AuditSummary
            total={error === null ? count.data?.total : undefined}
            isFiltered={isFiltered}
            sort={sort}
            segment={segment}
          />
        </>
      )}
    />
  );
}
