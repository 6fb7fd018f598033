import { parseRecordId, recordId } from '../../../../shared/model/ids.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { vendorName } from '../../../api/use-workspace.ts';
import { t } from '../../../lib/words.ts';
import { Tag } from '../../../ui/button/tag.tsx';
import { DetailSection, Field } from '../../../ui/detail/detail.tsx';
import { OtherFields } from '../other-fields.tsx';
import { partOf, rawOf, textAt, textOf, type Raw } from '../raw.ts';
import { RecordFields } from '../record-fields.tsx';
import { Description } from './description.tsx';
import type { SectionProps } from './section-props.ts';
import { SmartqNotes } from './smartq-notes.tsx';
import { contentsOf, fieldsOf, isFieldKey, stepsOf, type Step } from './smartq-values.ts';
import { useAccountUsers } from './use-account-users.ts';

const KNOWN: ReadonlySet<string> = new Set([
  'id',
  'project_id',
  'name',
  'description',
  'step_id',
  'tags',
  'custom_fields',
  'insert_time',
  'update_time',
]);

/** Names that are shown elsewhere: all but people and a day that nobody could read. */
function knownOf(raw: Raw, { detail: { people, record } }: SectionProps, isOwnerNamed: boolean): ReadonlySet<string> {
  const assigned = raw['assigned_to'];
  const isNobody = assigned === null || assigned === undefined || assigned === '' || Object.keys(assigned).length === 0;
  return new Set([
    ...KNOWN,
    ...Object.keys(raw).filter(isFieldKey),
    ...(people.some(({ role }) => role === 'assignee') || isNobody ? ['assigned_to'] : []),
    ...(record.dueAt !== null || textAt(raw, 'required_by') === null ? ['required_by'] : []),
    ...(isOwnerNamed ? ['owner_id'] : []),
  ]);
}

/** Comma-separated, or a list of them. */
const tagsOf = (tags: unknown): readonly string[] => [
  ...new Set(
    (Array.isArray(tags) ? tags : [tags])
      .flatMap((tag) => textOf(tag)?.split(',') ?? [])
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

/** Where the ticket stands on its board: the step's own name and place. */
function StepField({ steps, id }: { readonly steps: readonly Step[]; readonly id: string }) {
  const place = steps.findIndex((step) => step.id === id);
  return (
    <Field name={t('work.step')}>
      {place < 0 ? (
        <span className="muted">{t('work.step-unknown', { id })}</span>
      ) : (
        <>
          <span>{steps[place]?.name}</span>
          <span className="num muted">{t('work.step-place', { place: place + 1, count: steps.length })}</span>
        </>
      )}
    </Field>
  );
}

/** A ticket of smartQ: its place on the board, the board's own fields with their titles, and its notes. */
export function SmartqTicket(props: SectionProps) {
  const { detail, zone, now } = props;
  const { record } = detail;
  const raw = rawOf(detail);
  const nameOf = useAccountUsers(record.connectionId);
  // A ticket's id is made of its board's and its own.
  const boardId = textAt(raw, 'project_id') ?? parseRecordId(record.id)?.vendorId.split('/')[0] ?? '';
  const projectId = recordId(record.connectionId, 'project', boardId);
  const board = useOperation('records.show', { id: projectId }, { enabled: boardId !== '' }).data;
  const steps = board === undefined ? [] : stepsOf(partOf(board, 'steps'));
  const contents = contentsOf(raw, board === undefined ? [] : fieldsOf(partOf(board, 'fields')));
  const stepId = textAt(raw, 'step_id');
  const ownerId = textAt(raw, 'owner_id');
  const owner = ownerId === null ? undefined : nameOf(ownerId);
  const tags = tagsOf(raw['tags']);
  return (
    <>
      <RecordFields {...props} projectId={boardId === '' ? undefined : projectId}>
        {stepId !== null && <StepField steps={steps} id={stepId} />}
        {owner !== undefined && <Field name={t('work.owner')}>{owner}</Field>}
        {tags.length > 0 && (
          <Field name={t('work.tags')}>
            {tags.map((tag) => (
              <Tag key={tag} text={tag} />
            ))}
          </Field>
        )}
      </RecordFields>
      <Description text={textAt(raw, 'description')} />
      <DetailSection title={t('work.custom-fields')}>
        {contents.length === 0 && <p className="muted">{t('work.custom-none')}</p>}
        <dl className="detail-fields is-inset is-vendor-named">
          {contents.map(({ key, label, texts }) => (
            <Field key={key} name={label}>
              {texts.join(', ')}
            </Field>
          ))}
        </dl>
      </DetailSection>
      <SmartqNotes part={partOf(detail, 'notes')} nameOf={nameOf} zone={zone} now={now} />
      <OtherFields raw={raw} known={knownOf(raw, props, owner !== undefined)} vendor={vendorName(record.vendor)} />
    </>
  );
}
