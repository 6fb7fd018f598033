import {
  Check,
  CircleDot,
  CircleHelp,
  CircleX,
  LoaderCircle,
  Pencil,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { Progress } from '../../../shared/contract/operation.ts';
import type { OutboxRow, OutboxState } from '../../../shared/model/outbox.ts';
import { errorWords } from '../../api/error-words.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { shortMoment } from '../../lib/dates.ts';
import { fileSize } from '../../lib/numbers.ts';
import { t } from '../../lib/words.ts';
import { Tag } from '../../ui/button/tag.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { AppError } from '../../../shared/errors/app-error.ts';
import { operationWords } from './outbox-groups.ts';

const looks: Readonly<Record<OutboxState, { readonly icon: LucideIcon; readonly tone: string }>> = {
  'needs-checking': { icon: CircleHelp, tone: 'is-warn' },
  sending: { icon: LoaderCircle, tone: 'is-accent' },
  ready: { icon: CircleDot, tone: 'is-ink' },
  draft: { icon: Pencil, tone: '' },
  failed: { icon: CircleX, tone: 'is-late' },
  sent: { icon: Check, tone: 'is-good' },
};

/** The state of a change as a glyph; the word is the group's, or read out. */
export function StateGlyph({ state, isNamed = false }: { readonly state: OutboxState; readonly isNamed?: boolean }) {
  const { icon: Icon, tone } = looks[state];
  return (
    <span className={`item-lead ${tone}`}>
      <Icon className={state === 'sending' ? 'icon icon-14 is-busy' : 'icon icon-14'} aria-hidden="true" />
      {isNamed && <span className="visually-hidden">{t(`outbox.state-${state}`)}</span>}
    </span>
  );
}

/** Marks a change that cannot simply be changed back. */
export const HardToUndo = () => <Tag tone="warn" icon={TriangleAlert} text={t('outbox.hard-to-undo')} />;

interface OutboxItemProps {
  readonly row: OutboxRow;
  readonly zone: string;
  readonly now: Date;
  /** How far the sending under way is; only for the row that is being sent. */
  readonly progress: Progress | undefined;
}

function progressWords({ done, total, unit }: Progress): string {
  if (unit !== 'bytes') return t('outbox.sending-now');
  return total === undefined
    ? fileSize(done)
    : t('outbox.sending-bytes', { done: fileSize(done), total: fileSize(total) });
}

/** One change in the list: what it does, what it is about, how old it is, what went wrong. */
export function OutboxItem({ row, zone, now, progress }: OutboxItemProps) {
  const { error, state } = row;
  const share = progress?.total === undefined ? undefined : progress.done / Math.max(1, progress.total);
  return (
    <>
      <StateGlyph state={state} isNamed />
      <VendorMark {...vendorLook(row.vendor)} />
      <div className="item-lines">
        <div>
          <span className="item-title clip">{operationWords(row.operation)}</span>
          {row.tier !== 'T1' && state !== 'sent' && <HardToUndo />}
          <span className="item-when num">{shortMoment(row.updatedAt, zone, now)}</span>
        </div>
        <div className="item-note">
          <span className="clip" title={row.subject}>
            {row.subject}
          </span>
        </div>
        {state === 'sending' && progress !== undefined && (
          <div className="item-progress">
            {share !== undefined && (
              <span className="progress-bar" aria-hidden="true">
                <i style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
              </span>
            )}
            <span className="num">{progressWords(progress)}</span>
          </div>
        )}
        {error !== null && state === 'failed' && (
          <div className="item-error">
            <span className="clip">
              {errorWords(new AppError(error.code, error.message), vendorLook(row.vendor).name).what}
            </span>
          </div>
        )}
        {row.connectionId === null && <div className="item-note">{t('outbox.connection-gone')}</div>}
      </div>
    </>
  );
}
