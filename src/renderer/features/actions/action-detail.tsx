import { ArrowLeft, Check, History, Lock, Pencil, RefreshCw, X } from 'lucide-react';
import type { ActionView } from '../../../shared/contract/outbox.ts';
import { errorWords } from '../../api/error-words.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { useZone, vendorName } from '../../api/use-workspace.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { dayAndTime, shortMoment } from '../../lib/dates.ts';
import { useNow } from '../../lib/use-clock.ts';
import { t } from '../../lib/words.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Dot, Toolbar } from '../../ui/layout/pane.tsx';
import { ListState } from '../../ui/list-states/list-state.tsx';
import { RecordNumber } from '../../ui/marks/record-number.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { ActionFields } from './action-fields.tsx';
import { ActionCourse, ActionFiles } from './action-files.tsx';
import { ActionDescription, ActionName } from './action-texts.tsx';
import { draftsOf, lastUndoable } from './drafts.ts';
import { LockedButton, LockLine } from './locked-parts.tsx';
import type { ActionEdits } from './use-action-edits.ts';
import type { ChangeLock } from './use-change-lock.ts';

interface ActionDetailProps {
  readonly isSelected: boolean;
  /** Undefined until it was read. */
  readonly view: ActionView | undefined;
  readonly error: AppError | null;
  readonly edits: ActionEdits;
  /** Why the account's key may change nothing of it. */
  readonly lock: ChangeLock | undefined;
  readonly onOpenAudit: (id: string) => void;
  readonly onOpenOutbox: () => void;
  readonly onRefresh: () => void;
  readonly isRefreshing: boolean;
  /** In one-pane windows: back to the list. */
  readonly onBack?: () => void;
}

/** Whether somebody waits for a decision on this action, and none is on its way yet. */
export const awaitsDecision = (view: ActionView): boolean =>
  view.action.status === 'submitted' && !draftsOf(view).has('status') && !view.record.deleted;

/** How many changes are in the outbox, and the way there and back. */
function PendingLine({
  view,
  edits,
  onOpenOutbox,
}: Pick<ActionDetailProps, 'edits' | 'onOpenOutbox'> & { view: ActionView }) {
  const last = lastUndoable(view);
  if (view.pending.length === 0) return null;
  return (
    <div className="pending-line" data-testid="pending">
      <Pencil className="icon icon-14" aria-hidden="true" />
      <span className="grow">{t('actions.pending', { count: view.pending.length })}</span>
      {last && (
        <Button look="quiet" keys="Z" isDisabled={edits.isBusy} onPress={() => edits.undo(last.id)}>
          {t('outbox.undo')}
        </Button>
      )}
      <Button look="quiet" onPress={onOpenOutbox}>
        {t('outbox.open')}
      </Button>
    </div>
  );
}

function DetailBody(props: ActionDetailProps & { readonly view: ActionView }) {
  const { view, edits, lock, onOpenAudit, onOpenOutbox } = props;
  const zone = useZone();
  const now = useNow();
  const { record, readAt } = view;
  const name = vendorName(record.vendor);
  const drafts = draftsOf(view);
  const isEditable = !record.deleted;
  const shared = { view, drafts, isEditable, lock, onChange: edits.change };
  return (
    <div className="detail-body">
      <PendingLine view={view} edits={edits} onOpenOutbox={onOpenOutbox} />
      {record.deleted && <ListState state={{ kind: 'deleted', name, when: dayAndTime(readAt, zone, now) }} />}
      <div className="detail-head">
        <ActionName {...shared} />
        <p className="detail-sub">
          <span>{t('actions.kind', { vendor: name })}</span>
          <Dot />
          <span className="num">{t('audits.read', { when: shortMoment(readAt, zone, now) })}</span>
        </p>
      </div>
      {!isEditable && (
        <p className="lock-line">
          <Lock className="icon icon-12" aria-hidden="true" />
          {t('actions.locked', { vendor: name })}
        </p>
      )}
      {isEditable && lock && <LockLine lock={lock} />}
      <ActionFields {...shared} zone={zone} now={now} onOpenAudit={onOpenAudit} />
      <ActionDescription {...shared} />
      <ActionFiles view={view} />
      <ActionCourse view={view} zone={zone} now={now} />
    </div>
  );
}

/** Approve or reject: what somebody waits for. */
function Decision({ edits, lock }: Pick<ActionDetailProps, 'edits' | 'lock'>) {
  if (lock) {
    return (
      <>
        <LockedButton icon={X} label={t('actions.reject')} lock={lock} />
        <LockedButton icon={Check} label={t('actions.approve')} lock={lock} />
      </>
    );
  }
  return (
    <>
      <Button icon={X} isDisabled={edits.isBusy} onPress={() => edits.change({ status: 'rejected' })}>
        {t('actions.reject')}
      </Button>
      <Button
        look="primary"
        icon={Check}
        isDisabled={edits.isBusy}
        onPress={() => edits.change({ status: 'approved' })}
      >
        {t('actions.approve')}
      </Button>
    </>
  );
}

/** The corrective action that is selected, and everything about it that can be changed in place. */
export function ActionDetail(props: ActionDetailProps) {
  const { view, error, edits, lock, onRefresh, isRefreshing, onBack } = props;
  if (!props.isSelected) return <EmptyState text={t('actions.none-selected')} />;
  return (
    <>
      <Toolbar>
        {onBack && <h1 className="visually-hidden">{t('actions.title')}</h1>}
        {onBack && <IconButton icon={ArrowLeft} label={t('audits.back')} keys="Escape" onPress={onBack} />}
        {view && (
          <>
            <VendorMark {...vendorLook(view.record.vendor)} />
            <span className="detail-number selectable">
              <RecordNumber value={view.action.number ?? t('part.unknown')} />
            </span>
          </>
        )}
        <span className="grow" />
        <IconButton
          icon={RefreshCw}
          label={t('audits.refresh')}
          keys="R"
          isDisabled={isRefreshing || view === undefined}
          onPress={onRefresh}
        />
        {view && awaitsDecision(view) && <Decision edits={edits} lock={lock} />}
      </Toolbar>
      {view && <DetailBody {...props} view={view} />}
      {view === undefined && error !== null && (
        <div className="pane-message">
          <Notice
            {...errorWords(error)}
            {...(error.code === 'not-found' ? { icon: History, tone: 'warn' as const } : {})}
          />
        </div>
      )}
    </>
  );
}
