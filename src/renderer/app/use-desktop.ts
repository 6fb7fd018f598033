import { useEffect } from 'react';
import { useBridge, useCall } from '../api/client.ts';
import { errorWords } from '../api/error-words.ts';
import { useAppearance } from '../lib/appearance-state.ts';
import { commandOf } from '../lib/commands-state.ts';
import { useToast } from '../ui/feedback/toast-state.ts';
import { isDialogOpen } from './use-keyboard.ts';

/** Runs the commands that a native menu asks for, as their keys would: an open dialog comes first. */
export function useSystemCommands(): void {
  const bridge = useBridge();
  useEffect(
    () =>
      bridge.on('system.command', ({ id }) => {
        if (!isDialogOpen() || id === 'palette') commandOf(id)?.run();
      }),
    [bridge],
  );
}

/** Keeps native menus, dialogs and the window's frame in the theme of the page. */
export function useSystemTheme(isDesktop: boolean): void {
  const call = useCall();
  const toast = useToast((state) => state.show);
  const theme = useAppearance((state) => state.theme);
  useEffect(() => {
    if (!isDesktop) return;
    call('system.setTheme', { theme }).catch((thrown: unknown) => toast(errorWords(thrown).what));
  }, [isDesktop, theme, call, toast]);
}
