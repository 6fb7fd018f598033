import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connection } from '../../../shared/model/connection.ts';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { isUnsent, useOutboxRows } from '../../api/use-outbox.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { t } from '../../lib/words.ts';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx';
import { RadioFields } from '../../ui/fields/choice-fields.tsx';

interface RemoveDialogProps {
  readonly connection: Connection;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Removes an account: says what becomes of what was read, of its key and of changes that wait. */
export function RemoveDialog({ connection, isOpen, onClose }: RemoveDialogProps) {
  const call = useCall();
  const toast = useToast((state) => state.show);
  const [cache, setCache] = useState<'keep' | 'erase'>('keep');
  const queued = useOutboxRows().filter((row) => isUnsent(row) && row.connectionId === connection.id).length;
  const { name } = connection;
  const remove = useMutation({
    mutationFn: () => call('connections.remove', { id: connection.id, erase: cache === 'erase' }),
    onSuccess: ({ drafts }) => {
      toast(t('connections.removed', { name, count: drafts }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('connections.remove-title', { name })}
      action={cache === 'erase' ? t('connections.remove-erase') : t('connections.remove-do')}
      isDangerous
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onCancel={onClose}
    >
      <p>{t('connections.remove-text', { vendor: vendorName(connection.vendor) })}</p>
      <RadioFields
        legend={t('connections.remove-cache')}
        isLegendHidden
        name="cache"
        selected={cache}
        onSelect={setCache}
        options={[
          { id: 'keep', label: t('connections.remove-keep'), note: t('connections.remove-keep-note') },
          { id: 'erase', label: t('connections.remove-erased'), note: t('connections.remove-erased-note') },
        ]}
      />
      <p>{t('connections.remove-queued', { count: queued })}</p>
      {remove.error && <Notice {...errorWords(remove.error)} />}
    </ConfirmDialog>
  );
}
