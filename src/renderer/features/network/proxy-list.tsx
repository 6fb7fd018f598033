import { useMutation } from '@tanstack/react-query';
import type { ProxyStatus } from '../../../shared/contract/network.ts';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { StatusChip, type StatusShape } from '../../ui/marks/status-chip.tsx';
import { useNetworkPanel } from './network-state.ts';
import { ProxySignIn } from './proxy-sign-in.tsx';
import { useShowStatus } from './use-network-command.ts';

const SHAPES: Readonly<Record<ProxyStatus['state'], StatusShape>> = {
  'not-tried': 'dashed',
  passes: 'tick',
  'needs-sign-in': 'disputed',
  'not-supported': 'failed',
  refused: 'failed',
  unreachable: 'failed',
  'no-way-on': 'failed',
};

function ProxyItem({ proxy, isEditing }: { readonly proxy: ProxyStatus; readonly isEditing: boolean }) {
  const { open, close } = useNetworkPanel();
  const call = useCall();
  const show = useShowStatus();
  const toast = useToast((state) => state.show);
  const { address, state, said, secret } = proxy;
  const forget = useMutation({
    mutationFn: () => call('network.setProxySecret', { proxy: address, secret: null }),
    onSuccess: (status) => {
      show(status);
      toast(t('network.sign-in-forgotten'));
    },
    onError: (error) => toast(errorWords(error).what),
  });
  const hasOwn = secret !== 'none' && secret !== 'environment';
  return (
    <li>
      <code className="mono selectable network-address">{address}</code>
      <StatusChip shape={SHAPES[state]} text={t(`network.state-${state}`)} />
      {said !== null && <span className="muted selectable">{t('network.said', { said })}</span>}
      <span className="muted">{t(`network.secret-${secret}`)}</span>
      {isEditing ? (
        <ProxySignIn proxy={address} onDone={close} />
      ) : (
        <div className="network-actions">
          <Button onPress={() => open('proxy-sign-in', address)}>
            {hasOwn ? t('network.sign-in-change') : t('network.sign-in')}
          </Button>
          {hasOwn && (
            <Button look="quiet" isDisabled={forget.isPending} onPress={() => forget.mutate()}>
              {t('network.sign-in-forget')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** The proxies on the way, how each stood at the last try, and its sign-in. */
export function ProxyList({ proxies }: { readonly proxies: readonly ProxyStatus[] }) {
  const { editing, proxy: chosen } = useNetworkPanel();
  const wanting = proxies.find(({ state }) => state === 'needs-sign-in') ?? proxies[0];
  const open = editing === 'proxy-sign-in' ? (chosen ?? wanting?.address) : undefined;
  if (proxies.length === 0) return null;
  return (
    <ul className="network-proxies" aria-label={t('network.proxies')}>
      {proxies.map((proxy) => (
        <ProxyItem key={proxy.address} proxy={proxy} isEditing={proxy.address === open} />
      ))}
    </ul>
  );
}
