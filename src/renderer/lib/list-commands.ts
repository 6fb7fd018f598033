import { ListFilter } from 'lucide-react';
import type { Command } from './commands-state.ts';
import { focusById, pressInList } from './focus.ts';

/** What every list offers by keyboard: the next and the previous row of its grid, and its filter. */
export const listCommands = (gridId: string, filterId: string): readonly Command[] => [
  {
    id: 'next',
    title: 'command.next',
    group: 'list',
    keys: ['J'],
    keyOnly: true,
    run: () => pressInList(gridId, 'ArrowDown'),
  },
  {
    id: 'previous',
    title: 'command.previous',
    group: 'list',
    keys: ['K'],
    keyOnly: true,
    run: () => pressInList(gridId, 'ArrowUp'),
  },
  {
    id: 'filter',
    title: 'command.filter',
    group: 'list',
    icon: ListFilter,
    keys: ['/'],
    run: () => focusById(filterId),
  },
];
