import { ClipboardCheck, ClockAlert, Keyboard } from 'lucide-react';
import { vendorName } from '../api/use-workspace.ts';
import type { ConnectionHealth } from '../api/connection-health.ts';
import { useOperation } from '../api/use-operation.ts';
import { vendorLook } from '../api/vendor-look.ts';
import { isStale, shortMoment } from '../lib/dates.ts';
import { classNames } from '../lib/class-names.ts';
import { count } from '../lib/numbers.ts';
import { t } from '../lib/words.ts';
import { NavItem } from '../ui/frame/frame.tsx';
import { VendorMark } from '../ui/marks/vendor-mark.tsx';

interface SidebarProps {
  readonly health: readonly ConnectionHealth[];
  readonly zone: string;
  readonly now: Date;
  readonly isRail: boolean;
  readonly onAudits: () => void;
  readonly onShortcuts: () => void;
}

interface AgeProps {
  readonly one: ConnectionHealth;
  readonly zone: string;
  readonly now: Date;
  readonly isRail: boolean;
}

/** One connection and how old what is shown of it is; amber and with a clock when that is more than a day. */
function ConnectionAge({ one: { connection, asOf, problem }, zone, now, isRail }: AgeProps) {
  const name = vendorName(connection.vendor);
  const when = asOf === null ? t('nav.never') : shortMoment(asOf, zone, now);
  const stale = asOf === null || problem !== 'none' || isStale(asOf, now);
  const title =
    asOf === null ? t('nav.age-never', { name }) : t(isStale(asOf, now) ? 'nav.age-stale' : 'nav.age', { name, when });
  return (
    <li className="connection" title={title}>
      <VendorMark {...vendorLook(connection.vendor)} isDecoration size={18} />
      <span className={isRail ? 'visually-hidden' : 'clip'}>{name}</span>
      <span className={classNames('connection-age', stale && 'is-warn', isRail && 'visually-hidden')}>
        {stale && <ClockAlert className="icon icon-12" aria-hidden="true" />}
        {when}
      </span>
    </li>
  );
}

/** Where one can go, and how old each system's data is. */
export function Sidebar({ health, zone, now, isRail, onAudits, onShortcuts }: SidebarProps) {
  const counts = useOperation('records.counts', { kind: 'audit' }).data;
  return (
    <nav className="sidebar" aria-label={t('frame.sidebar')}>
      {!isRail && <h2>{t('nav.work')}</h2>}
      <NavItem
        icon={ClipboardCheck}
        text={t('nav.audits')}
        count={counts === undefined ? undefined : count(counts.total)}
        isCurrent
        isRail={isRail}
        onPress={onAudits}
      />
      <span className="sidebar-space" />
      {!isRail && <h2>{t('nav.as-of')}</h2>}
      <ul aria-label={t('nav.as-of')}>
        {health.map((one) => (
          <ConnectionAge key={one.connection.id} one={one} zone={zone} now={now} isRail={isRail} />
        ))}
      </ul>
      <NavItem icon={Keyboard} text={t('nav.help')} isCurrent={false} isRail={isRail} onPress={onShortcuts} />
    </nav>
  );
}
