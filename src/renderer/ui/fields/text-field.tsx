import { useId, type ReactNode } from 'react';
import { describedBy, FieldNotes } from './field-notes.tsx';
import './fields.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  /** How the browser and its password manager should take it. */
  readonly autoComplete?: string;
  readonly type?: 'text' | 'url';
  readonly inputMode?: 'numeric';
  readonly name?: string;
  readonly placeholder?: string;
  /** Values that are often meant; anything else may be typed. */
  readonly suggestions?: readonly string[];
  readonly isRequired?: boolean;
  /** Only where a person opened the form to fill it in. */
  readonly takesFocus?: boolean;
  /** One line below: what it is for. */
  readonly note?: ReactNode;
  /** What was found wrong with what is in it. */
  readonly problem?: string | undefined;
}

/** A field with its name beside it. Whatever is typed or pasted is taken as it is. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, maxLength, autoComplete = 'off', type = 'text', note, problem } = props;
  const id = useId();
  const suggestions = props.suggestions ?? [];
  const hasSuggestions = suggestions.length > 1;
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      <div className="text-field">
        <input
          id={id}
          type={type}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where a person opened the form to fill it in
          autoFocus={props.takesFocus ?? false}
          name={props.name}
          placeholder={props.placeholder}
          list={hasSuggestions ? `${id}-list` : undefined}
          value={value}
          maxLength={maxLength}
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          required={props.isRequired ?? false}
          inputMode={props.inputMode}
          aria-invalid={problem !== undefined}
          aria-describedby={describedBy(id, note, problem)}
          onChange={(event) => onChange(event.target.value)}
        />
        {hasSuggestions && (
          <datalist id={`${id}-list`}>
            {suggestions.map((suggestion) => (
              <option key={suggestion}>{suggestion}</option>
            ))}
          </datalist>
        )}
      </div>
      <FieldNotes id={id} note={note} problem={problem} />
    </div>
  );
}
