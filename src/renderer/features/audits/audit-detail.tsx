import { ArrowLeft, FileText, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AuditDocument } from '../../../shared/contract/records.ts';
import { errorWords } from '../../api/error-words.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useZone, vendorName } from '../../api/use-workspace.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { dayAndTime, shortMoment } from '../../lib/dates.ts';
import { useNow } from '../../lib/use-clock.ts';
import { t } from '../../lib/words.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Dot, Toolbar } from '../../ui/layout/pane.tsx';
import { ListState } from '../../ui/list-states/list-state.tsx';
import { RecordNumber } from '../../ui/marks/record-number.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { AuditFields } from './audit-fields.tsx';
import { ReportSummary } from './report-summary.tsx';

interface AuditDetailProps {
  readonly id: string | undefined;
  readonly onOpenReport: (id: string, withPdf: boolean) => void;
  readonly onRefresh: (id: string) => void;
  readonly isRefreshing: boolean;
  /** In one-pane windows: back to the list. */
  readonly onBack?: () => void;
}

function DetailBody({
  audit,
  onOpenReport,
}: { readonly audit: AuditDocument } & Pick<AuditDetailProps, 'onOpenReport'>) {
  const zone = useZone();
  const now = useNow();
  const { record, head, readAt } = audit;
  const isKnown = record.status !== null && ['pending', 'in-progress', 'complete', 'expired'].includes(record.status);
  const name = vendorName(record.vendor);
  return (
    <div className="detail-body">
      {record.deleted && <ListState state={{ kind: 'deleted', name, when: dayAndTime(readAt, zone, now) }} />}
      {!isKnown && record.status !== null && (
        <ListState state={{ kind: 'unknown-value', name, value: record.status }} />
      )}
      <div className="detail-head">
        <h2 className="selectable">{head.name}</h2>
        <p className="detail-sub">
          <span>{t('audits.kind', { vendor: name })}</span>
          <Dot />
          <span className="num">{t('audits.read', { when: shortMoment(readAt, zone, now) })}</span>
        </p>
      </div>
      <AuditFields audit={audit} zone={zone} now={now} />
      <ReportSummary audit={audit} onOpen={() => onOpenReport(record.id, false)} />
    </div>
  );
}

/** The audit that is selected, beside the list. It follows the selection and never stands in its way. */
export function AuditDetail({ id, onOpenReport, onRefresh, isRefreshing, onBack }: AuditDetailProps) {
  const audit = useOperation('audits.document', { id: id ?? '' }, { enabled: id !== undefined, keepPrevious: true });
  const back: ReactNode = onBack && (
    <IconButton icon={ArrowLeft} label={t('audits.back')} keys="Escape" onPress={onBack} />
  );
  if (id === undefined) return <EmptyState text={t('audits.none-selected')} />;
  const record = audit.data?.record;
  return (
    <>
      <Toolbar>
        {onBack && <h1 className="visually-hidden">{t('audits.title')}</h1>}
        {back}
        {record && (
          <>
            <VendorMark {...vendorLook(record.vendor)} />
            <span className="detail-number selectable">
              <RecordNumber value={record.number ?? t('part.unknown')} />
            </span>
          </>
        )}
        <span className="grow" />
        <IconButton
          icon={RefreshCw}
          label={t('audits.refresh')}
          keys="R"
          isDisabled={isRefreshing}
          onPress={() => onRefresh(id)}
        />
        {record?.status === 'complete' && (
          <>
            <IconButton icon={FileText} label={t('command.pdf')} keys="D" onPress={() => onOpenReport(id, true)} />
            <Button look="primary" onPress={() => onOpenReport(id, false)}>
              {t('audits.open-report')}
            </Button>
          </>
        )}
      </Toolbar>
      {audit.data !== undefined && <DetailBody audit={audit.data} onOpenReport={onOpenReport} />}
      {audit.data === undefined && audit.error !== null && (
        <div className="pane-message">
          <Notice {...errorWords(audit.error)} />
        </div>
      )}
    </>
  );
}
