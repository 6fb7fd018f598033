import { useOperation } from '../../api/use-operation.ts';
import { t } from '../../lib/words.ts';
import { Dot, Strip } from '../../ui/layout/pane.tsx';
import type { AuditSort, Segment } from './audits-state.ts';

interface AuditSummaryProps {
  /** Undefined while it is not known. */
  readonly total: number | undefined;
  readonly isFiltered: boolean;
  readonly sort: AuditSort;
  readonly segment: Segment;
}

const columnWords = { due: 'audits.column.due', updated: 'audits.column.updated' } as const;

function sortWords({ column, direction }: AuditSort, segment: Segment): string {
  if (column === 'title') return t('audits.sorted-title', { direction });
  const isDone = column === 'updated' && segment === 'complete';
  const word = isDone ? t('audits.column.completed') : t(columnWords[column]);
  return t('audits.sorted', { column: word.toLowerCase(), direction });
}

/** One line: how many, how many of them late, in which order. */
export function AuditSummary({ total, isFiltered, sort, segment }: AuditSummaryProps) {
  const overdue = useOperation('records.count', { kind: 'audit', overdue: true }, { keepPrevious: true }).data?.total;
  return (
    <Strip>
      <span role="status" className="num">
        {total !== undefined && t(isFiltered ? 'audits.count-found' : 'audits.count', { count: total })}
      </span>
      {segment !== 'complete' && !isFiltered && overdue !== undefined && overdue > 0 && (
        <>
          <Dot />
          <span className="list-overdue num">{t('audits.overdue', { count: overdue })}</span>
        </>
      )}
      <span className="grow" />
      <span className="muted clip">{sortWords(sort, segment)}</span>
    </Strip>
  );
}
