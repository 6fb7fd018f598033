import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { OutboxId } from '../../../shared/model/outbox.ts';
import { useBridge, useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { t } from '../../lib/words.ts';
import { useToast } from '../../ui/feedback/toast-state.ts';
import type { Place } from './judge-picture.ts';

/** Copies a chosen picture into the spool and puts it into the outbox, and takes it out again. */
export function usePictureUpload(connectionId: ConnectionId, place: Place, onKept: () => void) {
  const call = useCall();
  const bridge = useBridge();
  const toast = useToast((state) => state.show);
  const running = useRef<AbortController>(undefined);
  const undo = useMutation({
    mutationFn: (id: OutboxId) => call('outbox.discard', { id }),
    onSuccess: () => toast(t('outbox.undone')),
    onError: (error) => toast(errorWords(error).what),
  });
  const keep = useMutation({
    mutationFn: async (file: File) => {
      running.current = new AbortController();
      const { signal } = running.current;
      const { id } = await bridge.spool(file, signal);
      return call('uploads.logo', { connectionId, spoolId: id, place }, { signal });
    },
    onSuccess: (row) => {
      toast(t('outbox.kept'), { label: 'outbox.undo', keys: 'Z', run: () => undo.mutate(row.id) });
      onKept();
    },
  });
  return {
    keep: (file: File) => keep.mutate(file),
    cancel: () => running.current?.abort(),
    undo: (id: OutboxId) => undo.mutate(id),
    isPending: keep.isPending,
    error: keep.error,
  };
}
