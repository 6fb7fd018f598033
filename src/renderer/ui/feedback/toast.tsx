import { useEffect } from 'react';
import { useToast } from './toast-state.ts';
import './feedback.css';

const SHOWN_MS = 6000;

/** Says that something was done, for six seconds, without taking the focus. */
export function ToastRegion() {
  const { toast, hide } = useToast();
  useEffect(() => {
    if (toast === undefined) return undefined;
    const timer = setTimeout(hide, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, hide]);
  return (
    <div role="status" aria-live="polite" className="toast-region">
      {toast !== undefined && (
        <p key={toast.id} className="toast">
          {toast.text}
        </p>
      )}
    </div>
  );
}
