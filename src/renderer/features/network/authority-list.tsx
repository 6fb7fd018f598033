import { CircleAlert, ShieldX } from 'lucide-react';
import type { AuthorityStatus, NetworkStatus } from '../../../shared/contract/network.ts';
import { errorWords } from '../../api/error-words.ts';
import { useIsDesktop, useZone } from '../../api/use-workspace.ts';
import { shortDay } from '../../lib/dates.ts';
import { useNow } from '../../lib/use-clock.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Tag } from '../../ui/button/tag.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { AddAuthority } from './add-authority.tsx';
import { useNetworkCommand } from './use-network-command.ts';

/** As much of a fingerprint as the command line shows of it. */
const SHORT = 16;

function AuthorityItem({ authority }: { readonly authority: AuthorityStatus }) {
  const zone = useZone();
  const now = useNow();
  const toast = useToast((state) => state.show);
  const { fingerprint, subject, organisation, validTo, state } = authority;
  const name = subject ?? t('network.authority-unnamed');
  const remove = useNetworkCommand('network.removeCertificate', () => toast(t('network.authority-removed', { name })));
  return (
    <li>
      <div className="network-authority">
        <span className="selectable network-name">{name}</span>
        {organisation !== null && organisation !== subject && <span className="muted selectable">{organisation}</span>}
        <span className="network-dates num">
          {state === 'missing' && <Tag tone="warn" icon={CircleAlert} text={t('network.authority-missing')} />}
          {state === 'expired' && <Tag tone="late" icon={ShieldX} text={t('network.authority-expired')} />}
          {validTo !== null && t('network.authority-until', { day: shortDay(validTo, zone, now) })}
        </span>
        <code className="mono muted selectable" title={fingerprint}>
          {t('network.fingerprint', { fingerprint: fingerprint.slice(0, SHORT) })}
        </code>
        {state === 'missing' && <span className="muted">{t('network.authority-missing-text')}</span>}
        {remove.error && <p className="form-note is-late">{errorWords(remove.error).what}</p>}
      </div>
      <Button look="quiet" isDisabled={remove.isPending} onPress={() => remove.mutate({ fingerprint })}>
        {t('network.authority-remove')}
      </Button>
    </li>
  );
}

/** Whose certificates are trusted: everybody's, this system's, and those the person added. */
export function AuthorityList({ authorities }: Pick<NetworkStatus, 'authorities'>) {
  const isDesktop = useIsDesktop();
  const { builtIn, system, own } = authorities;
  return (
    <div className="network-part">
      <h3>{t('network.authorities')}</h3>
      <p>
        {system === null
          ? t('network.trusted-unread', { count: builtIn })
          : t('network.trusted', { count: builtIn, system })}
      </p>
      {own.length > 0 && (
        <ul className="network-authorities" aria-label={t('network.own')}>
          {own.map((authority) => (
            <AuthorityItem key={authority.fingerprint} authority={authority} />
          ))}
        </ul>
      )}
      {isDesktop ? <AddAuthority /> : <p className="form-note">{t('network.add-elsewhere')}</p>}
    </div>
  );
}
