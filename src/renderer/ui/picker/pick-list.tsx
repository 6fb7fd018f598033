import { Check, Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { t } from '../../lib/words.ts';
import { Button } from '../button/button.tsx';
import './picker.css';

export interface PickOption {
  readonly id: string;
  readonly text: string;
  /** Tells two of one name apart. */
  readonly note?: string | undefined;
}

interface PickListProps {
  readonly label: string;
  /** What was found for the text; asked for by `onText`. */
  readonly options: readonly PickOption[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly selected: readonly PickOption[];
  readonly isMultiple: boolean;
  readonly onDone: (selected: readonly PickOption[]) => void;
  /** Names what Done will do with this choice. */
  readonly doneWords: (selected: readonly PickOption[]) => string;
  /** Stands where nothing was found. */
  readonly empty: ReactNode;
}

/**
 * Picks from a long list by typing. Enter takes the marked option alone and is done; Shift Enter or a click adds or
 * removes one where several may be chosen. The button says what will come of it.
 */
export function PickList(props: PickListProps) {
  const { label, options, text, onText, isMultiple, onDone, doneWords, empty } = props;
  const [selected, setSelected] = useState(props.selected);
  const [isTouched, setTouched] = useState(false);
  // Nothing is marked before anything was typed or moved to: a hasty Enter changes nothing.
  const [marked, setMarked] = useState(-1);
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const current = Math.min(marked, options.length - 1);
  const isChosen = (option: PickOption): boolean => selected.some(({ id }) => id === option.id);

  useEffect(() => {
    list.current?.querySelector('[data-marked]')?.scrollIntoView?.({ block: 'nearest' });
  }, [current]);

  const toggle = (option: PickOption): void => {
    setTouched(true);
    setSelected(isChosen(option) ? selected.filter(({ id }) => id !== option.id) : [...selected, option]);
  };
  const take = (option: PickOption): void => {
    if (isMultiple) toggle(option);
    else onDone([option]);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setMarked(current < 0 ? (step > 0 ? 0 : options.length - 1) : (current + step + options.length) % options.length);
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const option = options[current];
    if (event.shiftKey && isMultiple && option) toggle(option);
    else if (isTouched) onDone(selected);
    else if (option) onDone([option]);
  };

  const next = isTouched || options[current] === undefined ? selected : [options[current]];
  return (
    <div className="pick">
      <div className="pick-field">
        <Search className="icon icon-14" aria-hidden="true" />
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the list was opened to type into this field
          autoFocus
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={`${prefix}-list`}
          aria-autocomplete="list"
          aria-activedescendant={options[current] === undefined ? undefined : `${prefix}-${current}`}
          placeholder={t('part.pick-search')}
          spellCheck={false}
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => {
            onText(event.target.value);
            setMarked(event.target.value.trim() === '' ? -1 : 0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id={`${prefix}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable={isMultiple}
        tabIndex={-1}
        className="pick-list"
      >
        {options.map((option, index) => (
          // The field keeps the focus and moves through these by its own keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={option.id}
            id={`${prefix}-${index}`}
            role="option"
            aria-selected={isChosen(option)}
            data-marked={index === current || undefined}
            className="pick-option"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
          >
            <span className="pick-check">
              {isChosen(option) && <Check className="icon icon-14" aria-hidden="true" />}
            </span>
            <span className="clip">{option.text}</span>
            {option.note !== undefined && <span className="muted clip">{option.note}</span>}
          </div>
        ))}
      </div>
      {options.length === 0 && <div className="pick-empty">{empty}</div>}
      <div className="pick-foot">
        <Button
          look="primary"
          keys="Enter"
          isDisabled={!isTouched && options[current] === undefined}
          onPress={() => onDone(next)}
        >
          {doneWords(next)}
        </Button>
        {isMultiple && <span className="muted">{t('part.pick-several')}</span>}
      </div>
    </div>
  );
}
