import type { ConnectionRoute } from '../../../shared/contract/network.ts';
import type { Connection } from '../../../shared/model/connection.ts';
import { useOperation } from '../../api/use-operation.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { t } from '../../lib/words.ts';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';

/** The way, and who decided on it: accounts that are reached alike have the same words. */
function wayWords({ by, proxy, unsupported }: ConnectionRoute): string {
  if (by === 'loopback') return t('network.way-loopback');
  const decider = t(`network.by-${by}`);
  if (unsupported !== null) return t('network.way-unsupported', { kind: unsupported, decider });
  return proxy === null ? t('network.way-straight', { decider }) : t('network.way-proxy', { proxy, decider });
}

/** How each account is reached at present, and who decided that. */
export function WayList({ routes }: { readonly routes: readonly ConnectionRoute[] }) {
  const connections: readonly Connection[] = useOperation('connections.list', {}).data ?? [];
  const lines = routes.flatMap((route) => {
    const connection = connections.find(({ id }) => id === route.id);
    return connection === undefined ? [] : [{ route, connection }];
  });
  if (lines.length === 0) return null;
  const ways = Map.groupBy(lines, ({ route }) => wayWords(route));
  return (
    <ul className="network-ways" aria-label={t('network.ways')}>
      {[...ways].map(([words, own]) => (
        <li key={words}>
          <span className="network-way selectable">{words}</span>
          <ul>
            {own.map(({ route, connection }) => (
              <li key={route.id}>
                <VendorMark {...vendorLook(connection.vendor)} />
                <span className="clip">{connection.name}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
