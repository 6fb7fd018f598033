import { useId, useState } from 'react';
import { Button } from '../button/button.tsx';
import '../fields/fields.css';
import './picker.css';

interface TextFormProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** Several lines: then Enter is a new line, and Ctrl Enter is done. */
  readonly isLong?: boolean;
  /** Whether the text may be taken away. */
  readonly mayBeEmpty?: boolean;
  readonly onDone: (value: string) => void;
  readonly action: string;
}

/** A text being changed. */
export function TextForm({ label, value, maxLength, isLong = false, mayBeEmpty = false, ...rest }: TextFormProps) {
  const [text, setText] = useState(value);
  const id = useId();
  const isGood = text !== value && (mayBeEmpty || text.trim() !== '');
  const done = (): void => {
    if (isGood) rest.onDone(text);
  };
  const shared = {
    id,
    value: text,
    maxLength,
    autoFocus: true,
  };
  return (
    <form
      className="form is-stacked text-form"
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <div className="form-row">
        <label htmlFor={id}>{label}</label>
        <div className="text-field">
          {isLong ? (
            <textarea
              {...shared}
              rows={6}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                done();
              }}
            />
          ) : (
            <input {...shared} type="text" autoComplete="off" onChange={(event) => setText(event.target.value)} />
          )}
        </div>
      </div>
      <div className="form-foot">
        <Button look="primary" keys={isLong ? 'Mod+Enter' : 'Enter'} type="submit" isDisabled={!isGood}>
          {rest.action}
        </Button>
      </div>
    </form>
  );
}
