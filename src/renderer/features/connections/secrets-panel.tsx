import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { Connection, SecretStatus } from '../../../shared/model/connection.ts';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { queryKey } from '../../api/query-keys.ts';
import { useOperation } from '../../api/use-operation.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { keychainName } from '../../lib/system-names.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { SecretPlaceTag } from './secret-place.tsx';
import './connections.css';

/** How the keychain stands, and how to get one where there is none. */
function Keychain({ state }: { readonly state: SecretStatus['keychain'] }) {
  const call = useCall();
  const cache = useQueryClient();
  const toast = useToast((toasts) => toasts.show);
  const retry = useMutation({
    mutationFn: () => call('connections.retryKeychain', {}),
    onSuccess: (status) => cache.setQueryData(queryKey('connections.secrets', {}), status),
    onError: (error) => toast(errorWords(error).what),
  });
  const isGood = state === 'available';
  const Icon = isGood ? ShieldCheck : ShieldAlert;
  const name = keychainName();
  return (
    <div className={isGood ? 'keychain is-good' : 'keychain is-warn'} data-testid={`keychain-${state}`}>
      <Icon className="icon" aria-hidden="true" />
      <div>
        <p className="keychain-title">{t(`connections.keychain-${state}`)}</p>
        <p>{t(`connections.keychain-${state}-text`, { name })}</p>
        {!isGood && (
          <Button isDisabled={retry.isPending} onPress={() => retry.mutate()}>
            {t('connections.keychain-again')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Where secrets are kept: the keychain of this computer, and for each account whether its key is in it. */
export function SecretsPanel() {
  const secrets = useOperation('connections.secrets', {}).data;
  const connections: readonly Connection[] = useOperation('connections.list', {}).data ?? [];
  return (
    <aside className="secrets" aria-label={t('connections.secrets')}>
      <section>
        <h2>{t('connections.secrets')}</h2>
        {secrets && <Keychain state={secrets.keychain} />}
        {secrets && connections.length > 0 && (
          <ul className="secrets-list">
            {connections.map((connection) => (
              <li key={connection.id}>
                <VendorMark {...vendorLook(connection.vendor)} isDecoration />
                <span className="clip grow">{connection.name}</span>
                <SecretPlaceTag connection={connection} place={secrets.connections[connection.id] ?? 'none'} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>{t('connections.leaves')}</h2>
        <p>{t('connections.leaves-text')}</p>
      </section>
    </aside>
  );
}
