import { useEffect } from 'react';
import { useAppearance } from '../lib/appearance-state.ts';
import { commandsOf, useCommandsState } from '../lib/commands-state.ts';
import { isSingleKey, isWriting, pressOf } from '../lib/keys.ts';

const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, [role="separator"]') !== null;

/** How long the second key of two may take. */
const SECOND_KEY_MS = 1500;

/** The first key of two, and when it was pressed. */
interface FirstKey {
  readonly key: string;
  readonly at: number;
}

/** Whether a dialog stands open: what lies behind it hears no key and no menu. */
export const isDialogOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

/** Whether a press belongs to a command at all, or to what has the focus. */
function isForCommands(event: KeyboardEvent, keys: string): boolean {
  if (event.defaultPrevented || event.repeat) return false;
  if (isDialogOpen() && keys !== 'Mod+K') return false;
  if (isWriting(event.target) && !keys.includes('Mod') && keys !== 'F6') return false;
  if (isSingleKey(keys) && !useAppearance.getState().letters) return false;
  return !(keys === 'Enter' && isPressable(event.target));
}

/**
 * Runs the command of a key press, or of this press after `first`. Answers the key to remember when it may be the first
 * of two.
 */
function runKey(event: KeyboardEvent, first: FirstKey | undefined): FirstKey | undefined {
  const keys = pressOf(event);
  if (!isForCommands(event, keys)) return undefined;
  const commands = commandsOf(useCommandsState.getState().bySource);
  const find = (wanted: string) => commands.find((one) => one.keys?.includes(wanted));
  const isInTime = first !== undefined && event.timeStamp - first.at < SECOND_KEY_MS;
  const command = (isInTime ? find(`${first.key} ${keys}`) : undefined) ?? find(keys);
  if (command !== undefined) {
    event.preventDefault();
    command.run();
    return undefined;
  }
  const begins = commands.some((one) => one.keys?.some((wanted) => wanted.startsWith(`${keys} `)));
  return begins ? { key: keys, at: event.timeStamp } : undefined;
}

/** Listens to the keyboard of the whole window. */
export function useKeyboard(): void {
  useEffect(() => {
    let first: FirstKey | undefined;
    const listen = (event: KeyboardEvent): void => {
      first = runKey(event, first);
    };
    globalThis.addEventListener('keydown', listen);
    return () => globalThis.removeEventListener('keydown', listen);
  }, []);
}

/** Puts the focus into the next pane: its list where it has one, else the pane. */
export function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at + 1) % panes.length];
  const inner = next?.querySelector<HTMLElement>('[role="grid"], [role="treegrid"], [role="listbox"]');
  (inner ?? next)?.focus();
}
