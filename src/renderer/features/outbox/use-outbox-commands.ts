import { RotateCcw, Send, Trash2 } from 'lucide-react';
import type { OutboxRow } from '../../../shared/model/outbox.ts';
import { isUndoable } from '../../api/use-outbox.ts';
import { useCommands, type Command } from '../../lib/commands-state.ts';
import { pressInList } from '../../lib/focus.ts';
import { sendable } from './outbox-groups.ts';
import { useOutboxScreen } from './outbox-state.ts';
import type { OutboxActions } from './use-outbox-actions.ts';

/** Of the list: keys put the focus there. */
export const LIST_ID = 'outbox-list';

/** What the keyboard and the palette can do in the outbox. */
export function useOutboxCommands(
  rows: readonly OutboxRow[],
  current: OutboxRow | undefined,
  actions: OutboxActions,
  isBackShown: boolean,
): void {
  const set = useOutboxScreen((state) => state.set);
  const ready = sendable(rows);
  const moves = (id: string, key: string, press: string, title: Command['title']): Command => ({
    id,
    title,
    group: 'list',
    keys: [key],
    keyOnly: true,
    run: () => pressInList(LIST_ID, press),
  });
  useCommands([
    moves('next', 'J', 'ArrowDown', 'command.next'),
    moves('previous', 'K', 'ArrowUp', 'command.previous'),
    ...(ready.length > 0
      ? ([
          {
            id: 'send',
            title: 'command.send',
            group: 'list',
            icon: Send,
            keys: ['Mod+Enter'],
            run: () => actions.send(ready),
          },
        ] as const)
      : []),
    ...(current?.state === 'failed' && current.connectionId !== null
      ? ([
          {
            id: 'retry',
            title: 'outbox.retry',
            group: 'record',
            icon: RotateCcw,
            run: () => actions.makeReady(current.id),
          },
        ] as const)
      : []),
    ...(current !== undefined && isUndoable(current)
      ? ([
          {
            id: 'discard',
            title: 'outbox.discard',
            group: 'record',
            icon: Trash2,
            keys: ['Z'],
            run: () => set({ question: 'discard' }),
          },
        ] as const)
      : []),
    ...(isBackShown
      ? ([
          {
            id: 'back',
            title: 'command.back',
            group: 'list',
            keys: ['Escape'],
            keyOnly: true,
            run: () => set({ isDetailShown: false }),
          },
        ] as const)
      : []),
  ]);
}
