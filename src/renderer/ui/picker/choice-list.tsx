import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import './picker.css';

interface ChoiceListProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly { readonly id: Id; readonly text: string; readonly lead?: ReactNode }[];
  readonly selected: Id | undefined;
  readonly onSelect: (id: Id) => void;
}

/** One of a few: arrows and first letters move, Enter takes it. */
export function ChoiceList<Id extends string>({ label, choices, selected, onSelect }: ChoiceListProps<Id>) {
  return (
    <ListBox
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the list was opened to choose from it
      autoFocus
      shouldFocusWrap
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selected === undefined ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        const chosen = choices.find(({ id }) => id === key);
        if (chosen) onSelect(chosen.id);
      }}
      className="choices"
    >
      {choices.map(({ id, text, lead }) => (
        <ListBoxItem key={id} id={id} textValue={text} className="choice">
          {lead}
          <span className="clip grow">{text}</span>
          {id === selected && <Check className="icon icon-14" aria-hidden="true" />}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
