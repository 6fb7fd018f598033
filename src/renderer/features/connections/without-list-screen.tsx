import type { Connection } from '../../../shared/model/connection.ts';
import { ISSUE_STATUSES, issueStatus } from '../../api/issue-words.ts';
import { useOperation } from '../../api/use-operation.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { formatLocale } from '../../lib/dates.ts';
import { count } from '../../lib/numbers.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { DetailSection } from '../../ui/detail/detail.tsx';
import { Pane, Toolbar } from '../../ui/layout/pane.tsx';
import { StatusChip } from '../../ui/marks/status-chip.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { ConnectionRecords } from './connection-records.tsx';
import './connections.css';

interface WithoutListProps {
  readonly kind: 'audit' | 'corrective-action';
  /** All accounts; none of them has records of such a kind. */
  readonly connections: readonly Connection[];
  readonly onSync: () => void;
  readonly isSyncing: boolean;
}

/** How many issues stand where, known statuses first, and how many of them are late. */
function IssueCounts() {
  const { total = 0, byStatus = [] } = useOperation('records.counts', { kind: 'issue' }).data ?? {};
  const late = useOperation('records.count', { kind: 'issue', overdue: true }).data?.total ?? 0;
  const place = (status: string | null): number => {
    const index = ISSUE_STATUSES.indexOf(status ?? '');
    return index < 0 ? ISSUE_STATUSES.length : index;
  };
  if (total === 0) return null;
  return (
    <DetailSection title={t('connections.issues-by-status')}>
      <ul className="steps" aria-label={t('connections.issues-by-status')}>
        {byStatus
          .toSorted((left, right) => place(left.status) - place(right.status))
          .map(({ status, count: own }) => (
            <li key={status}>
              <span className="grow">
                <StatusChip {...issueStatus(status)} />
              </span>
              <span className="num">{count(own)}</span>
            </li>
          ))}
      </ul>
      {late > 0 && <p className="issues-late num">{t('connections.issues-late', { count: late })}</p>}
    </DetailSection>
  );
}

/**
 * In place of a list that could only be empty: these systems have no such records. What was read of them instead, how
 * much and how old.
 */
export function WithoutListScreen({ kind, connections, onSync, isSyncing }: WithoutListProps) {
  const vendors = [...new Set(connections.map(({ vendor }) => vendorName(vendor)))];
  const vendor = new Intl.ListFormat(formatLocale, { type: 'conjunction' }).format(vendors);
  return (
    <Pane id="without-list" label={t(`connections.kind-${kind}`)}>
      <Toolbar>
        <h1>{t(`connections.kind-${kind}`)}</h1>
        <span className="grow" />
        <Button isDisabled={isSyncing} onPress={onSync}>
          {t('command.sync')}
        </Button>
      </Toolbar>
      <div className="detail-body">
        <div className="without-list" data-testid="without-list">
          <div className="connection-part">
            <p className="empty-title">{t(`connections.without-${kind}`, { vendor })}</p>
            <p>{t('connections.without-text')}</p>
          </div>
          {connections.map((connection) => (
            <section key={connection.id} aria-label={connection.name}>
              <div className="without-list-head">
                <VendorMark {...vendorLook(connection.vendor)} />
                <h2 className="clip">{connection.name}</h2>
              </div>
              <ConnectionRecords connection={connection} />
            </section>
          ))}
          <IssueCounts />
        </div>
      </div>
    </Pane>
  );
}
