import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import '../button/button.css';
import { EditPopover } from '../picker/edit-popover.tsx';

interface EditButtonProps {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** What opens below to change the value. */
  readonly editor: ReactNode;
}

/** A pencil beside a text that can be changed. */
export function EditButton({ label, isOpen, onOpenChange, editor }: EditButtonProps) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <AriaButton className="button is-quiet is-icon edit-button" aria-label={label}>
        <Pencil className="icon icon-14" aria-hidden="true" />
      </AriaButton>
      <EditPopover label={label} placement="bottom end">
        {editor}
      </EditPopover>
    </DialogTrigger>
  );
}
