import type { ReactNode } from 'react';
import type { ActionView } from '../../../shared/contract/outbox.ts';
import { isOpenStatus } from '../../../shared/model/status.ts';
import { actionPriority, actionStatus } from '../../api/action-words.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { fullMoment } from '../../lib/dates.ts';
import { dueOf } from '../../lib/due.ts';
import { t } from '../../lib/words.ts';
import { fromZoned, toZoned } from '../../lib/zoned.ts';
import { Field } from '../../ui/detail/detail.tsx';
import { EditableField } from '../../ui/detail/editable-field.tsx';
import { OldNew } from '../../ui/diff/old-new.tsx';
import { DueChip } from '../../ui/marks/due-chip.tsx';
import { PriorityChip } from '../../ui/marks/priority-chip.tsx';
import { StatusChip } from '../../ui/marks/status-chip.tsx';
import { ChoiceList } from '../../ui/picker/choice-list.tsx';
import { MomentForm } from '../../ui/picker/moment-form.tsx';
import { useActionEdit, type EditableName } from './actions-state.ts';
import { ActionOrigin } from './action-origin.tsx';
import { AssigneeEditor } from './assignee-editor.tsx';
import { draftTag, valueOf, type Draft } from './drafts.ts';
import { LockedField } from './locked-parts.tsx';
import type { ActionChanges } from './use-action-edits.ts';
import type { ChangeLock } from './use-change-lock.ts';

interface ActionFieldsProps {
  readonly view: ActionView;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly zone: string;
  readonly now: Date;
  /** False where the vendor has the action no more. */
  readonly isEditable: boolean;
  /** Why the account's key may change nothing of it. */
  readonly lock: ChangeLock | undefined;
  readonly onChange: (changes: ActionChanges) => void;
  readonly onOpenAudit: (id: string) => void;
}

const STATUSES = ['open', 'submitted', 'approved', 'rejected'] as const;
const PRIORITIES = ['high', 'medium', 'low'] as const;
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

interface EditProps extends ActionFieldsProps {
  readonly field: EditableName;
  readonly name: string;
  readonly keys: string;
  readonly renderValue: (value: unknown) => ReactNode;
  readonly vendors: unknown;
  readonly renderEditor: (done: (changes: ActionChanges) => void) => ReactNode;
}

/** One value that can be changed: the vendor's, or what it will be with the vendor's struck before it. */
function Edit(props: EditProps) {
  const { field, name, keys, renderValue, vendors, renderEditor, drafts, isEditable, lock, onChange } = props;
  const { open, setOpen } = useActionEdit();
  const draft = drafts.get(field);
  const shown =
    draft === undefined ? (
      renderValue(vendors)
    ) : (
      <OldNew before={renderValue(vendors)} after={renderValue(draft.after)} tag={draftTag(draft)} />
    );
  if (!isEditable) return <Field name={name}>{shown}</Field>;
  if (lock) {
    return (
      <LockedField name={name} lock={lock}>
        {shown}
      </LockedField>
    );
  }
  return (
    <EditableField
      name={name}
      keys={keys}
      isOpen={open === field}
      onOpenChange={(isOpen) => setOpen(isOpen ? field : undefined)}
      editor={renderEditor((changes) => {
        setOpen(undefined);
        onChange(changes);
      })}
    >
      {shown}
    </EditableField>
  );
}

const showStatus = (value: unknown) => <StatusChip {...actionStatus(text(value))} />;
const showPriority = (value: unknown) => <PriorityChip {...actionPriority(text(value))} />;
const showPeople = (value: unknown) =>
  names(value).length === 0 ? <span className="muted">{t('audits.unassigned')}</span> : names(value).join(', ');

function Due(props: ActionFieldsProps) {
  const { view, drafts, zone, now } = props;
  const { action, record } = view;
  const dueZone = action.zone ?? zone;
  const isOpen = isOpenStatus(action.status);
  const due = dueOf({ dueAt: action.dueAt, zone: dueZone, now, isOpen });
  const isLate = due.tone === 'late' || due.tone === 'very-late';
  const isDrafted = drafts.has('dueAt');
  const wanted = text(valueOf(drafts, 'dueAt', action.dueAt)) ?? now.toISOString();
  const show = (value: unknown) => {
    const dueAt = text(value);
    return <span className="num">{dueAt === null ? t('audits.due-none') : fullMoment(dueAt, dueZone, now)}</span>;
  };
  return (
    <>
      <Edit
        {...props}
        field="dueAt"
        name={t('actions.field.due')}
        keys="U"
        vendors={action.dueAt}
        renderValue={(value) => (
          <>
            {isLate && !isDrafted && <DueChip {...due} text={due.title} />}
            {show(value)}
          </>
        )}
        renderEditor={(done) => (
          <MomentForm
            label={t('actions.field.due')}
            value={toZoned(wanted, dueZone)}
            note={t('actions.due-zone', { zone: dueZone })}
            action={t('actions.set-due')}
            onDone={(local) => done({ dueAt: fromZoned(local, dueZone) })}
          />
        )}
      />
      <dd className="detail-why">
        {t('audits.due-reason', { vendor: vendorName(record.vendor), zone: dueZone })}{' '}
        {isLate && t('audits.late-since', { when: due.long })}
      </dd>
    </>
  );
}

/** The values of an action, those that can be changed as buttons with their keys. */
export function ActionFields(props: ActionFieldsProps) {
  const { view, drafts } = props;
  const { action, record } = view;
  const assignees = action.people.filter(({ role }) => role === 'assignee');
  const wanted = names(
    valueOf(
      drafts,
      'assignees',
      assignees.map(({ name }) => name),
    ),
  );
  const selected = assignees.flatMap(({ name, vendorId }) =>
    vendorId === null || !wanted.includes(name) ? [] : [{ id: vendorId, text: name }],
  );
  const status = valueOf(drafts, 'status', action.status);
  const priority = valueOf(drafts, 'priority', action.priority);
  return (
    <dl className="detail-fields">
      <Edit
        {...props}
        field="status"
        name={t('actions.field.status')}
        keys="S"
        vendors={action.status}
        renderValue={showStatus}
        renderEditor={(done) => (
          <ChoiceList
            label={t('actions.field.status')}
            selected={STATUSES.find((one) => one === status)}
            choices={STATUSES.map((id) => ({ id, text: actionStatus(id).text }))}
            onSelect={(id) => done({ status: id })}
          />
        )}
      />
      <Edit
        {...props}
        field="assignees"
        name={t('actions.field.assignees')}
        keys="A"
        vendors={assignees.map(({ name }) => name)}
        renderValue={showPeople}
        renderEditor={(done) => (
          <AssigneeEditor
            connectionId={record.connectionId}
            selected={selected}
            onDone={(vendorIds) => done({ assignees: [...vendorIds] })}
          />
        )}
      />
      <Due {...props} />
      <Edit
        {...props}
        field="priority"
        name={t('actions.field.priority')}
        keys="P"
        vendors={action.priority}
        renderValue={showPriority}
        renderEditor={(done) => (
          <ChoiceList
            label={t('actions.field.priority')}
            selected={PRIORITIES.find((one) => one === priority)}
            choices={PRIORITIES.map((id) => ({ id, text: actionPriority(id).text }))}
            onSelect={(id) => done({ priority: id })}
          />
        )}
      />
      <ActionOrigin view={view} onOpenAudit={props.onOpenAudit} />
    </dl>
  );
}
