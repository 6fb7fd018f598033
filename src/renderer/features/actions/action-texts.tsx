import { Pencil } from 'lucide-react';
import type { ActionView } from '../../../shared/contract/outbox.ts';
import { t } from '../../lib/words.ts';
import { EditButton } from '../../ui/detail/edit-button.tsx';
import { DraftTag, OldNew } from '../../ui/diff/old-new.tsx';
import { TextDiff } from '../../ui/diff/text-diff.tsx';
import { TextForm } from '../../ui/picker/text-form.tsx';
import { useActionEdit } from './actions-state.ts';
import { draftTag, type Draft } from './drafts.ts';
import { LockedButton } from './locked-parts.tsx';
import type { ActionChanges } from './use-action-edits.ts';
import type { ChangeLock } from './use-change-lock.ts';

interface TextProps {
  readonly view: ActionView;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly isEditable: boolean;
  /** Why the account's key may change nothing of it. */
  readonly lock: ChangeLock | undefined;
  readonly onChange: (changes: ActionChanges) => void;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The name of an action, with a pencil. */
export function ActionName({ view: { action }, drafts, isEditable, lock, onChange }: TextProps) {
  const { open, setOpen } = useActionEdit();
  const draft = drafts.get('name');
  return (
    <div className="detail-title">
      <h2 className="selectable">
        {draft === undefined ? (
          action.name
        ) : (
          <OldNew before={action.name} after={textOf(draft.after)} tag={draftTag(draft)} />
        )}
      </h2>
      {isEditable && lock && <LockedButton icon={Pencil} label={t('actions.edit-name')} lock={lock} isIcon />}
      {isEditable && !lock && (
        <EditButton
          label={t('actions.edit-name')}
          isOpen={open === 'name'}
          onOpenChange={(isOpen) => setOpen(isOpen ? 'name' : undefined)}
          editor={
            <TextForm
              label={t('actions.field.name')}
              value={draft === undefined ? action.name : textOf(draft.after)}
              maxLength={500}
              action={t('actions.set-name')}
              onDone={(name) => {
                setOpen(undefined);
                onChange({ name: name.trim() });
              }}
            />
          }
        />
      )}
    </div>
  );
}

/** What is to be done, in the words of who raised it. */
export function ActionDescription({ view: { action }, drafts, isEditable, lock, onChange }: TextProps) {
  const { open, setOpen } = useActionEdit();
  const draft = drafts.get('description');
  const vendors = action.description ?? '';
  if (vendors === '' && draft === undefined && !isEditable) return null;
  return (
    <section className="detail-section">
      <h3>
        {t('actions.field.description')}
        {draft && <DraftTag text={draftTag(draft)} />}
        {isEditable && lock && <LockedButton icon={Pencil} label={t('actions.edit-description')} lock={lock} isIcon />}
        {isEditable && !lock && (
          <EditButton
            label={t('actions.edit-description')}
            isOpen={open === 'description'}
            onOpenChange={(isOpen) => setOpen(isOpen ? 'description' : undefined)}
            editor={
              <TextForm
                label={t('actions.field.description')}
                value={draft === undefined ? vendors : textOf(draft.after)}
                maxLength={10_000}
                isLong
                mayBeEmpty
                action={t('actions.set-description')}
                onDone={(description) => {
                  setOpen(undefined);
                  onChange({ description: description === '' ? null : description });
                }}
              />
            }
          />
        )}
      </h3>
      {draft === undefined ? (
        <p className={vendors === '' ? 'muted' : 'selectable detail-long'}>
          {vendors === '' ? t('actions.no-description') : vendors}
        </p>
      ) : (
        <TextDiff before={vendors} after={textOf(draft.after)} />
      )}
    </section>
  );
}
