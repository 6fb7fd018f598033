import { useMutation } from '@tanstack/react-query';
import type { Input } from '../../../shared/contract/index.ts';
import type { OutboxId } from '../../../shared/model/outbox.ts';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { t } from '../../lib/words.ts';
import { useToast } from '../../ui/feedback/toast-state.ts';

export type ActionChanges = Input<'actions.change'>['changes'];

export interface ActionEdits {
  readonly change: (changes: ActionChanges) => void;
  readonly undo: (id: OutboxId) => void;
  readonly isBusy: boolean;
}

/** Changes of one action: into the outbox, and out of it again. Nothing is sent by either. */
export function useActionEdits(id: string | undefined): ActionEdits {
  const call = useCall();
  const toast = useToast((state) => state.show);
  const onError = (error: unknown): void => toast(errorWords(error).what);
  const undo = useMutation({
    mutationFn: (row: OutboxId) => call('outbox.discard', { id: row }),
    onSuccess: () => toast(t('outbox.undone')),
    onError,
  });
  const change = useMutation({
    mutationFn: (changes: ActionChanges) => call('actions.change', { id: id ?? '', changes }),
    onSuccess: (row) => toast(t('outbox.kept'), { label: 'outbox.undo', keys: 'Z', run: () => undo.mutate(row.id) }),
    onError,
  });
  return {
    change: (changes) => {
      if (id !== undefined) change.mutate(changes);
    },
    undo: (row) => undo.mutate(row),
    isBusy: change.isPending || undo.isPending,
  };
}
