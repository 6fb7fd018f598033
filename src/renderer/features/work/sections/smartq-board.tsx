import { vendorName } from '../../../api/use-workspace.ts';
import { count } from '../../../lib/numbers.ts';
import { t } from '../../../lib/words.ts';
import { DetailSection, Field } from '../../../ui/detail/detail.tsx';
import { OtherFields } from '../other-fields.tsx';
import { partOf, rawOf, textAt } from '../raw.ts';
import { RecordFields } from '../record-fields.tsx';
import { Description } from './description.tsx';
import type { SectionProps } from './section-props.ts';
import { fieldsOf, stepsOf } from './smartq-values.ts';
import { useAccountUsers } from './use-account-users.ts';

const KNOWN = ['id', 'name', 'description', 'insert_time', 'update_time'];

/** A board of smartQ: its steps with their limits, and the fields that its tickets have. */
export function SmartqBoard(props: SectionProps) {
  const { detail } = props;
  const raw = rawOf(detail);
  const nameOf = useAccountUsers(detail.record.connectionId);
  const ownerId = textAt(raw, 'owner_id');
  const owner = ownerId === null ? undefined : nameOf(ownerId);
  const steps = stepsOf(partOf(detail, 'steps'));
  const fields = fieldsOf(partOf(detail, 'fields'));
  return (
    <>
      <RecordFields {...props}>{owner !== undefined && <Field name={t('work.owner')}>{owner}</Field>}</RecordFields>
      <Description text={textAt(raw, 'description')} />
      {steps.length > 0 && (
        <DetailSection title={t('work.steps')} end={count(steps.length)}>
          <ol className="board-steps" aria-label={t('work.steps')}>
            {steps.map(({ id, name, limit }) => (
              <li key={id}>
                <span className="grow">{name}</span>
                {limit !== null && <span className="num muted">{t('work.step-limit', { limit })}</span>}
              </li>
            ))}
          </ol>
        </DetailSection>
      )}
      {fields.length > 0 && (
        <DetailSection title={t('work.board-fields')} end={count(fields.length)}>
          <dl className="detail-fields is-inset is-vendor-named">
            {fields.map(({ key, label, type, titles }) => (
              <Field key={key} name={label}>
                {titles.size > 0 ? [...titles.values()].join(', ') : (type ?? t('part.unknown'))}
              </Field>
            ))}
          </dl>
        </DetailSection>
      )}
      <OtherFields
        raw={raw}
        known={new Set([...KNOWN, ...(owner === undefined ? [] : ['owner_id'])])}
        vendor={vendorName(detail.record.vendor)}
      />
    </>
  );
}
