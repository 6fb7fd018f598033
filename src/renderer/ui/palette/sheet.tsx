import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../button/button.tsx';
import './sheet.css';

interface SheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
  readonly isWide?: boolean;
}

/** Something read on its own for a moment. `Esc`, the button and the ground behind it close it; the focus goes back. */
export function Sheet({ isOpen, onClose, title, closeLabel, children, isWide = false }: SheetProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className="sheet-scrim"
    >
      <Modal className={isWide ? 'sheet is-wide' : 'sheet'}>
        <Dialog className="sheet-dialog">
          <div className="sheet-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon={X} label={closeLabel} keys="Escape" onPress={onClose} />
          </div>
          <div className="sheet-body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
