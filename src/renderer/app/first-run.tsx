import { useState } from 'react';
import type { Vendor } from '../../shared/model/vendor.ts';
import { AccountForm } from '../features/connections/account-form.tsx';
import { NetworkWayProvider } from '../features/connections/network-way.tsx';
import { SecretsPanel } from '../features/connections/secrets-panel.tsx';
import { FirstRunScreen } from '../features/first-run/first-run-screen.tsx';
import { NetworkPanel } from '../features/network/network-panel.tsx';
import { useNetworkPanel } from '../features/network/network-state.ts';
import { t } from '../lib/words.ts';
import { useToast } from '../ui/feedback/toast-state.ts';

/** What is shown to a person who has connected nothing. */
export function FirstRun() {
  const toast = useToast((state) => state.show);
  const [vendor, setVendor] = useState<Vendor>('monitorqa');
  const lead = useNetworkPanel((state) => state.lead);
  return (
    <FirstRunScreen
      vendor={vendor}
      onVendor={setVendor}
      form={
        <NetworkWayProvider value={lead}>
          <AccountForm key={vendor} vendor={vendor} onAdded={({ name }) => toast(t('connections.added', { name }))} />
        </NetworkWayProvider>
      }
      secrets={
        <>
          <SecretsPanel />
          <NetworkPanel />
        </>
      }
    />
  );
}
