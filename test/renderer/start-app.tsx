import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { QueryClient } from '@tanstack/react-query';
import { createQueryClient } from '../../src/renderer/api/query-client.ts';
import { App } from '../../src/renderer/app/app.tsx';
import { useRoute } from '../../src/renderer/app/route-state.ts';
import { useShell } from '../../src/renderer/app/shell-state.ts';
import { useActionEdit, useActions } from '../../src/renderer/features/actions/actions-state.ts';
import { useAudits } from '../../src/renderer/features/audits/audits-state.ts';
import { useConnectionsScreen } from '../../src/renderer/features/connections/connections-state.ts';
import { useOutboxScreen } from '../../src/renderer/features/outbox/outbox-state.ts';
import { createFakeBridge, type FakeBridge, type FakeOptions } from '../../src/renderer/gallery/fake-bridge.ts';
import { GALLERY_NOW } from '../../src/renderer/gallery/sample-audits.ts';
import { useAppearance } from '../../src/renderer/lib/appearance-state.ts';
import { usePrint } from '../../src/renderer/lib/print-state.ts';
import { useToast } from '../../src/renderer/ui/feedback/toast-state.ts';
import './patience.ts';

interface StartedApp {
  readonly bridge: FakeBridge;
  readonly cache: QueryClient;
  /** What an operation was called with, call by call. */
  readonly inputsOf: (operation: string) => readonly unknown[];
}

/** The app over a made-up workspace, and what it asked of it. */
export function startApp(options: FakeOptions = {}): StartedApp {
  const bridge = createFakeBridge(options);
  const cache = createQueryClient();
  render(<App bridge={bridge} cache={cache} clock={() => GALLERY_NOW} />);
  const inputsOf = (operation: string): readonly unknown[] =>
    bridge.inputs.filter((_, index) => bridge.calls[index] === operation);
  return { bridge, cache, inputsOf };
}

/** Takes the app off the page, and every state of a screen back to its start. */
export function endApp(): void {
  cleanup();
  useActions.setState(useActions.getInitialState());
  useAudits.setState(useAudits.getInitialState());
  useActionEdit.setState(useActionEdit.getInitialState());
  useConnectionsScreen.setState(useConnectionsScreen.getInitialState());
  useOutboxScreen.setState(useOutboxScreen.getInitialState());
  usePrint.setState(usePrint.getInitialState());
  useRoute.setState(useRoute.getInitialState());
  useShell.setState(useShell.getInitialState());
  useToast.setState(useToast.getInitialState());
  useAppearance.setState(useAppearance.getInitialState());
  history.replaceState(null, '');
}

/** Goes to a screen by its name in the sidebar. */
export async function goTo(name: RegExp): Promise<void> {
  const navigation = await screen.findByRole('navigation');
  const buttons = [...navigation.querySelectorAll('button')];
  const button = buttons.find(({ textContent }) => name.test(textContent));
  if (button === undefined) throw new Error(`The sidebar leads to no ${name.source}.`);
  fireEvent.click(button);
}
