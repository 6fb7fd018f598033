import { useState } from 'react';
import type { Vendor } from '../../shared/model/vendor.ts';
import { connectableVendors } from '../features/connections/account-facts.ts';
import { AccountForm } from '../features/connections/account-form.tsx';
import { SecretsPanel } from '../features/connections/secrets-panel.tsx';
import { FirstRunScreen } from '../features/first-run/first-run-screen.tsx';
import { t } from '../lib/words.ts';
import { useToast } from '../ui/feedback/toast-state.ts';

/** What is shown to a person who has connected nothing. */
export function FirstRun() {
  const toast = useToast((state) => state.show);
  const [vendor, setVendor] = useState<Vendor>('monitorqa');
  return (
    <FirstRunScreen
      vendor={vendor}
      systems={connectableVendors}
      onVendor={setVendor}
      form={
        <AccountForm key={vendor} vendor={vendor} onAdded={({ name }) => toast(t('connections.added', { name }))} />
      }
      secrets={<SecretsPanel />}
    />
  );
}
