/** Puts the focus on the element with this id, if it is on screen. */
export const focusById = (id: string): void => document.getElementById(id)?.focus();

/** Moves the selection of a list by a key press on it, so that J and K work from every pane. */
export function pressInList(id: string, key: string): void {
  const list = document.getElementById(id);
  list?.focus();
  list?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
