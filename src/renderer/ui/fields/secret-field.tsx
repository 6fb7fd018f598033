import { Eye, EyeOff } from 'lucide-react';
import { useId, useState, type ReactNode, type RefObject } from 'react';
import { t } from '../../lib/words.ts';
import { IconButton } from '../button/button.tsx';
import './fields.css';

interface SecretFieldProps {
  readonly label: string;
  /** The field itself: what is in it is read when it is sent, and kept nowhere else. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onFilled: (isFilled: boolean) => void;
  readonly note?: ReactNode;
  /** Only where a person opened the form to fill it in. */
  readonly takesFocus?: boolean;
}

/**
 * A secret being entered: dots, or its signs while asked for. Pasting and password managers work. What is typed stays in
 * the browser's own field: a value held by the page would also stand in the document as an attribute.
 */
export function SecretField({ label, field, onFilled, note, takesFocus = false }: SecretFieldProps) {
  const [isShown, setShown] = useState(false);
  const id = useId();
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      <div className="text-field">
        <input
          ref={field}
          id={id}
          type={isShown ? 'text' : 'password'}
          name="password"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where a person opened the form to fill it in
          autoFocus={takesFocus}
          maxLength={4000}
          autoComplete="current-password"
          autoCapitalize="off"
          spellCheck={false}
          required
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          onChange={(event) => onFilled(event.target.value.trim() !== '')}
        />
        <IconButton
          icon={isShown ? EyeOff : Eye}
          label={isShown ? t('part.secret-hide') : t('part.secret-show')}
          isPressed={isShown}
          onPress={() => setShown(!isShown)}
        />
      </div>
      {note !== undefined && (
        <div id={`${id}-note`} className="form-note">
          {note}
        </div>
      )}
    </div>
  );
}
