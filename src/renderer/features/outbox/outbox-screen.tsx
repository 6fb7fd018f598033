import { CircleStop } from 'lucide-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Events } from '../../../shared/contract/events.ts';
import type { OutboxId, OutboxRow } from '../../../shared/model/outbox.ts';
import { errorWords } from '../../api/error-words.ts';
import { OUTBOX_PROGRESS_KEY } from '../../api/query-keys.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useZone } from '../../api/use-workspace.ts';
import { useAppearance } from '../../lib/appearance-state.ts';
import { focusById } from '../../lib/focus.ts';
import { useNow } from '../../lib/use-clock.ts';
import type { Layout } from '../../lib/use-media.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Pane, Strip, Toolbar } from '../../ui/layout/pane.tsx';
import { SplitPane } from '../../ui/layout/split-pane.tsx';
import { GroupList } from '../../ui/list/group-list.tsx';
import { OutboxDetail } from './outbox-detail.tsx';
import { outboxGroups, sendable } from './outbox-groups.ts';
import { OutboxItem } from './outbox-item.tsx';
import { OutboxQuestions } from './outbox-questions.tsx';
import { useOutboxScreen } from './outbox-state.ts';
import { useOutboxActions, type OutboxActions } from './use-outbox-actions.ts';
import { LIST_ID, useOutboxCommands } from './use-outbox-commands.ts';
import './outbox.css';

interface OutboxScreenProps {
  readonly layout: Layout;
  /** Opens the record a change is about. */
  readonly onOpenRecord: (id: string) => void;
}

const tones = { 'needs-checking': 'warn', failed: 'late' } as const;
const notes = {
  'needs-checking': 'outbox.note-needs-checking',
  ready: 'outbox.note-ready',
  failed: 'outbox.note-failed',
} as const;

interface ListProps {
  readonly rows: readonly OutboxRow[];
  readonly hasDetail: boolean;
}

function SendButton({ rows, actions }: { readonly rows: readonly OutboxRow[]; readonly actions: OutboxActions }) {
  const ready = sendable(rows);
  if (actions.isSending) {
    return (
      <Button icon={CircleStop} onPress={actions.stop}>
        {t('outbox.stop')}
      </Button>
    );
  }
  return (
    <Button look="primary" keys="Mod+Enter" isDisabled={ready.length === 0} onPress={() => actions.send(ready)}>
      {ready.length === 0 ? t('outbox.send-none') : t('outbox.send', { count: ready.length })}
    </Button>
  );
}

function List({ rows, hasDetail }: ListProps) {
  const zone = useZone();
  const now = useNow();
  const { selectedId, isAllSentShown, set } = useOutboxScreen();
  // Nobody asks for it: events bring it.
  const told = useQuery<Events['outbox.changed']>({ queryKey: OUTBOX_PROGRESS_KEY, queryFn: skipToken }).data;
  const groups = outboxGroups(rows, isAllSentShown);
  const hidden = groups.reduce((sum, group) => sum + group.total - group.rows.length, 0);
  return (
    <>
      <GroupList<OutboxRow>
        id={LIST_ID}
        label={t('outbox.list')}
        groups={groups.map(({ state, rows: own, total }) => ({
          id: state,
          title: t(`outbox.state-${state}`),
          tone: tones[state as keyof typeof tones] ?? 'plain',
          ...(state in notes ? { note: t(notes[state as keyof typeof notes]) } : {}),
          total,
          items: own,
        }))}
        currentId={selectedId}
        onCurrent={(id) => set({ selectedId: id as OutboxId })}
        onOpen={() => (hasDetail ? focusById('outbox-detail') : set({ isDetailShown: true }))}
        opensOnClick={!hasDetail}
        renderItem={(row) => <OutboxItem row={row} zone={zone} now={now} progress={told?.progress} />}
      />
      {hidden > 0 && (
        <div className="outbox-more">
          <Button look="quiet" onPress={() => set({ isAllSentShown: true })}>
            {t('outbox.show-all-sent', { count: hidden })}
          </Button>
        </div>
      )}
    </>
  );
}

/** The outbox: every change on its way to a vendor, and what became of it. Nothing leaves without Send. */
export function OutboxScreen({ layout, onOpenRecord }: OutboxScreenProps) {
  const outbox = useOperation('outbox.list', {});
  const actions = useOutboxActions();
  const { selectedId, isDetailShown, isAllSentShown, set } = useOutboxScreen();
  const { detailWidth, set: setAppearance } = useAppearance();
  const hasDetail = layout === 'wide' || layout === 'rail';
  const rows = outbox.data ?? [];
  const current = rows.find(({ id }) => id === selectedId);
  const firstId = outboxGroups(rows, isAllSentShown)[0]?.rows[0]?.id;
  useOutboxCommands(rows, current, actions, isDetailShown && !hasDetail);

  // With the detail beside it a list without a selection would be half a screen of nothing.
  const isFirstLook = useRef(true);
  const state = current?.state;
  useEffect(() => {
    if (firstId === undefined) return;
    // What was sent since one was here last is no place to begin again.
    const isGone = state === undefined || (isFirstLook.current && state === 'sent');
    isFirstLook.current = false;
    if (isGone && hasDetail) set({ selectedId: firstId });
  }, [state, firstId, hasDetail, set]);
  const hasRows = rows.length > 0;
  useEffect(() => {
    if (hasRows && document.activeElement === document.body) focusById(LIST_ID);
  }, [hasRows]);

  const list = (
    <Pane id="outbox-rows" label={t('outbox.list')}>
      <Toolbar>
        <h1>{t('outbox.title')}</h1>
        <span className="grow" />
        <SendButton rows={rows} actions={actions} />
      </Toolbar>
      <Strip>
        <span className="clip">{t('outbox.promise')}</span>
      </Strip>
      {outbox.error !== null && !outbox.isSuccess && (
        <div className="pane-message">
          <Notice
            {...errorWords(outbox.error)}
            actions={<Button onPress={() => void outbox.refetch()}>{t('notice.again')}</Button>}
          />
        </div>
      )}
      {outbox.isSuccess && rows.length === 0 && (
        <EmptyState testId="outbox-empty" title={t('outbox.empty-title')} text={t('outbox.empty')} />
      )}
      {rows.length > 0 && <List rows={rows} hasDetail={hasDetail} />}
    </Pane>
  );
  const detail = (
    <Pane id="outbox-detail" label={t('outbox.detail')}>
      <OutboxDetail
        key={current?.id}
        id={current?.id}
        actions={actions}
        onOpenRecord={onOpenRecord}
        {...(hasDetail ? {} : { onBack: () => set({ isDetailShown: false }) })}
      />
    </Pane>
  );
  const questions = current && <OutboxQuestions row={current} actions={actions} />;

  if (!hasDetail) {
    return (
      <>
        {isDetailShown && current !== undefined ? detail : list}
        {questions}
      </>
    );
  }
  return (
    <>
      <SplitPane
        label={t('part.resize')}
        first={list}
        second={detail}
        size={layout === 'wide' ? Math.max(640, detailWidth) : Math.max(360, globalThis.innerWidth - 48 - 400)}
        onResize={(width) => setAppearance({ detailWidth: width })}
        minFirst={380}
        minSecond={360}
        maxSecond={1000}
      />
      {questions}
    </>
  );
}
