import { ConnectionsScreen } from '../features/connections/connections-screen.tsx';
import { NetworkWayProvider } from '../features/connections/network-way.tsx';
import { NetworkPanel } from '../features/network/network-panel.tsx';
import { useNetworkPanel } from '../features/network/network-state.ts';
import type { Layout } from '../lib/use-media.ts';

/** The accounts, with the way to their vendors beside them. */
export function ConnectionsPlace({ layout }: { readonly layout: Layout }) {
  const lead = useNetworkPanel((state) => state.lead);
  return (
    <NetworkWayProvider value={lead}>
      <ConnectionsScreen layout={layout} network={<NetworkPanel />} />
    </NetworkWayProvider>
  );
}
