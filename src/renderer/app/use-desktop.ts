import { useEffect } from 'react';
import { useBridge, useCall } from '../api/client.ts';
import { errorWords } from '../api/error-words.ts';
import { useAppearance } from '../lib/appearance-state.ts';
import { commandOf } from '../lib/commands-state.ts';
import { useToast } from '../ui/feedback/toast-state.ts';
import { isDialogOpen } from './use-keyboard.ts';

/** Runs a command that a native menu asks for, as its key would: an open dialog comes first. */
function runCommand(id: string): void {
  if (!isDialogOpen() || id === 'palette') commandOf(id)?.run();
}

/** Runs what native menus ask for: what was asked while the page was on its way, and whatever is from here on. */
export function useSystemCommands(isDesktop: boolean): void {
  const bridge = useBridge();
  const call = useCall();
  const toast = useToast((state) => state.show);
  useEffect(() => {
    if (!isDesktop) return undefined;
    const unlisten = bridge.on('system.command', ({ id }) => runCommand(id));
    call('system.takeCommands', {}).then(
      ({ commands }) => commands.forEach(runCommand),
      (thrown: unknown) => toast(errorWords(thrown).what),
    );
    return unlisten;
  }, [bridge, call, isDesktop, toast]);
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
