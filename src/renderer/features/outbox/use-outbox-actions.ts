import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { OutboxId, OutboxRow } from '../../../shared/model/outbox.ts';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { t } from '../../lib/words.ts';
import { useToast } from '../../ui/feedback/toast-state.ts';

/** The most changes one call takes. */
const MOST = 1000;

export interface OutboxActions {
  readonly send: (rows: readonly Pick<OutboxRow, 'id'>[]) => void;
  /** Ends a sending under way; what it had begun may need checking. */
  readonly stop: () => void;
  readonly isSending: boolean;
  /** Makes a change ready that was refused or is a draft. */
  readonly makeReady: (id: OutboxId) => void;
  /** Sends an uncertain change once more: only after a person has read what that may mean. */
  readonly sendAgain: (id: OutboxId) => void;
  readonly markSent: (id: OutboxId) => void;
  readonly discard: (id: OutboxId) => void;
  /** Reads the record of a change afresh, to see whether it arrived. */
  readonly check: (recordId: string) => void;
  readonly isBusy: boolean;
}

/** What came of a sending, as a sum that adds up. */
function sentWords(asked: number, rows: readonly OutboxRow[]): string {
  const sent = rows.filter(({ state }) => state === 'sent').length;
  return sent === asked ? t('outbox.sent-all', { count: sent }) : t('outbox.sent-part', { asked, sent });
}

/** Everything a person can do in the outbox. */
export function useOutboxActions(): OutboxActions {
  const call = useCall();
  const toast = useToast((state) => state.show);
  const running = useRef<AbortController>(undefined);
  const onError = (error: unknown): void => toast(errorWords(error).what);

  const send = useMutation({
    mutationFn: (ids: readonly OutboxId[]) => {
      running.current = new AbortController();
      return call('outbox.send', { ids: ids.slice(0, MOST) }, { signal: running.current.signal });
    },
    onSuccess: (rows, ids) => toast(sentWords(ids.length, rows)),
    onError,
  });
  const makeReady = useMutation({
    mutationFn: (id: OutboxId) => call('outbox.retry', { id }),
    onSuccess: () => toast(t('outbox.made-ready')),
    onError,
  });
  const sendAgain = useMutation({
    mutationFn: (id: OutboxId) => call('outbox.retry', { id, confirmed: true }),
    onSuccess: ({ id }) => send.mutate([id]),
    onError,
  });
  const markSent = useMutation({
    mutationFn: (id: OutboxId) => call('outbox.markSent', { id }),
    onSuccess: () => toast(t('outbox.marked')),
    onError,
  });
  const discard = useMutation({
    mutationFn: (id: OutboxId) => call('outbox.discard', { id }),
    onSuccess: () => toast(t('outbox.discarded')),
    onError,
  });
  const check = useMutation({
    mutationFn: (id: string) => call('sync.record', { id }),
    onSuccess: () => toast(t('outbox.checked')),
    onError,
  });
  return {
    send: (rows) => {
      if (rows.length > 0 && !send.isPending) send.mutate(rows.map(({ id }) => id));
    },
    stop: () => running.current?.abort(),
    isSending: send.isPending,
    makeReady: (id) => makeReady.mutate(id),
    sendAgain: (id) => sendAgain.mutate(id),
    markSent: (id) => markSent.mutate(id),
    discard: (id) => discard.mutate(id),
    check: (id) => check.mutate(id),
    isBusy: [send, makeReady, sendAgain, markSent, discard, check].some(({ isPending }) => isPending),
  };
}
