import { useEffect, useState } from 'react';
import { useCommands } from '../../lib/commands-state.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../button/button.tsx';
import { useToast } from './toast-state.ts';
import './feedback.css';

const SHOWN_MS = 6000;

/** Says that something was done, for six seconds and for as long as somebody points at it, without taking the focus. */
export function ToastRegion() {
  const { toast, hide } = useToast();
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (toast === undefined || isHeld) return undefined;
    const timer = setTimeout(hide, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, hide, isHeld]);
  const action = toast?.action;
  const act = (): void => {
    setHeld(false);
    hide();
    action?.run();
  };
  // The key that is printed on the toast works for as long as the toast is there, on every screen.
  useCommands(
    action?.keys === undefined
      ? []
      : [
          {
            id: `toast-${toast?.id}`,
            title: action.label,
            group: 'record',
            keys: [action.keys],
            keyOnly: true,
            run: act,
          },
        ],
  );
  return (
    <div role="status" aria-live="polite" className="toast-region">
      {toast !== undefined && (
        <div
          key={toast.id}
          className="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <p>{toast.text}</p>
          {action && (
            <Button look="quiet" {...(action.keys === undefined ? {} : { keys: action.keys })} onPress={act}>
              {t(action.label)}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
