import { CircleHelp, RefreshCw } from 'lucide-react';
import type { OutboxDetail } from '../../../shared/model/outbox.ts';
import { errorWords } from '../../api/error-words.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { exactTime, shortDay } from '../../lib/dates.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import type { ReadBack } from './compare-readback.ts';
import { useOutboxScreen } from './outbox-state.ts';
import type { OutboxActions } from './use-outbox-actions.ts';

interface NeedsCheckingProps {
  readonly detail: OutboxDetail;
  readonly vendor: string;
  readonly readBack: { readonly byField: ReadonlyMap<string, ReadBack>; readonly at: string } | undefined;
  readonly actions: OutboxActions;
  readonly zone: string;
  readonly now: Date;
}

/** The one sentence that a look at the vendor comes to. */
function verdictWords(readBack: NeedsCheckingProps['readBack'], vendor: string): string {
  if (readBack === undefined) return t('outbox.unsure', { vendor });
  const verdicts = [...readBack.byField.values()].map(({ verdict }) => verdict);
  const arrived = verdicts.filter((verdict) => verdict === 'as-set').length;
  if (arrived === verdicts.length) return t('outbox.arrived', { vendor });
  return arrived === 0
    ? t('outbox.not-arrived', { vendor })
    : t('outbox.arrived-part', { vendor, arrived, all: verdicts.length });
}

/**
 * A change that may or may not have been made: what is known, in the order it happened, and what can be done. Looking
 * comes first; sending again never does.
 */
export function NeedsChecking({ detail, vendor, readBack, actions, zone, now }: NeedsCheckingProps) {
  const set = useOutboxScreen((state) => state.set);
  const { row, log } = detail;
  const last = log.at(-1);
  const error = last?.error ?? row.error;
  return (
    <section className="finding" aria-labelledby="finding">
      <CircleHelp className="icon" aria-hidden="true" />
      <div>
        <h2 id="finding">{verdictWords(readBack, vendor)}</h2>
        <p>{t('outbox.finding-text', { vendor })}</p>
        <ol className="finding-steps num">
          {last && (
            <li>
              <time dateTime={last.startedAt}>{exactTime(last.startedAt, zone)}</time>
              {t('outbox.step-sent', { vendor, day: shortDay(last.startedAt, zone, now) })}
            </li>
          )}
          {last && (
            <li>
              <time dateTime={last.endedAt ?? last.startedAt}>
                {last.endedAt === null ? t('part.unknown') : exactTime(last.endedAt, zone)}
              </time>
              {error === null ? t('outbox.step-cut') : errorWords(new AppError(error.code, error.message), vendor).what}
            </li>
          )}
          {readBack && (
            <li>
              <time dateTime={readBack.at}>{exactTime(readBack.at, zone)}</time>
              {t('outbox.step-read', { vendor })}
            </li>
          )}
        </ol>
        <div className="finding-do">
          {row.recordId !== null && (
            <Button
              look="primary"
              icon={RefreshCw}
              isDisabled={actions.isBusy}
              onPress={() => actions.check(row.recordId ?? '')}
            >
              {t('outbox.check')}
            </Button>
          )}
          <Button isDisabled={actions.isBusy} onPress={() => set({ question: 'mark-sent' })}>
            {t('outbox.mark-sent')}
          </Button>
          {row.connectionId !== null && (
            <Button isDisabled={actions.isBusy} onPress={() => set({ question: 'send-again' })}>
              {t('outbox.send-again')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
