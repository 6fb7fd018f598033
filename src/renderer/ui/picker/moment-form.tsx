import { useId, useState } from 'react';
import { Button } from '../button/button.tsx';
import '../fields/fields.css';
import './picker.css';

interface MomentFormProps {
  readonly label: string;
  /** `2026-11-22T17:00` by the clock of the place named in `note`. */
  readonly value: string;
  readonly onDone: (value: string) => void;
  /** Whose clock it is. */
  readonly note: string;
  readonly action: string;
}

/** A day and a time of day, typed or chosen. */
export function MomentForm({ label, value, onDone, note, action }: MomentFormProps) {
  const [text, setText] = useState(value);
  const id = useId();
  return (
    <form
      className="form is-stacked moment-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== '') onDone(text);
      }}
    >
      <div className="form-row">
        <label htmlFor={id}>{label}</label>
        <div className="text-field">
          <input
            id={id}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was opened to type into this field
            autoFocus
            type="datetime-local"
            required
            max="9999-12-31T23:59"
            value={text}
            aria-describedby={`${id}-note`}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <div id={`${id}-note`} className="form-note">
          {note}
        </div>
      </div>
      <div className="form-foot">
        <Button look="primary" keys="Enter" type="submit" isDisabled={text === ''}>
          {action}
        </Button>
      </div>
    </form>
  );
}
