import { recordId } from '../../../../shared/model/ids.ts';
import { vendorName } from '../../../api/use-workspace.ts';
import { count } from '../../../lib/numbers.ts';
import { t } from '../../../lib/words.ts';
import { DetailSection, Field } from '../../../ui/detail/detail.tsx';
import { OtherFields } from '../other-fields.tsx';
import { numberAt, rawOf, textAt, type Raw } from '../raw.ts';
import { ReadOnlyLine } from '../read-only-line.tsx';
import { RecordFields } from '../record-fields.tsx';
import type { SectionProps } from './section-props.ts';

/** Names of the document that this part, the fields of every record or its people show. */
const SHOWN = [
  'issueId',
  'issueNumber',
  'title',
  'status',
  'description',
  'projectId',
  'raisedByName',
  'responsiblePersonName',
  'ballInCourtUserName',
  'daysAtStatus',
  'numberOfAttachments',
];

const PEOPLE = ['assignedTo', 'raisedBy', 'responsiblePerson', 'ballInCourtUser'];

/** Those that are shown: an id of a person whom nobody names, and a date that could not be read, stay by their own names. */
function knownOf(raw: Raw, { detail: { people, record } }: SectionProps): ReadonlySet<string> {
  const isNamed = (name: string): boolean => {
    const id = textAt(raw, name);
    return id === null || people.some(({ vendorId }) => vendorId === id);
  };
  const dates = [
    ['dueDate', record.dueAt],
    ['raisedAt', record.createdAt],
    ['lastUpdatedAt', record.updatedAt],
  ] as const;
  return new Set([
    ...SHOWN,
    ...PEOPLE.filter(isNamed),
    ...dates.filter(([name, at]) => at !== null || textAt(raw, name) === null).map(([name]) => name),
  ]);
}

/** An issue of CONQA. Its interface changes none. */
export function ConqaIssue(props: SectionProps) {
  const { detail } = props;
  const { record } = detail;
  const raw = rawOf(detail);
  const vendor = vendorName(record.vendor);
  const projectId = textAt(raw, 'projectId');
  const days = numberAt(raw, 'daysAtStatus');
  const attachments = numberAt(raw, 'numberOfAttachments');
  const description = textAt(raw, 'description');
  return (
    <>
      <ReadOnlyLine>{t('work.read-only-conqa', { vendor })}</ReadOnlyLine>
      <RecordFields
        {...props}
        projectId={projectId === null ? undefined : recordId(record.connectionId, 'project', projectId)}
      >
        {days !== null && (
          <Field name={t('work.conqa-days')}>
            <span className="num">{t('work.days', { days })}</span>
          </Field>
        )}
        {attachments !== null && (
          <Field name={t('work.conqa-attachments')}>
            <span className="num">{count(attachments)}</span>
          </Field>
        )}
      </RecordFields>
      <DetailSection title={t('work.description')}>
        {description === null ? (
          <p className="muted">{t('work.no-description')}</p>
        ) : (
          <p className="selectable detail-long">{description}</p>
        )}
      </DetailSection>
      <OtherFields raw={raw} known={knownOf(raw, props)} vendor={vendor} />
    </>
  );
}
