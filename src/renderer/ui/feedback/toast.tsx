import { useEffect, useState } from 'react';
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
            <Button
              look="quiet"
              {...(action.keys === undefined ? {} : { keys: action.keys })}
              onPress={() => {
                setHeld(false);
                hide();
                action.run();
              }}
            >
              {action.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
