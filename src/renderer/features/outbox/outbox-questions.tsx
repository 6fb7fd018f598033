import type { OutboxRow } from '../../../shared/model/outbox.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { t } from '../../lib/words.ts';
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx';
import { operationWords } from './outbox-groups.ts';
import { useOutboxScreen } from './outbox-state.ts';
import type { OutboxActions } from './use-outbox-actions.ts';

/** What sending a change once more would mean, by whether it can be repeated without harm. */
const consequences = {
  safe: 'outbox.again-safe',
  'after-read': 'outbox.again-after-read',
  never: 'outbox.again-never',
} as const;

/** What is asked before something that cannot be taken back, with its consequence by name. */
export function OutboxQuestions({ row, actions }: { readonly row: OutboxRow; readonly actions: OutboxActions }) {
  const { question, set } = useOutboxScreen();
  const vendor = vendorName(row.vendor);
  const named = { vendor, operation: operationWords(row.operation), subject: row.subject };
  const close = (): void => set({ question: undefined });
  const then = (act: (id: OutboxRow['id']) => void) => (): void => {
    close();
    act(row.id);
  };
  return (
    <>
      <ConfirmDialog
        isOpen={question === 'send-again'}
        title={t('outbox.again-title', named)}
        action={t('outbox.again-do')}
        isDangerous={row.repeat === 'never'}
        onConfirm={then(actions.sendAgain)}
        onCancel={close}
      >
        <p>{t('outbox.again-what', named)}</p>
        <p className={row.repeat === 'never' ? 'consequence' : undefined}>{t(consequences[row.repeat], named)}</p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={question === 'mark-sent'}
        title={t('outbox.mark-title')}
        action={t('outbox.mark-sent')}
        onConfirm={then(actions.markSent)}
        onCancel={close}
      >
        <p>{t('outbox.mark-what', named)}</p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={question === 'discard'}
        title={t('outbox.discard-title')}
        action={t('outbox.discard')}
        isDangerous
        onConfirm={then(actions.discard)}
        onCancel={close}
      >
        <p>{t('outbox.discard-what', named)}</p>
      </ConfirmDialog>
    </>
  );
}
