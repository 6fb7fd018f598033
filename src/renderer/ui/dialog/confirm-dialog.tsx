import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../../lib/words.ts';
import { Button } from '../button/button.tsx';
import '../palette/sheet.css';
import './dialog.css';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will happen, by name and count. */
  readonly children: ReactNode;
  /** The verb and the object: `Send again`, never `OK`. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** Something is lost or may happen twice: the button is outlined in red. */
  readonly isDangerous?: boolean;
  readonly isBusy?: boolean;
}

/** Asks before something that cannot simply be taken back. Cancel has the focus, and `Esc` is Cancel. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, children, action, onConfirm, onCancel, isDangerous = false, isBusy = false } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onCancel();
      }}
      isDismissable
      className="sheet-scrim"
    >
      <Modal className="confirm">
        <Dialog role="alertdialog" className="confirm-dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div className="confirm-body">{children}</div>
          <div className="confirm-foot">
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- Cancel has the focus: a hasty Enter does nothing */}
            <Button autoFocus onPress={onCancel}>
              {t('part.cancel')}
            </Button>
            <Button look={isDangerous ? 'risk' : 'primary'} isDisabled={isBusy} onPress={onConfirm}>
              {action}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
