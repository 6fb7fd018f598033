import { OctagonAlert } from 'lucide-react';
import type { AuditDocument } from '../../../shared/contract/records.ts';
import { t } from '../../lib/words.ts';
import { Tag } from '../../ui/button/tag.tsx';
import { DetailSection } from '../../ui/detail/detail.tsx';
import { StatusGlyph } from '../../ui/marks/status-chip.tsx';

const SHOWN = 8;

/** What the report says in short: the sum, then the items that failed. */
export function ReportSummary({ audit, onOpen }: { readonly audit: AuditDocument; readonly onOpen: () => void }) {
  const { report, record } = audit;
  if (report === null) {
    const key = record.status === 'complete' ? 'audits.report-none' : 'audits.report-pending';
    return (
      <DetailSection title={t('audits.report')}>
        <p className="muted">{t(key)}</p>
      </DetailSection>
    );
  }
  const failed = report.items.filter(
    ({ outcome, type }) => outcome === 'failed' && type !== 'section' && type !== 'root',
  );
  const { all } = report.counts;
  const critical = failed.filter((item) => item.critical).length;
  return (
    <DetailSection
      title={t('audits.report')}
      end={t('audits.report-sum', { all, failed: report.counts.failed, critical })}
    >
      {failed.length === 0 && <p>{t('audits.report-clean')}</p>}
      <ul className="detail-failed" aria-label={t('audits.report-failed')}>
        {failed.slice(0, SHOWN).map((item) => (
          <li key={item.id}>
            <StatusGlyph shape="failed" label={t('report.outcome-failed')} />
            <span className="muted num">{item.place}</span>
            <span className="clip grow" title={item.text}>
              {item.text}
            </span>
            {item.critical && <Tag tone="late" icon={OctagonAlert} text={t('report.critical')} />}
          </li>
        ))}
      </ul>
      {failed.length > SHOWN && (
        <button type="button" className="link" onClick={onOpen}>
          {t('audits.report-more', { count: failed.length - SHOWN })}
        </button>
      )}
    </DetailSection>
  );
}
