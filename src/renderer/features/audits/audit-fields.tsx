import type { AuditDocument } from '../../../shared/contract/records.ts';
import type { PersonRole } from '../../../shared/model/record.ts';
import { isOpenStatus } from '../../../shared/model/status.ts';
import { auditStatus } from '../../api/audit-words.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { duration, fullMoment } from '../../lib/dates.ts';
import { dueOf } from '../../lib/due.ts';
import { percent } from '../../lib/numbers.ts';
import { t, type MessageKey } from '../../lib/words.ts';
import { Tag } from '../../ui/button/tag.tsx';
import { Field, DetailSection } from '../../ui/detail/detail.tsx';
import { DueChip } from '../../ui/marks/due-chip.tsx';
import { StatusChip } from '../../ui/marks/status-chip.tsx';

interface AuditFieldsProps {
  readonly audit: AuditDocument;
  readonly zone: string;
  readonly now: Date;
}

/** The score with the vendor's own word for it; the pass mark is not part of an audit, so none is drawn. */
function Score({ audit: { head } }: { readonly audit: AuditDocument }) {
  if (head.score === null) return null;
  const verdict = head.failed === null ? undefined : head.failed ? t('audits.failed') : t('audits.passed');
  return (
    <Field name={t('audits.field.score')}>
      <span className="num detail-strong">{percent(head.score)}</span>
      {verdict !== undefined && <StatusChip shape={head.failed ? 'failed' : 'tick'} text={verdict} />}
      {head.scoreLabel !== null && <span className="muted">{head.scoreLabel}</span>}
    </Field>
  );
}

function Due({ audit, zone, now }: AuditFieldsProps) {
  const { record } = audit;
  if (record.dueAt === null) return null;
  const dueZone = record.dueZone ?? zone;
  const due = dueOf({ dueAt: record.dueAt, zone: dueZone, now, isOpen: isOpenStatus(record.status) });
  const isLate = due.tone === 'late' || due.tone === 'very-late';
  return (
    <>
      <Field name={t('audits.field.due')}>
        {isLate && <DueChip {...due} text={due.title} />}
        <span className="num">{due.long}</span>
      </Field>
      <dd className="detail-why">
        {t('audits.due-reason', { vendor: vendorName(record.vendor), zone: dueZone })}{' '}
        {isLate && t('audits.late-since', { when: due.long })}
      </dd>
    </>
  );
}

const personFields: readonly (readonly [PersonRole, MessageKey])[] = [
  ['assignee', 'audits.field.assignees'],
  ['starter', 'audits.field.starter'],
  ['completer', 'audits.field.completer'],
];

/** Everything the audit says of itself. A field without a value is left out, save those people look for. */
export function AuditFields({ audit, zone, now }: AuditFieldsProps) {
  const { record, head } = audit;
  const moment = (iso: string): string => fullMoment(iso, zone, now);
  return (
    <>
      <dl className="detail-fields">
        <Field name={t('audits.field.status')}>
          <StatusChip {...auditStatus(record.status)} />
          {head.reopened && <Tag text={t('audits.reopened')} />}
          {head.expired && record.status !== 'expired' && <Tag text={t('audits.expired')} />}
        </Field>
        <Score audit={audit} />
        <Due audit={audit} zone={zone} now={now} />
        <Field name={t('audits.field.object')}>{head.object ?? t('part.unknown')}</Field>
        {head.template !== null && <Field name={t('audits.field.template')}>{head.template}</Field>}
        {personFields.map(([role, name]) => {
          const people = head.people.filter((person) => person.role === role);
          if (people.length === 0 && role !== 'assignee') return null;
          return (
            <Field key={role} name={t(name)}>
              {people.length === 0 ? (
                <span className="muted">{t('audits.unassigned')}</span>
              ) : (
                people.map((person) => person.name).join(', ')
              )}
            </Field>
          );
        })}
        {head.startAt !== null && head.endAt !== null && (
          <Field name={t('audits.field.period')}>
            <span className="num">{t('audits.period', { start: moment(head.startAt), end: moment(head.endAt) })}</span>
          </Field>
        )}
        {head.startedAt !== null && (
          <Field name={t('audits.field.started')}>
            <span className="num">{moment(head.startedAt)}</span>
          </Field>
        )}
        {head.completedAt !== null && (
          <Field name={t('audits.field.completed')}>
            <span className="num">{moment(head.completedAt)}</span>
          </Field>
        )}
        {head.minutes !== null && (
          <Field name={t('audits.field.time')}>
            <span className="num">{duration(head.minutes)}</span>
          </Field>
        )}
      </dl>
      {head.hint !== null && head.hint !== '' && (
        <DetailSection title={t('audits.hint')}>
          <p className="selectable">{head.hint}</p>
        </DetailSection>
      )}
      {head.objectNotes !== null && head.objectNotes !== '' && (
        <DetailSection title={t('audits.object-notes')}>
          <p className="selectable">{head.objectNotes}</p>
        </DetailSection>
      )}
    </>
  );
}
