import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { MessageKey } from './words.ts';

export type CommandGroup = 'go' | 'list' | 'record' | 'report' | 'workspace' | 'view';

/** Something a person can do now. The palette, the keyboard and the shortcut sheet all read this one list. */
export interface Command {
  readonly id: string;
  readonly title: MessageKey;
  readonly group: CommandGroup;
  readonly icon?: LucideIcon;
  /** Keys as `Mod+K`, `Shift+R`, `]`, `G B`; `Mod` is Ctrl, or ⌘ on a Mac. The first is the one shown. */
  readonly keys?: readonly string[];
  /** Left out of the palette: moving about, which is of no use from there. */
  readonly keyOnly?: boolean;
  readonly run: () => void;
}

interface CommandsState {
  readonly bySource: ReadonlyMap<symbol, readonly Command[]>;
  readonly put: (source: symbol, commands: readonly Command[]) => void;
  readonly remove: (source: symbol) => void;
}

/** What can be done now, by the part of the screen that offers it. */
export const useCommandsState = create<CommandsState>((set) => ({
  bySource: new Map(),
  put: (source, commands) => set(({ bySource }) => ({ bySource: new Map(bySource).set(source, commands) })),
  remove: (source) =>
    set(({ bySource }) => ({ bySource: new Map([...bySource].filter(([other]) => other !== source)) })),
}));

/** Every command on offer; what was offered last comes first, so that an inner screen's key wins. */
export const commandsOf = (bySource: ReadonlyMap<symbol, readonly Command[]>): readonly Command[] =>
  [...bySource.values()].toReversed().flat();

/**
 * The command of that id that is on offer, the innermost screen's where several are; undefined where none is: a menu knows
 * commands that the screen it is shown over does not.
 */
export const commandOf = (id: string): Command | undefined =>
  commandsOf(useCommandsState.getState().bySource).find((command) => command.id === id);

/**
 * Offers commands while the component is on screen. Their `run` may change with every render; the list is only told
 * again when an id, title or key differs.
 */
export function useCommands(commands: readonly Command[]): void {
  const source = useRef(Symbol('commands'));
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const signature = commands.map(({ id, title, keys }) => `${id} ${title} ${keys?.join(' ') ?? ''}`).join('\n');
  useEffect(() => {
    const own = source.current;
    const { put, remove } = useCommandsState.getState();
    const stable = latest.current.map((command) => ({
      ...command,
      run: () => latest.current.find(({ id }) => id === command.id)?.run(),
    }));
    put(own, stable);
    return () => remove(own);
  }, [signature]);
}
