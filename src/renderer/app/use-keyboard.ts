import { useEffect } from 'react';
import { useAppearance } from '../lib/appearance-state.ts';
import { commandsOf, useCommandsState } from '../lib/commands-state.ts';
import { isSingleKey, isWriting, pressOf } from '../lib/keys.ts';

const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, [role="option"], [role="separator"]') !== null;

/** Runs the command of a key press, unless it belongs to what has the focus. Returns whether one ran. */
function runKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat) return false;
  const keys = pressOf(event);
  const isLetter = isSingleKey(keys);
  const isOpenDialog = document.querySelector('[role="dialog"]') !== null;
  if (isOpenDialog && keys !== 'Mod+K') return false;
  if (isWriting(event.target) && !keys.includes('Mod') && keys !== 'F6') return false;
  if (isLetter && !useAppearance.getState().letters) return false;
  if (keys === 'Enter' && isPressable(event.target)) return false;
  const command = commandsOf(useCommandsState.getState().bySource).find((one) => one.keys?.includes(keys));
  if (command === undefined) return false;
  event.preventDefault();
  command.run();
  return true;
}

/** Listens to the keyboard of the whole window. */
export function useKeyboard(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      runKey(event);
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
  const inner = next?.querySelector<HTMLElement>('[role="grid"], [role="treegrid"]');
  (inner ?? next)?.focus();
}
