import { OctagonAlert } from 'lucide-react';
import type { ActionView } from '../../../shared/contract/outbox.ts';
import { recordId } from '../../../shared/model/ids.ts';
import { t } from '../../lib/words.ts';
import { Tag } from '../../ui/button/tag.tsx';
import { Field } from '../../ui/detail/detail.tsx';
import { RecordNumber } from '../../ui/marks/record-number.tsx';

interface ActionOriginProps {
  readonly view: ActionView;
  /** Opens an audit by its record id. */
  readonly onOpenAudit: (id: string) => void;
}

/** What the action hangs on: where it was found, and what was wrong there. */
export function ActionOrigin({ view, onOpenAudit }: ActionOriginProps) {
  const { action, record } = view;
  const { audit } = action;
  const auditId = audit?.id ?? null;
  return (
    <>
      <Field name={t('actions.field.object')}>{action.object ?? t('part.unknown')}</Field>
      {audit !== null && (
        <Field name={t('actions.field.audit')}>
          {auditId !== null && (
            <button
              type="button"
              className="link"
              onClick={() => onOpenAudit(recordId(record.connectionId, 'audit', auditId))}
            >
              <RecordNumber value={audit.number ?? t('actions.open-audit')} />
            </button>
          )}
          <span>{audit.name}</span>
        </Field>
      )}
      {action.question !== null && (
        <Field name={action.failed === true ? t('actions.field.failed-item') : t('actions.field.item')}>
          <span>{action.question}</span>
          {action.answer !== null && (
            <Tag
              {...(action.failed === true ? { tone: 'late' as const, icon: OctagonAlert } : {})}
              text={action.answer}
            />
          )}
        </Field>
      )}
      {action.tags.length > 0 && (
        <Field name={t('actions.field.tags')}>
          {action.tags.map((tag) => (
            <Tag key={tag} text={tag} />
          ))}
        </Field>
      )}
    </>
  );
}
