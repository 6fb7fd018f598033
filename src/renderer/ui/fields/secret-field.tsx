import { Eye, EyeOff } from 'lucide-react';
import { useId, useState, type ReactNode, type RefObject } from 'react';
import { t } from '../../lib/words.ts';
import { IconButton } from '../button/button.tsx';
import { describedBy, FieldNotes } from './field-notes.tsx';
import './fields.css';

interface SecretFieldProps {
  readonly label: string;
  /** The field itself: what is in it is read when it is sent, and kept nowhere else. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onChange: () => void;
  readonly note?: ReactNode;
  /** What was found wrong with what is in it; never what is in it. */
  readonly problem?: string | undefined;
  /** Only where a person opened the form to fill it in. */
  readonly takesFocus?: boolean;
  /** A part of the secret that is no secret by itself, like a user's name: seen while it is typed. */
  readonly isShown?: boolean;
  readonly isRequired?: boolean;
  /** What it is to a password manager: the user's name, the password, or a further key that is neither. */
  readonly kind?: 'username' | 'password' | 'apiKey' | 'token' | 'clientId' | 'applicationKey';
}

const AUTO_COMPLETE = {
  username: 'username',
  password: 'current-password',
  apiKey: 'current-password',
  token: 'current-password',
  clientId: 'off',
  applicationKey: 'off',
} as const;

/**
 * A secret being entered: dots, or its signs while asked for. Pasting and password managers work. What is typed stays in
 * the browser's own field: a value held by the page would also stand in the document as an attribute.
 */
export function SecretField(props: SecretFieldProps) {
  const {
    label,
    field,
    onChange,
    note,
    problem,
    takesFocus = false,
    isShown = false,
    isRequired = true,
    kind = 'apiKey',
  } = props;
  const [isRevealed, setRevealed] = useState(false);
  const id = useId();
  const autoComplete = AUTO_COMPLETE[kind];
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      <div className="text-field">
        <input
          ref={field}
          id={id}
          type={isShown || isRevealed ? 'text' : 'password'}
          name={autoComplete === 'current-password' ? 'password' : kind}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where a person opened the form to fill it in
          autoFocus={takesFocus}
          maxLength={4000}
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          required={isRequired}
          aria-invalid={problem !== undefined}
          aria-describedby={describedBy(id, note, problem)}
          onChange={onChange}
        />
        {!isShown && (
          <IconButton
            icon={isRevealed ? EyeOff : Eye}
            label={isRevealed ? t('part.secret-hide') : t('part.secret-show')}
            isPressed={isRevealed}
            onPress={() => setRevealed(!isRevealed)}
          />
        )}
      </div>
      <FieldNotes id={id} note={note} problem={problem} />
    </div>
  );
}
