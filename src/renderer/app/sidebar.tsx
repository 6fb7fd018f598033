import { Building2, ClipboardCheck, ClockAlert, Keyboard, PlugZap, Send, Wrench } from 'lucide-react';
import { outboxSums, useOutboxRows } from '../api/use-outbox.ts';
import { connectionName } from '../api/use-workspace.ts';
import type { ConnectionHealth } from '../api/connection-health.ts';
import { useCounts } from '../api/use-counts.ts';
import { useWorkKinds } from '../api/use-work-kinds.ts';
import { vendorLook } from '../api/vendor-look.ts';
import type { WorkKind } from '../api/work-kinds.ts';
import { isStale, shortMoment } from '../lib/dates.ts';
import { classNames } from '../lib/class-names.ts';
import { count } from '../lib/numbers.ts';
import { t } from '../lib/words.ts';
import { NavItem } from '../ui/frame/frame.tsx';
import { VendorMark } from '../ui/marks/vendor-mark.tsx';
import type { Place } from './route-state.ts';
import { WORK_ICONS } from './work-icons.ts';

interface SidebarProps {
  readonly health: readonly ConnectionHealth[];
  readonly zone: string;
  readonly now: Date;
  readonly isRail: boolean;
  /** Where one is. */
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  readonly onShortcuts: () => void;
}

interface AgeProps {
  readonly one: ConnectionHealth;
  readonly name: string;
  readonly zone: string;
  readonly now: Date;
  readonly isRail: boolean;
}

/** One connection and how old what is shown of it is; amber and with a clock when that is more than a day. */
function ConnectionAge({ one: { connection, asOf, problem }, name, zone, now, isRail }: AgeProps) {
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
export function Sidebar({ health, zone, now, isRail, place, onGo, onShortcuts }: SidebarProps) {
  const audits = useCounts('audit');
  const actions = useCounts('corrective-action');
  const work = useWorkKinds();
  const { unsent, checking } = outboxSums(useOutboxRows());
  const item = (to: Place) => ({ isCurrent: place === to, isRail, onPress: () => onGo(to) });
  const total = (counts: typeof audits) => (counts === undefined ? undefined : count(counts.total));
  /** A list of what an account has records of, and the list one is in. */
  const workItem = (kind: WorkKind) => {
    const shown = work.find((one) => one.kind === kind);
    if (shown === undefined && place !== kind) return null;
    return (
      <NavItem
        {...item(kind)}
        icon={WORK_ICONS[kind]}
        text={t(`nav.${kind}`)}
        count={shown?.count === undefined ? undefined : count(shown.count)}
      />
    );
  };
  return (
    <nav className="sidebar" aria-label={t('frame.sidebar')}>
      <NavItem
        {...item('outbox')}
        icon={Send}
        text={t('nav.outbox')}
        count={unsent === 0 ? undefined : count(unsent)}
        isUrgent={checking > 0}
        title={checking > 0 ? t('status.checking', { count: checking }) : undefined}
      />
      {!isRail && <h2>{t('nav.work')}</h2>}
      {workItem('issue')}
      <NavItem {...item('actions')} icon={Wrench} text={t('nav.actions')} count={total(actions)} />
      <NavItem {...item('audits')} icon={ClipboardCheck} text={t('nav.audits')} count={total(audits)} />
      {workItem('ticket')}
      {workItem('milestone')}
      {workItem('project')}
      {!isRail && <h2>{t('nav.library')}</h2>}
      <NavItem {...item('company')} icon={Building2} text={t('nav.company')} />
      <NavItem {...item('connections')} icon={PlugZap} text={t('nav.connections')} />
      <span className="sidebar-space" />
      {!isRail && <h2>{t('nav.as-of')}</h2>}
      <ul aria-label={t('nav.as-of')}>
        {health.map((one) => (
          <ConnectionAge
            key={one.connection.id}
            one={one}
            name={connectionName(one.connection, health)}
            zone={zone}
            now={now}
            isRail={isRail}
          />
        ))}
      </ul>
      <NavItem icon={Keyboard} text={t('nav.help')} isCurrent={false} isRail={isRail} onPress={onShortcuts} />
    </nav>
  );
}
