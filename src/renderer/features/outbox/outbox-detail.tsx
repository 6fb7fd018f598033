import { ArrowLeft, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OutboxAttempt, OutboxDetail as Detail, OutboxId } from '../../../shared/model/outbox.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { parseRecordId } from '../../../shared/model/ids.ts';
import { errorWords } from '../../api/error-words.ts';
import { isUndoable } from '../../api/use-outbox.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useZone, vendorName } from '../../api/use-workspace.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { dayAndTime, exactTime, shortDay, shortMoment } from '../../lib/dates.ts';
import { fileSize, shortHash } from '../../lib/numbers.ts';
import { useNow } from '../../lib/use-clock.ts';
import { t } from '../../lib/words.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { DetailSection, Field } from '../../ui/detail/detail.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Dot, Toolbar } from '../../ui/layout/pane.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { ChangeTable } from './change-table.tsx';
import { readBack } from './compare-readback.ts';
import { NeedsChecking } from './needs-checking.tsx';
import { operationWords } from './outbox-groups.ts';
import { HardToUndo, StateGlyph } from './outbox-item.tsx';
import { useOutboxScreen } from './outbox-state.ts';
import { requestParts } from './request-parts.ts';
import type { OutboxActions } from './use-outbox-actions.ts';
import { wrongFields } from './wrong-fields.ts';

interface OutboxDetailProps {
  readonly id: OutboxId | undefined;
  readonly actions: OutboxActions;
  /** Opens the record a change is about. */
  readonly onOpenRecord: (id: string) => void;
  readonly onBack?: () => void;
}

/** What goes over the wire, as it goes, but for the secret: that is added on the wire. */
function Request({ request, file }: Pick<Detail, 'request' | 'file'>) {
  const { path, rest } = requestParts(request);
  return (
    <DetailSection title={t('outbox.request')}>
      <p className="mono selectable wire">
        <b>{request.method}</b> {path}
      </p>
      {rest !== '' && <pre className="mono selectable wire">{rest}</pre>}
      {file && (
        <dl className="detail-fields is-inset">
          <Field name={t('outbox.file')}>
            <span>{file.name}</span>
            <span className="muted num">{fileSize(file.bytes)}</span>
            <span className="muted">{file.contentType}</span>
            <span className="mono muted" title={file.sha256}>
              {shortHash(file.sha256)}
            </span>
          </Field>
        </dl>
      )}
      <p className="form-note">{t('outbox.no-secret')}</p>
    </DetailSection>
  );
}

function attemptWords({ outcome, error, status }: OutboxAttempt, vendor: string): string {
  const how = outcome === null ? t('outbox.tried-open') : t(`outbox.tried-${outcome}`);
  const why = error === null ? '' : errorWords(new AppError(error.code, error.message), vendor).what;
  const code = status === null || status === 0 ? '' : String(status);
  return [how, why, code].filter(Boolean).join(' ');
}

/** Every try of a change, newest first, down to when it was made. */
function Log({ detail, zone, now }: { readonly detail: Detail; readonly zone: string; readonly now: Date }) {
  const { row, log } = detail;
  const vendor = vendorName(row.vendor);
  const when = (iso: string) => (
    <time dateTime={iso}>
      {shortDay(iso, zone, now)} {exactTime(iso, zone)}
    </time>
  );
  return (
    <DetailSection title={t('outbox.log')}>
      <ol className="log num">
        {log.toReversed().map((attempt) => (
          <li key={attempt.attempt}>
            {when(attempt.startedAt)}
            <span className="selectable">{attemptWords(attempt, vendor)}</span>
          </li>
        ))}
        <li>
          {when(row.createdAt)}
          <span>{t('outbox.log-made')}</span>
        </li>
      </ol>
    </DetailSection>
  );
}

function Buttons({ detail: { row }, actions }: { readonly detail: Detail; readonly actions: OutboxActions }) {
  const set = useOutboxScreen((state) => state.set);
  const mayBeReady = (row.state === 'failed' || row.state === 'draft') && row.connectionId !== null;
  return (
    <>
      {mayBeReady && (
        <Button isDisabled={actions.isBusy} onPress={() => actions.makeReady(row.id)}>
          {row.state === 'failed' ? t('outbox.retry') : t('outbox.make-ready')}
        </Button>
      )}
      {isUndoable(row) && (
        <Button look="danger" keys="Z" isDisabled={actions.isBusy} onPress={() => set({ question: 'discard' })}>
          {t('outbox.discard')}
        </Button>
      )}
    </>
  );
}

/** The lines that stand between the title and the values. */
function Notes({ detail: { row } }: { readonly detail: Detail }) {
  const notes: ReactNode[] = [];
  if (row.connectionId === null) notes.push(t('outbox.connection-gone-long', { vendor: vendorName(row.vendor) }));
  if (row.tier !== 'T1' && row.state !== 'sent') notes.push(t('outbox.hard-to-undo-long'));
  if (notes.length === 0) return null;
  return notes.map((note, index) => (
    // At most two fixed sentences.
    <p key={index} className="state-line">
      <Info className="icon icon-14" aria-hidden="true" />
      {note}
    </p>
  ));
}

function Body({ detail, actions }: { readonly detail: Detail; readonly actions: OutboxActions }) {
  const zone = useZone();
  const now = useNow();
  const { row, changes, log } = detail;
  const vendor = vendorName(row.vendor);
  const isUnsure = row.state === 'needs-checking';
  const wrong = wrongFields(row.state === 'failed' ? row.error : null, changes);
  const isAction = row.recordId !== null && parseRecordId(row.recordId)?.kind === 'corrective-action';
  const view = useOperation('actions.document', { id: row.recordId ?? '' }, { enabled: isAction && isUnsure }).data;
  const byField = isUnsure && changes.length > 0 ? readBack(view, changes, log.at(-1)?.startedAt) : undefined;
  const found = byField && view ? { byField, at: view.readAt } : undefined;
  return (
    <div className="detail-body">
      {isUnsure && (
        <NeedsChecking detail={detail} vendor={vendor} readBack={found} actions={actions} zone={zone} now={now} />
      )}
      {row.state === 'failed' && row.error !== null && (
        <div className="pane-message">
          <Notice {...errorWords(new AppError(row.error.code, row.error.message), vendor)} />
          {wrong.others.length > 0 && (
            <dl className="detail-fields" aria-label={t('outbox.wrong-fields', { vendor })}>
              {wrong.others.map(([place, words]) => (
                <Field key={place} name={place}>
                  <span className="selectable">{words}</span>
                </Field>
              ))}
            </dl>
          )}
        </div>
      )}
      <Notes detail={detail} />
      {changes.length > 0 && (
        <ChangeTable
          changes={changes}
          readBack={found && { byField: found.byField, when: shortMoment(found.at, zone, now) }}
          wrong={wrong.byField}
          vendor={vendor}
          isSent={row.attempts > 0}
          zone={zone}
          now={now}
        />
      )}
      <Request request={detail.request} file={detail.file} />
      <Log detail={detail} zone={zone} now={now} />
    </div>
  );
}

/** One change opened: what it changes, what goes over the wire, and everything that was tried. */
export function OutboxDetail({ id, actions, onOpenRecord, onBack }: OutboxDetailProps) {
  const zone = useZone();
  const now = useNow();
  const shown = useOperation('outbox.show', { id: id ?? '' }, { enabled: id !== undefined, keepPrevious: false });
  if (id === undefined) return <EmptyState text={t('outbox.none-selected')} />;
  const row = shown.data?.row;
  const recordId = row?.recordId ?? null;
  return (
    <>
      <Toolbar>
        {onBack && <h1 className="visually-hidden">{t('outbox.title')}</h1>}
        {onBack && <IconButton icon={ArrowLeft} label={t('audits.back')} keys="Escape" onPress={onBack} />}
        {row && (
          <>
            <StateGlyph state={row.state} />
            <VendorMark {...vendorLook(row.vendor)} />
            <h2 className="clip" title={row.subject}>
              {operationWords(row.operation)}
            </h2>
            {row.tier !== 'T1' && row.state !== 'sent' && <HardToUndo />}
          </>
        )}
        <span className="grow" />
        {shown.data && <Buttons detail={shown.data} actions={actions} />}
      </Toolbar>
      {row && (
        <div className="strip">
          {recordId === null ? (
            <span className="clip selectable">{row.subject}</span>
          ) : (
            <button type="button" className="link clip" onClick={() => onOpenRecord(recordId)}>
              {row.subject}
            </button>
          )}
          <Dot />
          <span>{t(`outbox.state-${row.state}`)}</span>
          <span className="grow" />
          <span className="muted num">{dayAndTime(row.updatedAt, zone, now)}</span>
        </div>
      )}
      {shown.data && <Body detail={shown.data} actions={actions} />}
      {shown.error !== null && (
        <div className="pane-message">
          <Notice {...errorWords(shown.error)} />
        </div>
      )}
    </>
  );
}
