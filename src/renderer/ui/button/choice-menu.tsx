import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import { classNames } from '../../lib/class-names.ts';
import { ChoiceList } from '../picker/choice-list.tsx';
import { EditPopover } from '../picker/edit-popover.tsx';
import './choice-menu.css';

interface ChoiceMenuProps<Id extends string> {
  /** What is chosen: "System". Read out before what is chosen now. */
  readonly label: string;
  readonly choices: readonly { readonly id: Id; readonly text: string; readonly lead?: ReactNode }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** The choice that leaves nothing out: any other one is shown as a filter that is on. */
  readonly none: Id;
}

/** One of several, behind a button that says which. */
export function ChoiceMenu<Id extends string>({ label, choices, selected, onSelect, none }: ChoiceMenuProps<Id>) {
  const [isOpen, setIsOpen] = useState(false);
  const text = choices.find(({ id }) => id === selected)?.text ?? selected;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <AriaButton
        className={classNames('button is-quiet choice-menu', selected !== none && 'is-on')}
        aria-label={`${label}: ${text}`}
      >
        <span className="clip">{text}</span>
        <ChevronDown className="icon icon-12" aria-hidden="true" />
      </AriaButton>
      <EditPopover label={label} placement="bottom end">
        <ChoiceList
          label={label}
          choices={choices}
          selected={selected}
          onSelect={(id) => {
            setIsOpen(false);
            onSelect(id);
          }}
        />
      </EditPopover>
    </DialogTrigger>
  );
}
