import type { ReactNode } from 'react';
import { parseRecordId } from '../../../shared/model/ids.ts';
import { isOpenStatus } from '../../../shared/model/status.ts';
import type { PersonRole, RecordDetail } from '../../../shared/model/record.ts';
import { roleName } from '../../api/issue-words.ts';
import { useOperation } from '../../api/use-operation.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { recordPriority, recordStatus } from '../../api/work-words.ts';
import type { WorkKind } from '../../api/work-kinds.ts';
import { fullMoment } from '../../lib/dates.ts';
import { t } from '../../lib/words.ts';
import { Field } from '../../ui/detail/detail.tsx';
import { DueChip } from '../../ui/marks/due-chip.tsx';
import { PriorityChip } from '../../ui/marks/priority-chip.tsx';
import { StatusChip } from '../../ui/marks/status-chip.tsx';
import { dueZoneOf, rowDue } from './row-due.ts';
import { hasAssignees, hasDueDates, KIND_FACTS } from './work-kinds.ts';

interface RecordFieldsProps {
  readonly kind: WorkKind;
  readonly detail: RecordDetail;
  readonly zone: string;
  readonly now: Date;
  /** The status in the vendor's own words, where they say more than the status itself. */
  readonly statusText?: string | null;
  /** The record id of the project it belongs to, where that may be opened. */
  readonly projectId?: string | undefined;
  readonly onOpenRecord: (id: string) => void;
  /** Fields that this vendor alone has. */
  readonly children?: ReactNode;
}

/** Why a due date reads as it does: whose it is, and by which clock. */
function dueReason({ kind, detail: { record }, zone }: RecordFieldsProps): string {
  const facts = { vendor: vendorName(record.vendor), zone: dueZoneOf(record, zone) };
  if (record.dueKind === 'rule') return t('work.due-reason-rule', facts);
  if (record.dueKind === 'day') return t('work.due-reason-day', facts);
  return t(kind === 'project' ? 'work.end-reason' : 'work.due-reason', facts);
}

function Due(props: RecordFieldsProps) {
  const { kind, detail, zone, now } = props;
  const { record } = detail;
  const name = t(kind === 'project' ? 'work.field-end' : 'work.field-due');
  if (record.dueAt === null) {
    if (!KIND_FACTS[kind].columns.due || kind === 'project') return null;
    const isDated = hasDueDates(kind, record.vendor);
    return (
      <Field name={name}>
        <span className="muted">
          {isDated ? t('audits.due-none') : t('work.no-due', { vendor: vendorName(record.vendor) })}
        </span>
      </Field>
    );
  }
  const due = rowDue(record, zone, now);
  const isLate = due.tone === 'late' || due.tone === 'very-late';
  return (
    <>
      <Field name={name}>
        {isLate && <DueChip {...due} text={due.title} />}
        <span className="num">{due.long}</span>
      </Field>
      <dd className="detail-why">
        {dueReason(props)}{' '}
        {isLate && isOpenStatus(record.status, record.kind) && t('audits.late-since', { when: due.long })}
      </dd>
    </>
  );
}

/** The project a record belongs to; a way to it where its own record is here. */
function Project({ detail: { record }, projectId, onOpenRecord }: RecordFieldsProps) {
  const found = useOperation('records.show', { id: projectId ?? '' }, { enabled: projectId !== undefined });
  if (record.project === null && found.data === undefined) return null;
  const name = record.project ?? found.data?.record.title ?? t('part.unknown');
  return (
    <Field name={t(record.vendor === 'connectnow' ? 'work.field-company' : 'work.field-project')}>
      {found.data === undefined || projectId === undefined ? (
        name
      ) : (
        <button type="button" className="link" title={t('work.open-project')} onClick={() => onOpenRecord(projectId)}>
          {name}
        </button>
      )}
    </Field>
  );
}

const ROLES: readonly PersonRole[] = [
  'assignee',
  'ball-in-court',
  'author',
  'completer',
  'approver',
  'subscriber',
  'member',
];

/** Everybody who has a part in the record, part by part. That nobody is assigned is said, too. */
function People({ kind, detail: { people, record } }: RecordFieldsProps) {
  return ROLES.map((role) => {
    const own = people.filter((person) => person.role === role);
    if (own.length === 0 && !(role === 'assignee' && hasAssignees(kind, record.vendor))) return null;
    return (
      <Field key={role} name={roleName(role)}>
        {own.length === 0 ? (
          <span className="muted">{t('work.unassigned')}</span>
        ) : (
          own.map(({ name, email }) => (
            <span key={`${name} ${email ?? ''}`} title={email ?? undefined} className="person">
              {name}
            </span>
          ))
        )}
      </Field>
    );
  });
}

/** What every record says of itself, whatever its vendor, and which account it came from. */
export function RecordFields(props: RecordFieldsProps) {
  const { detail, zone, now, statusText = null } = props;
  const { record } = detail;
  const connections = useOperation('connections.list', {}).data ?? [];
  const account = connections.find(({ id }) => id === parseRecordId(record.id)?.connectionId)?.name;
  const vendor = vendorName(record.vendor);
  const look = recordStatus(record.kind, record.status);
  const dates = [
    [t('work.field-created'), record.createdAt],
    [t('work.field-updated'), record.updatedAt],
  ] as const;
  return (
    <dl className="detail-fields">
      {record.status !== null && (
        <Field name={t('work.field-status')}>
          <StatusChip {...look} text={statusText ?? look.text} />
        </Field>
      )}
      {record.priority !== null && (
        <Field name={t(record.vendor === 'connectnow' ? 'work.field-severity' : 'work.field-priority')}>
          <PriorityChip {...recordPriority(record.priority)} />
        </Field>
      )}
      <Due {...props} />
      <Project {...props} />
      <People {...props} />
      {props.children}
      {dates.map(([name, at]) =>
        at === null ? null : (
          <Field key={name} name={name}>
            <span className="num">{fullMoment(at, zone, now)}</span>
          </Field>
        ),
      )}
      <Field name={t('work.field-source')}>
        {account === undefined || account === vendor ? vendor : t('work.source', { vendor, account })}
      </Field>
      <dd className="detail-why">{t('work.zone-reason', { zone })}</dd>
    </dl>
  );
}
