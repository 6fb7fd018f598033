import { ListFilter, X } from 'lucide-react';
import { useRef } from 'react';
import { t } from '../../lib/words.ts';
import { Keys } from './kbd.tsx';
import './filter-field.css';

interface FilterFieldProps {
  /** For finding it again: the key `/` puts the focus there. */
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter and the arrow down leave the field for the list. */
  readonly onLeave: () => void;
}

/** Words that narrow a list while they are typed. `Esc` clears them first, then leaves. */
export function FilterField({ id, label, placeholder, value, onChange, onLeave }: FilterFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="filter-field">
      <ListFilter className="icon icon-14" aria-hidden="true" />
      <input
        id={id}
        ref={input}
        type="text"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        spellCheck={false}
        autoComplete="off"
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            if (value === '') onLeave();
            else onChange('');
          }
          if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault();
            onLeave();
          }
        }}
      />
      {value === '' ? (
        <Keys keys="/" />
      ) : (
        <button
          type="button"
          aria-label={t('part.clear')}
          className="filter-clear"
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        >
          <X className="icon icon-14" aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
