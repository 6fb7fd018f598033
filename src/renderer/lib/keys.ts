import { t } from './words.ts';

/** True on macOS, where ⌘ stands for Ctrl and keys are written as symbols. */
const isMac: boolean = /mac/i.test(globalThis.navigator?.platform ?? '');

/** A press as text, as commands name it: `Mod+K`, `Shift+R`, `]`, `Escape`. */
export function pressOf(event: KeyboardEvent, mac: boolean = isMac): string {
  const letter = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const parts: string[] = [];
  if (mac ? event.metaKey : event.ctrlKey) parts.push('Mod');
  if (event.altKey) parts.push('Alt');
  // Shift is part of what a sign is (`?`), and only says something with a letter or a named key.
  if (event.shiftKey && (/^[A-Z]$/.test(letter) || event.key.length > 1)) parts.push('Shift');
  return [...parts, letter].join('+');
}

/** True for presses without Mod or Alt that write signs: they belong to the field that has the focus. `G B` is two. */
export const isSingleKey = (keys: string): boolean => keys.split(' ').every((press) => /^(Shift\+)?.$/u.test(press));

/** True while the person is writing, so that letters are letters. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  // In an open list of choices letters look for a choice.
  if (target.closest('[role="listbox"].choices, [role="menu"]') !== null) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'range', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Escape: 'esc' };

/** The caps to draw for keys, one word or sign each. */
export function capsOf(keys: string, mac: boolean = isMac): readonly string[] {
  return keys.split(/[+ ]/).map((key) => {
    if (mac) return macNames[key] ?? key;
    if (key === 'Mod') return t('key.ctrl');
    if (key === 'Shift') return t('key.shift');
    if (key === 'Alt') return t('key.alt');
    if (key === 'Enter') return t('key.enter');
    return key === 'Escape' ? t('key.escape') : key;
  });
}
