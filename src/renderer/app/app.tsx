import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Bridge } from '../api/bridge.ts';
import { BridgeProvider, useBridgeState } from '../api/client.ts';
import { errorWords } from '../api/error-words.ts';
import { useOperation } from '../api/use-operation.ts';
import { ClockContext } from '../lib/use-clock.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { Progress } from '../ui/feedback/progress.tsx';
import { useFileDrag } from '../ui/drop/use-file-drag.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { RefusedScreen } from './refused-screen.tsx';
import { Shell } from './shell.tsx';
import { useEvents } from './use-events.ts';
import { useTheme } from '../lib/use-theme.ts';
import './app.css';

interface AppProps {
  readonly bridge: Bridge;
  readonly cache: QueryClient;
  readonly clock?: () => number;
}

function Root() {
  useTheme();
  useEvents();
  useFileDrag();
  const bridge = useBridgeState();
  const status = useOperation('workspace.status', {}, { keepPrevious: true });
  useEffect(() => {
    document.title = t('app.name');
  }, []);
  if (bridge === 'refused') return <RefusedScreen />;
  if (status.data !== undefined) return <Shell status={status.data} />;
  return (
    <main className="app-start">
      {status.error === null ? (
        <Progress label={t('app.starting')} />
      ) : (
        <Notice
          {...errorWords(status.error)}
          actions={<Button onPress={() => void status.refetch()}>{t('notice.again')}</Button>}
        />
      )}
    </main>
  );
}

const systemClock = (): number => Date.now();

/** The whole app over a bridge. */
export function App({ bridge, cache, clock = systemClock }: AppProps) {
  return (
    <ClockContext value={clock}>
      <BridgeProvider value={bridge}>
        <QueryClientProvider client={cache}>
          <ErrorBoundary>
            <Root />
          </ErrorBoundary>
        </QueryClientProvider>
      </BridgeProvider>
    </ClockContext>
  );
}
