import type { ReportAction, ReportItem } from '../../../shared/model/audit-report.ts';
import { recordId, type ConnectionId } from '../../../shared/model/ids.ts';
import { isOpenStatus } from '../../../shared/model/status.ts';
import { actionPriority, actionStatus } from '../../api/action-words.ts';
import { dayAndTime } from '../../lib/dates.ts';
import { dueOf } from '../../lib/due.ts';
import { t } from '../../lib/words.ts';
import { Tag } from '../../ui/button/tag.tsx';
import { DueChip } from '../../ui/marks/due-chip.tsx';
import { RecordNumber } from '../../ui/marks/record-number.tsx';
import { StatusChip } from '../../ui/marks/status-chip.tsx';
import { ReportPhotos, ReportPicture } from './report-picture.tsx';

interface Facts {
  readonly connectionId: string;
  readonly zone: string;
  readonly now: Date;
  /** Opens a corrective action by its record id. */
  readonly onOpenAction: (id: string) => void;
}

/** True when an item has more to show than its line does. */
export const hasInset = (item: ReportItem): boolean =>
  Boolean(item.note) ||
  item.photoIds.length > 0 ||
  item.metafields.length > 0 ||
  item.actions.length > 0 ||
  item.signature !== null;

function Comments({ action, zone, now }: { readonly action: ReportAction } & Pick<Facts, 'zone' | 'now'>) {
  if (action.comments.length === 0) return null;
  return (
    <ul className="action-comments">
      {action.comments.map((comment, index) => (
        // Comments have no id of their own and never change places.
        <li key={index}>
          <span className="muted num">
            {t('report.comment-by', {
              name: comment.author ?? t('report.comment-unknown'),
              when: comment.createdAt === null ? t('part.unknown') : dayAndTime(comment.createdAt, zone, now),
            })}
          </span>
          <span className="selectable">{comment.text}</span>
        </li>
      ))}
    </ul>
  );
}

function Action({ action, connectionId, zone, now, onOpenAction }: { readonly action: ReportAction } & Facts) {
  const due = dueOf({ dueAt: action.dueAt, zone, now, isOpen: isOpenStatus(action.status) });
  return (
    <div className="action">
      <div className="action-head">
        <span className="muted">{t('report.action')}</span>
        {action.number !== null && (
          <button
            type="button"
            className="link action-number"
            title={t('report.action-open')}
            onClick={() => onOpenAction(recordId(connectionId as ConnectionId, 'corrective-action', action.id))}
          >
            <RecordNumber value={action.number} />
          </button>
        )}
        <StatusChip {...actionStatus(action.status)} />
        <span>{actionPriority(action.priority).text}</span>
        <span className="clip">{action.assignees.join(', ')}</span>
        <span className="grow" />
        {action.dueAt !== null && <DueChip {...due} text={isOpenStatus(action.status) ? due.title : due.text} />}
      </div>
      <p className="selectable action-name">{action.name}</p>
      {action.description !== null && action.description !== '' && (
        <p className="selectable muted">{action.description}</p>
      )}
      {action.createdBy !== null && action.createdAt !== null && (
        <p className="muted action-by num">
          {t('report.action-by', { name: action.createdBy, when: dayAndTime(action.createdAt, zone, now) })}
        </p>
      )}
      {action.tags.length > 0 && (
        <div className="action-tags">
          {action.tags.map((tag) => (
            <Tag key={tag} text={tag} />
          ))}
        </div>
      )}
      <ReportPhotos connectionId={connectionId} photoIds={action.photoIds} item={action.number ?? action.name} />
      <Comments action={action} zone={zone} now={now} />
    </div>
  );
}

/** Everything that hangs on one item: note, fields, photos, signature, actions with their comments. */
export function ItemInset({ item, ...facts }: { readonly item: ReportItem } & Facts) {
  return (
    <div className="inset">
      {Boolean(item.note) && <p className="selectable">{item.note}</p>}
      {item.metafields.length > 0 && (
        <dl className="inset-fields">
          {item.metafields.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="selectable">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      <ReportPhotos connectionId={facts.connectionId} photoIds={item.photoIds} item={item.text} />
      {item.signature !== null && (
        <figure className="signature">
          <ReportPicture
            connectionId={facts.connectionId}
            photoId={item.signature.photoId}
            label={t('report.signature')}
            width={120}
            height={36}
            fit="contain"
            isPaper
          />
          <figcaption>{item.signature.signedBy ?? t('report.signed')}</figcaption>
        </figure>
      )}
      {item.actions.map((action) => (
        <Action key={action.id} action={action} {...facts} />
      ))}
    </div>
  );
}
