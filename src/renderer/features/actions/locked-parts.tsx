import { Lock, type LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import type { ChangeLock } from './use-change-lock.ts';

/** The line that says why; every locked button names it as its description. */
const REASON_ID = 'action-locked';

/** What every locked button has: it can be reached and read, says why, and does nothing. */
const locked = ({ reason }: ChangeLock) =>
  ({ type: 'button', 'aria-disabled': true, 'aria-describedby': REASON_ID, title: reason }) as const;

/** Why nothing of this action can be changed, and a way to try where that may be out of date. */
export function LockLine({ lock: { reason, onTry } }: { readonly lock: ChangeLock }) {
  return (
    <div className="lock-line" role="note">
      <Lock className="icon icon-12" aria-hidden="true" />
      <span id={REASON_ID} className="grow">
        {reason}
      </span>
      {onTry && (
        <Button look="quiet" onPress={onTry}>
          {t('actions.locked-try')}
        </Button>
      )}
    </div>
  );
}

interface LockedFieldProps {
  readonly name: string;
  readonly lock: ChangeLock;
  readonly children: ReactNode;
}

/** A value that could be changed with another key: as readable as any other, a lock where its key would stand. */
export function LockedField({ name, lock, children }: LockedFieldProps) {
  const id = useId();
  return (
    <>
      <dt id={`${id}-name`}>{name}</dt>
      <dd className="is-editable">
        <button {...locked(lock)} className="edit-value" aria-labelledby={`${id}-name ${id}-value`}>
          <span id={`${id}-value`} className="edit-shown">
            {children}
          </span>
        </button>
        <span className="keys">
          <Lock className="icon icon-12 muted" aria-hidden="true" />
        </span>
      </dd>
    </>
  );
}

interface LockedButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly lock: ChangeLock;
  /** Only the icon is seen. */
  readonly isIcon?: boolean;
}

/** A button of something that this key may not do. */
export function LockedButton({ icon: Icon, label, lock, isIcon = false }: LockedButtonProps) {
  return (
    <button
      {...locked(lock)}
      className={isIcon ? 'button is-quiet is-icon edit-button' : 'button'}
      data-disabled="true"
      {...(isIcon ? { 'aria-label': label } : {})}
    >
      <Icon className="icon icon-14" aria-hidden="true" />
      {!isIcon && <span>{label}</span>}
    </button>
  );
}
