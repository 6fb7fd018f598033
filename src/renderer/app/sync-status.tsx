import { CircleHelp, CloudOff, FlaskConical, RefreshCw, Send, Unplug } from 'lucide-react';
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts';
import { useBridgeState } from '../api/client.ts';
import { outboxSums, useOutboxRows } from '../api/use-outbox.ts';
import type { ConnectionHealth } from '../api/connection-health.ts';
import { shortMoment, zoneNames } from '../lib/dates.ts';
import { t } from '../lib/words.ts';
import { StatusBar, StatusItem } from '../ui/frame/frame.tsx';
import type { Sync } from './use-sync.ts';

interface SyncStatusProps {
  readonly status: WorkspaceStatus | undefined;
  readonly health: readonly ConnectionHealth[];
  readonly sync: Pick<Sync, 'isRunning' | 'progress'>;
  readonly zone: string;
  readonly now: Date;
  readonly onOutbox: () => void;
}

function runningWords({ progress }: SyncStatusProps['sync']): string {
  if (progress === undefined || progress.unit !== 'rows') return t('status.running');
  const { done, total } = progress;
  return total === undefined ? t('status.running-rows', { done }) : t('status.running-of', { done, total });
}

function syncedWords({ health, zone, now }: SyncStatusProps): string {
  const ages = health.map(({ asOf }) => asOf).filter((asOf) => asOf !== null);
  const newest = ages.toSorted().at(-1);
  if (newest === undefined) return t('status.never');
  const when = shortMoment(newest, zone, now);
  const fresh = health.filter(({ problem, asOf }) => problem === 'none' && asOf !== null).length;
  return fresh === health.length
    ? t('status.synced', { when })
    : t('status.synced-part', { when, fresh, all: health.length });
}

/** The line at the bottom: how fresh everything is, which workspace, which zone. */
export function SyncStatus(props: SyncStatusProps) {
  const { status, health, sync, zone, now, onOutbox } = props;
  const { unsent, checking } = outboxSums(useOutboxRows());
  const bridge = useBridgeState();
  const isCut = health.length > 0 && health.every(({ problem }) => problem === 'unreachable');
  const { short, offset } = zoneNames(zone, now);
  return (
    <StatusBar
      left={
        <>
          {bridge === 'lost' && (
            <StatusItem icon={Unplug} tone="warn">
              {t('status.lost')}
            </StatusItem>
          )}
          {health.length > 0 && (
            <StatusItem icon={RefreshCw} isBusy={sync.isRunning}>
              {sync.isRunning ? runningWords(sync) : syncedWords(props)}
            </StatusItem>
          )}
          {isCut && !sync.isRunning && (
            <StatusItem icon={CloudOff} tone="warn">
              {t('status.offline')}
            </StatusItem>
          )}
        </>
      }
      right={
        <>
          {checking > 0 && (
            <StatusItem icon={CircleHelp} tone="warn" onPress={onOutbox}>
              {t('status.checking', { count: checking })}
            </StatusItem>
          )}
          {unsent > 0 && (
            <StatusItem icon={Send} isWide onPress={onOutbox}>
              {t('status.outbox', { count: unsent })}
            </StatusItem>
          )}
          {status?.mode === 'sample' && <StatusItem icon={FlaskConical}>{t('status.sample')}</StatusItem>}
          <StatusItem isWide title={zone}>
            {short === 'UTC' ? t('status.zone-utc') : t('status.zone', { zone: short, offset })}
          </StatusItem>
        </>
      }
    />
  );
}
