import { Calendar, Check, CircleDot, RefreshCw, SignalHigh, SquareCheck, Undo2, Users, X } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useAppearance } from '../../lib/appearance-state.ts';
import { useCommands } from '../../lib/commands-state.ts';
import { listCommands } from '../../lib/list-commands.ts';
import { focusById } from '../../lib/focus.ts';
import type { Layout } from '../../lib/use-media.ts';
import { t } from '../../lib/words.ts';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { Pane } from '../../ui/layout/pane.tsx';
import { SplitPane } from '../../ui/layout/split-pane.tsx';
import { ActionDetail, awaitsDecision } from './action-detail.tsx';
import { ActionList, FILTER_ID, GRID_ID } from './action-list.tsx';
import { useActionEdit, useActions, type EditableName } from './actions-state.ts';
import { lastUndoable } from './drafts.ts';
import { useActionEdits } from './use-action-edits.ts';
import { useChangeLock } from './use-change-lock.ts';

interface ActionsScreenProps {
  readonly layout: Layout;
  /** Opens an audit by its record id. */
  readonly onOpenAudit: (id: string) => void;
  readonly onOpenOutbox: () => void;
  readonly onSync: () => void;
  readonly isSyncing: boolean;
}

const DETAIL_ID = 'actions-detail';

/** The corrective actions: list and, beside it or in its place, the action that is selected. */
export function ActionsScreen({ layout, onOpenAudit, onOpenOutbox, onSync, isSyncing }: ActionsScreenProps) {
  const call = useCall();
  const toast = useToast((state) => state.show);
  const { selectedId, isDetailShown, showDetail } = useActions();
  const { detailWidth, set } = useAppearance();
  const setOpen = useActionEdit((state) => state.setOpen);
  const edits = useActionEdits(selectedId);
  const hasDetail = layout === 'wide' || layout === 'rail';
  const isShown = hasDetail || isDetailShown;

  const selected = useOperation('actions.document', { id: selectedId ?? '' }, { enabled: selectedId !== undefined });
  const view = selectedId === undefined ? undefined : selected.data;
  const refresh = useMutation({
    mutationFn: (id: string) => call('sync.record', { id }),
    onSuccess: ({ changed }) => toast(changed ? t('audits.refreshed-changed') : t('audits.refreshed')),
    onError: (error) => toast(errorWords(error).what),
  });
  const refreshSelected = (): void => {
    if (selectedId !== undefined) refresh.mutate(selectedId);
  };

  const isEditable = view !== undefined && !view.record.deleted;
  const lock = useChangeLock(view?.record);
  /** A key pressed out of habit is answered with the reason. */
  const unlessLocked = (act: () => void) => (): void => (lock === undefined ? act() : toast(lock.reason));
  const edit = (field: EditableName): (() => void) =>
    unlessLocked(() => {
      if (!isShown) showDetail(true);
      setOpen(field);
    });
  const undoable = view === undefined ? undefined : lastUndoable(view);
  useCommands([
    ...listCommands(GRID_ID, FILTER_ID),
    { id: 'refresh', icon: RefreshCw, title: 'command.refresh', group: 'record', keys: ['R'], run: refreshSelected },
    ...(isEditable
      ? ([
          { id: 'status', title: 'command.status', group: 'record', icon: CircleDot, keys: ['S'], run: edit('status') },
          { id: 'assign', title: 'command.assign', group: 'record', icon: Users, keys: ['A'], run: edit('assignees') },
          { id: 'due', title: 'command.due', group: 'record', icon: Calendar, keys: ['U'], run: edit('dueAt') },
          {
            id: 'priority',
            title: 'command.priority',
            group: 'record',
            icon: SignalHigh,
            keys: ['P'],
            run: edit('priority'),
          },
          { id: 'name', title: 'actions.edit-name', group: 'record', icon: SquareCheck, run: edit('name') },
          {
            id: 'description',
            title: 'actions.edit-description',
            group: 'record',
            icon: SquareCheck,
            run: edit('description'),
          },
        ] as const)
      : []),
    ...(view !== undefined && awaitsDecision(view)
      ? ([
          {
            id: 'approve',
            title: 'command.approve',
            group: 'record',
            icon: Check,
            run: unlessLocked(() => edits.change({ status: 'approved' })),
          },
          {
            id: 'reject',
            title: 'command.reject',
            group: 'record',
            icon: X,
            run: unlessLocked(() => edits.change({ status: 'rejected' })),
          },
        ] as const)
      : []),
    ...(undoable === undefined
      ? []
      : ([
          {
            id: 'undo',
            title: 'command.undo',
            group: 'record',
            icon: Undo2,
            keys: ['Z'],
            run: () => edits.undo(undoable.id),
          },
        ] as const)),
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

  const list = (
    <Pane id="actions-list" label={t('actions.list')}>
      <ActionList hasDetail={hasDetail} onOpen={() => focusById(DETAIL_ID)} onSync={onSync} isSyncing={isSyncing} />
    </Pane>
  );
  const detail = (
    <Pane id={DETAIL_ID} label={t('actions.detail')}>
      <ActionDetail
        key={selectedId}
        isSelected={selectedId !== undefined}
        view={view}
        error={selected.error}
        edits={edits}
        lock={lock}
        onOpenAudit={onOpenAudit}
        onOpenOutbox={onOpenOutbox}
        onRefresh={refreshSelected}
        isRefreshing={refresh.isPending}
        {...(hasDetail ? {} : { onBack: () => showDetail(false) })}
      />
    </Pane>
  );

  if (!hasDetail) return isDetailShown && selectedId !== undefined ? detail : list;
  return (
    <SplitPane
      label={t('part.resize')}
      first={list}
      second={detail}
      size={layout === 'wide' ? detailWidth : Math.max(360, globalThis.innerWidth - 48 - 424)}
      onResize={(width) => set({ detailWidth: width })}
      minFirst={layout === 'wide' ? 424 : 380}
      minSecond={360}
      maxSecond={640}
    />
  );
}
