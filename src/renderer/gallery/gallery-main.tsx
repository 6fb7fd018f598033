import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import '../styles/tokens.css';
import '../styles/base.css';
import '../app/sheets.ts';
import { BridgeProvider } from '../api/client.ts';
import { createQueryClient } from '../api/query-client.ts';
import { App } from '../app/app.tsx';
import { useTheme } from '../lib/use-theme.ts';
import { useAppearance } from '../lib/appearance-state.ts';
import { createFakeBridge, type FakeOptions } from './fake-bridge.ts';
import { Gallery } from './gallery.tsx';
import { sampleConnection, sampleConnections } from './fake-connections.ts';
import { sampleAconex } from './fake-sign-in.ts';
import { sampleConqa } from './sample-conqa.ts';
import { workConnections } from './sample-work.ts';
import { sampleOutbox } from './sample-outbox.ts';
import { GALLERY_NOW } from './sample-audits.ts';
// The last sheet, as in the app.
import '../styles/print.css';

/**
 * The address chooses what is shown: `?screen=app` the app over a made-up workspace (with `&mode=own`, `&online=no`,
 * `&rows=none`, `&fail=OPERATION:CODE`, `&bridge=lost`, `&accounts=several`, `conqa` or `all`, `&outbox=full`, `&keychain=missing`,
 * `&key=CODE`, `&host=desktop`, `&role=observer`, `&accounts=signed-in`, `&signin=waits` or `CODE:VENDORCODE`,
 * `&network=proxied`, `&syncerror=CODE`), else the parts; `&theme=dark` and `&density=compact` how.
 */
const asked = new URLSearchParams(location.search);
const [operation, code] = asked.get('fail')?.split(':') ?? [];
/** How a sign-in fails: `CODE:VENDORCODE`. */
function signInEnd(text: string): NonNullable<FakeOptions['signIn']> {
  const [ended, vendorCode = ''] = text.split(':');
  const error = { code: ended as NonNullable<FakeOptions['keyError']> };
  return vendorCode === '' ? error : { ...error, vendorCode };
}

const options: FakeOptions = {
  mode: asked.get('mode') === 'own' ? 'own' : 'sample',
  isOnline: asked.get('online') !== 'no',
  ...(asked.get('rows') === 'none' ? { rows: [] } : {}),
  ...(asked.get('bridge') === null ? {} : { state: asked.get('bridge') as NonNullable<FakeOptions['state']> }),
  ...(asked.get('accounts') === 'several' ? { connections: sampleConnections() } : {}),
  ...(asked.get('accounts') === 'conqa' ? { connections: [sampleConqa], rows: [] } : {}),
  ...(asked.get('accounts') === 'signed-in' ? { connections: sampleAconex() } : {}),
  ...(asked.get('signin') === 'waits' ? { signIn: 'waits' } : {}),
  ...(asked.get('signin')?.includes(':') ? { signIn: signInEnd(asked.get('signin') ?? '') } : {}),
  ...(asked.get('network') === 'proxied' ? { network: 'proxied' } : {}),
  ...(asked.get('syncerror') === null
    ? {}
    : { syncError: asked.get('syncerror') as NonNullable<FakeOptions['syncError']> }),
  ...(asked.get('accounts') === 'all' ? { connections: [sampleConnection, ...workConnections()] } : {}),
  ...(asked.get('role') === null ? {} : { role: asked.get('role') as NonNullable<FakeOptions['role']> }),
  ...(asked.get('outbox') === 'full' ? { outbox: sampleOutbox() } : {}),
  ...(asked.get('host') === 'desktop' ? { host: 'desktop' } : {}),
  ...(asked.get('keychain') === null
    ? {}
    : { keychain: asked.get('keychain') as NonNullable<FakeOptions['keychain']> }),
  ...(asked.get('key') === null ? {} : { keyError: asked.get('key') as NonNullable<FakeOptions['keyError']> }),
  ...(operation && code ? { fail: { operation, code: code as NonNullable<FakeOptions['fail']>['code'] } } : {}),
};
useAppearance.getState().set({
  theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
  density: asked.get('density') === 'compact' ? 'compact' : 'standard',
});

const bridge = createFakeBridge(options);
const cache = createQueryClient();

function Parts() {
  useTheme();
  return (
    <BridgeProvider value={bridge}>
      <QueryClientProvider client={cache}>
        <Gallery />
      </QueryClientProvider>
    </BridgeProvider>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(
  asked.get('screen') === 'app' ? <App bridge={bridge} cache={cache} clock={() => GALLERY_NOW} /> : <Parts />,
);
