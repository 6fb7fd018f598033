import { useEffect, useRef } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { errorWords } from '../../api/error-words.ts';
import { t } from '../../lib/words.ts';
import { Notice } from '../../ui/feedback/notice.tsx';
import { AuthorityList } from './authority-list.tsx';
import { useNetworkPanel } from './network-state.ts';
import { ProxyList } from './proxy-list.tsx';
import { ProxySetting } from './proxy-setting.tsx';
import { WayList } from './way-list.tsx';
import './network.css';

/** The way to the vendors: which it is now, a proxy and its sign-in, and whose certificates are trusted. */
export function NetworkPanel() {
  const { data: status, error } = useOperation('network.status', {});
  const asked = useNetworkPanel((state) => state.asked);
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    // The field that opens takes the focus; without one the panel itself is where to go on.
    if (asked > 0 && part.current?.contains(document.activeElement) === false) part.current.focus();
  }, [asked]);
  return (
    <section ref={part} id="network" className="network" tabIndex={-1} aria-labelledby="network-title">
      <h2 id="network-title">{t('network.title')}</h2>
      {error && <Notice {...errorWords(error)} />}
      {status && (
        <>
          <ProxySetting status={status} />
          <WayList routes={status.connections} />
          <ProxyList proxies={status.proxies} />
          <AuthorityList authorities={status.authorities} />
        </>
      )}
    </section>
  );
}
