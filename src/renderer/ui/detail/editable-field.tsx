import { useId, type ReactNode } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import { Keys } from '../button/kbd.tsx';
import { EditPopover } from '../picker/edit-popover.tsx';
import './detail.css';

interface EditableFieldProps {
  readonly name: string;
  /** The value as it stands, a draft laid over it. */
  readonly children: ReactNode;
  readonly keys?: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** What opens below the value to change it. */
  readonly editor: ReactNode;
}

/** A value that is a button: it opens what changes it, in its place. Its key stands at the end of the line. */
export function EditableField({ name, children, keys, isOpen, onOpenChange, editor }: EditableFieldProps) {
  const id = useId();
  return (
    <>
      <dt id={`${id}-name`}>{name}</dt>
      <dd className="is-editable">
        <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
          <AriaButton className="edit-value" aria-labelledby={`${id}-name ${id}-value`}>
            <span id={`${id}-value`} className="edit-shown">
              {children}
            </span>
          </AriaButton>
          <EditPopover label={name} placement="bottom start">
            {editor}
          </EditPopover>
        </DialogTrigger>
        {keys !== undefined && <Keys keys={keys} />}
      </dd>
    </>
  );
}
