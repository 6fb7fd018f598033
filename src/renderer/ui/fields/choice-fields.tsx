import type { ReactNode } from 'react';
import './fields.css';

interface CheckFieldProps {
  readonly label: string;
  readonly note?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** Something that is on or off. */
export function CheckField({ label, note, isChecked, onChange }: CheckFieldProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {note !== undefined && <span className="check-note">{note}</span>}
      </span>
    </label>
  );
}

interface RadioFieldsProps<Id extends string> {
  readonly legend: string;
  readonly name: string;
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly options: readonly { readonly id: Id; readonly label: ReactNode; readonly note?: string }[];
  readonly isLegendHidden?: boolean;
  readonly className?: string;
}

/** One of a few, all of them to be read at once. */
export function RadioFields<Id extends string>(props: RadioFieldsProps<Id>) {
  const { legend, name, selected, onSelect, options, isLegendHidden = false, className } = props;
  return (
    <fieldset className={className ?? 'radios'}>
      <legend className={isLegendHidden ? 'visually-hidden' : 'form-label'}>{legend}</legend>
      {options.map(({ id, label, note }) => (
        <label key={id} className="check">
          <input type="radio" name={name} checked={selected === id} onChange={() => onSelect(id)} />
          <span>
            {label}
            {note !== undefined && <span className="check-note">{note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
