import { CircleX } from 'lucide-react';
import type { AuditDocument } from '../../../shared/contract/records.ts';
import type { ReportSignature } from '../../../shared/model/audit-report.ts';
import { dayAndTime, duration, timeOfDay, dayIn } from '../../lib/dates.ts';
import { percent } from '../../lib/numbers.ts';
import { t } from '../../lib/words.ts';
import { Tag } from '../../ui/button/tag.tsx';
import { ReportPicture } from './report-picture.tsx';

interface ReportHeadProps {
  readonly audit: AuditDocument;
  readonly zone: string;
  readonly now: Date;
}

/** The score and the vendor's word for it. An audit carries no pass mark, so no line is drawn for one. */
function Score({ audit: { head } }: { readonly audit: AuditDocument }) {
  if (head.score === null) return <p className="report-score muted">{t('report.score-none')}</p>;
  return (
    <div className="report-score">
      <div className="report-score-line">
        <span className="report-percent num">{percent(head.score)}</span>
        {head.failed === true && <Tag tone="late" icon={CircleX} text={t('report.result-failed')} />}
        {head.failed === false && <Tag text={t('report.result-passed')} />}
      </div>
      <div className={head.failed === true ? 'report-scale is-late' : 'report-scale'}>
        <i style={{ width: `${Math.max(0, Math.min(100, head.score))}%` }} />
      </div>
      {head.scoreLabel !== null && <span className="muted">{head.scoreLabel}</span>}
    </div>
  );
}

function onSite({ audit: { head }, zone, now }: ReportHeadProps): string | undefined {
  if (head.startedAt === null || head.completedAt === null) return undefined;
  const isOneDay = dayIn(zone, new Date(head.startedAt)) === dayIn(zone, new Date(head.completedAt));
  const end = isOneDay ? timeOfDay(head.completedAt, zone) : dayAndTime(head.completedAt, zone, now);
  const span = t('report.on-site-value', { start: dayAndTime(head.startedAt, zone, now), end });
  return head.minutes === null ? span : `${span}, ${duration(head.minutes)}`;
}

interface SignedProps {
  readonly connectionId: string;
  readonly signature: ReportSignature | null;
  readonly caption: 'report.auditor' | 'report.auditee';
}

function Signed({ connectionId, signature, caption }: SignedProps) {
  if (signature === null) return null;
  const name = signature.signedBy ?? t('report.signed');
  return (
    <figure className="signature">
      <ReportPicture
        connectionId={connectionId}
        photoId={signature.photoId}
        label={t('report.signature-of', { name })}
        width={86}
        height={24}
        fit="contain"
        isPaper
      />
      <figcaption className="clip">{t(caption, { name })}</figcaption>
    </figure>
  );
}

/** The head of a report: result, where and by whom, signatures. */
export function ReportHead(props: ReportHeadProps) {
  const { audit } = props;
  const { head, record } = audit;
  const doneBy = head.people
    .filter(({ role }) => role === 'completer')
    .map(({ name }) => name)
    .join(', ');
  const site = onSite(props);
  return (
    <section className="report-head" aria-label={t('report.head')}>
      <Score audit={audit} />
      <dl className="report-facts">
        <dt>{t('report.object')}</dt>
        <dd className="selectable">{head.object ?? t('part.unknown')}</dd>
        {doneBy !== '' && (
          <>
            <dt>{t('report.done-by')}</dt>
            <dd className="selectable">{doneBy}</dd>
          </>
        )}
        {site !== undefined && (
          <>
            <dt>{t('report.on-site')}</dt>
            <dd className="num selectable">{site}</dd>
          </>
        )}
      </dl>
      {(head.auditorSignature !== null || head.auditeeSignature !== null) && (
        <div className="report-signatures">
          <Signed connectionId={record.connectionId} signature={head.auditorSignature} caption="report.auditor" />
          <Signed connectionId={record.connectionId} signature={head.auditeeSignature} caption="report.auditee" />
        </div>
      )}
    </section>
  );
}
