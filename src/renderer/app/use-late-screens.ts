import { useEffect } from 'react';
import { whenIdle } from '../lib/when-idle.ts';
import { loadLateScreens } from './late-screens.ts';

/** Loads the screens that the page did not begin with, once it is drawn. */
export function useLateScreens(): void {
  useEffect(() => whenIdle(() => void loadLateScreens()), []);
}
