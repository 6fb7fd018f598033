import { RefreshCw } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { useOperation } from '../../api/use-operation.ts';
import type { WorkKind } from '../../api/work-kinds.ts';
import { useAppearance } from '../../lib/appearance-state.ts';
import { useCommands } from '../../lib/commands-state.ts';
import { focusById } from '../../lib/focus.ts';
import { listCommands } from '../../lib/list-commands.ts';
import type { Layout } from '../../lib/use-media.ts';
import { t } from '../../lib/words.ts';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { Pane } from '../../ui/layout/pane.tsx';
import { SplitPane } from '../../ui/layout/split-pane.tsx';
import { WorkDetail } from './work-detail.tsx';
import { KIND_FACTS, workIds } from './work-kinds.ts';
import { WorkList } from './work-list.tsx';
import { useWorkList } from './work-state.ts';

interface WorkScreenProps {
  readonly kind: WorkKind;
  readonly layout: Layout;
  /** Opens any record by its id, in its own screen. */
  readonly onOpenRecord: (id: string) => void;
  readonly onSync: () => void;
  readonly isSyncing: boolean;
}

/** The records of one kind, of all vendors that have it: list and, beside it or in its place, the one that is selected. */
export function WorkScreen({ kind, layout, onOpenRecord, onSync, isSyncing }: WorkScreenProps) {
  const call = useCall();
  const toast = useToast((state) => state.show);
  const { selectedId, isDetailShown, showDetail } = useWorkList(kind);
  const { detailWidth, set } = useAppearance();
  const ids = workIds(kind);
  const hasDetail = layout === 'wide' || layout === 'rail';

  const selected = useOperation(
    'records.show',
    { id: selectedId ?? '' },
    { enabled: selectedId !== undefined, keepPrevious: true },
  );
  const detail = selectedId === undefined ? undefined : selected.data;
  const refresh = useMutation({
    mutationFn: (id: string) => call('sync.record', { id }),
    onSuccess: ({ changed }) => toast(changed ? t('audits.refreshed-changed') : t('audits.refreshed')),
    onError: (error) => toast(errorWords(error).what),
  });
  const isRefreshable = detail !== undefined && KIND_FACTS[kind].refreshable.includes(detail.record.vendor);
  const refreshSelected = (): void => {
    if (selectedId !== undefined && isRefreshable) refresh.mutate(selectedId);
  };

  useCommands([
    ...listCommands(ids.grid, ids.filter),
    ...(isRefreshable
      ? ([
          {
            id: 'refresh',
            icon: RefreshCw,
            title: 'command.refresh',
            group: 'record',
            keys: ['R'],
            run: refreshSelected,
          },
        ] as const)
      : []),
    ...(isDetailShown && !hasDetail
      ? ([
          {
            id: 'back',
            title: 'command.back',
            group: 'list',
            keys: ['Escape'],
            keyOnly: true,
            run: () => showDetail(false),
          },
        ] as const)
      : []),
  ]);

  const listPane = (
    <Pane id={ids.list} label={t(`work.title-${kind}`)}>
      <WorkList
        kind={kind}
        hasDetail={hasDetail}
        onOpen={() => focusById(ids.detail)}
        onSync={onSync}
        isSyncing={isSyncing}
      />
    </Pane>
  );
  const detailPane = (
    <Pane id={ids.detail} label={t(`work.detail-${kind}`)}>
      <WorkDetail
        kind={kind}
        isSelected={selectedId !== undefined}
        detail={detail}
        error={selected.error}
        onOpenRecord={onOpenRecord}
        refresh={isRefreshable ? { run: refreshSelected, isRunning: refresh.isPending } : undefined}
        {...(hasDetail ? {} : { onBack: () => showDetail(false) })}
      />
    </Pane>
  );

  if (!hasDetail) return isDetailShown && selectedId !== undefined ? detailPane : listPane;
  return (
    <SplitPane
      label={t('part.resize')}
      first={listPane}
      second={detailPane}
      size={layout === 'wide' ? detailWidth : Math.max(360, globalThis.innerWidth - 48 - 424)}
      onResize={(width) => set({ detailWidth: width })}
      minFirst={layout === 'wide' ? 424 : 380}
      minSecond={360}
      maxSecond={640}
    />
  );
}
