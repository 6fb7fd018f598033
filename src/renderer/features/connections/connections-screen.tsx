import { useMutation } from '@tanstack/react-query';
import { LockOpen, Plus } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { isAppError } from '../../../shared/errors/app-error.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { useCall } from '../../api/client.ts';
import type { ConnectionHealth } from '../../api/connection-health.ts';
import { errorWords } from '../../api/error-words.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useHealth, useZone } from '../../api/use-workspace.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { useCommands } from '../../lib/commands-state.ts';
import { shortMoment } from '../../lib/dates.ts';
import { useNow } from '../../lib/use-clock.ts';
import type { Layout } from '../../lib/use-media.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Pane, Toolbar } from '../../ui/layout/pane.tsx';
import { GroupList } from '../../ui/list/group-list.tsx';
import { StatusGlyph } from '../../ui/marks/status-chip.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { AddAccount } from './add-account.tsx';
import { ConnectionDetail } from './connection-detail.tsx';
import { ConnectionLabel } from './connection-label.tsx';
import { connectionLook, isUnprotected } from './connection-words.ts';
import { useConnectionsScreen } from './connections-state.ts';
import { SecretsPanel } from './secrets-panel.tsx';
import { useSignsIn } from './use-sign-in-option.ts';
import './connections.css';

type Item = ConnectionHealth & { readonly id: string };

function ConnectionItem({ item }: { readonly item: Item }) {
  const zone = useZone();
  const now = useNow();
  const { connection, asOf } = item;
  const { shape, text } = connectionLook(item, useSignsIn(connection));
  return (
    <>
      <VendorMark {...vendorLook(connection.vendor)} />
      <div className="item-lines">
        <div>
          <span className="item-title clip">{connection.name}</span>
          <ConnectionLabel connection={connection} />
          {isUnprotected(connection) && (
            <LockOpen className="icon icon-12 unprotected" role="img" aria-label={t('connections.http')} />
          )}
          <span className="item-when num">{asOf === null ? t('nav.never') : shortMoment(asOf, zone, now)}</span>
        </div>
        <div className="item-note">
          <StatusGlyph shape={shape} />
          <span className="clip">{text}</span>
        </div>
      </div>
    </>
  );
}

interface ConnectionsScreenProps {
  readonly layout: Layout;
  /** What stands beside where secrets are kept. */
  readonly network?: ReactNode;
}

/** Every account: how it stands, where its key is, and another one. */
export function ConnectionsScreen({ layout, network }: ConnectionsScreenProps) {
  const health = useHealth();
  const secrets = useOperation('connections.secrets', {}).data;
  const call = useCall();
  const toast = useToast((state) => state.show);
  const firstSync = useMutation({
    mutationFn: (id: ConnectionId) => call('sync.run', { connections: [id] }),
    // While another sync is under way the account waits for the next one; its age says that it was never read.
    onError: (error) => {
      if (!isAppError(error) || error.code !== 'workspace-busy') toast(errorWords(error).what);
    },
  });
  const { selectedId, isAdding, isDetailShown, set } = useConnectionsScreen();
  const items = health.map((one): Item => ({ ...one, id: one.connection.id }));
  const selected = items.find(({ id }) => id === selectedId);
  const firstId = items[0]?.id;
  const hasDetail = layout === 'wide' || layout === 'rail';
  const add = (): void => set({ isAdding: true, isDetailShown: true, editing: undefined });
  const back = (): void => set({ isDetailShown: false, isAdding: false });

  const isSelectionGone = selected === undefined;
  useEffect(() => {
    if (isSelectionGone && firstId !== undefined && hasDetail) set({ selectedId: firstId });
  }, [isSelectionGone, firstId, hasDetail, set]);

  useCommands([
    { id: 'add', title: 'connections.add', group: 'list', icon: Plus, keys: ['C'], run: add },
    ...(isDetailShown && !hasDetail
      ? ([{ id: 'back', title: 'command.back', group: 'list', keys: ['Escape'], keyOnly: true, run: back }] as const)
      : []),
  ]);

  const list = (
    <Pane id="connections-list" label={t('connections.list')}>
      <Toolbar>
        <h1>{t('connections.title')}</h1>
        <span className="grow" />
        <Button icon={Plus} keys="C" onPress={add}>
          {t('connections.add')}
        </Button>
      </Toolbar>
      <div className="connections-side">
        {items.length > 0 && (
          <GroupList<Item>
            id="connections-rows"
            label={t('connections.list')}
            groups={[{ id: 'accounts', title: t('connections.accounts'), items }]}
            currentId={isAdding ? undefined : selectedId}
            onCurrent={(id) => set({ selectedId: id, isAdding: false, editing: undefined })}
            onOpen={() => set({ isDetailShown: true })}
            opensOnClick={!hasDetail}
            renderItem={(item) => <ConnectionItem item={item} />}
          />
        )}
      </div>
    </Pane>
  );
  const facts = (
    <div className="connections-facts">
      <SecretsPanel />
      {network}
    </div>
  );
  const detail = (
    <Pane id="connections-detail" label={t('connections.detail')}>
      <div className="connection-scroll">
        {isAdding ? (
          <AddAccount
            connections={items.map(({ connection }) => connection)}
            isAlone={!hasDetail}
            onCancel={back}
            onAdded={({ id, name }) => {
              toast(t('connections.added', { name }));
              set({ isAdding: false, selectedId: id });
              firstSync.mutate(id);
            }}
          />
        ) : (
          selected && (
            <ConnectionDetail
              key={selected.id}
              health={selected}
              secrets={secrets}
              {...(hasDetail ? {} : { onBack: back })}
            />
          )
        )}
        {layout !== 'wide' && facts}
      </div>
    </Pane>
  );

  if (!hasDetail) return isDetailShown && (isAdding || selected !== undefined) ? detail : list;
  return (
    <div className="connections">
      {list}
      {detail}
      {layout === 'wide' && facts}
    </div>
  );
}
