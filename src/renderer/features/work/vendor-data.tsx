import type { RecordDetail } from '../../../shared/model/record.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { dayAndTime } from '../../lib/dates.ts';
import { isMessageKey, t } from '../../lib/words.ts';
import { DetailSection } from '../../ui/detail/detail.tsx';

/** The most signs of one part that are drawn: a text of megabytes would hold the screen up. */
const SHOWN_SIGNS = 100_000;

const partTitle = (name: string): string => {
  const key = `work.data-${name}`;
  return ['list', 'detail'].includes(name) && isMessageKey(key) ? t(key) : t('work.data-part', { name });
};

interface VendorDataProps {
  readonly detail: RecordDetail;
  readonly zone: string;
  readonly now: Date;
}

/** The vendor's own data of a record, part by part, as it came and to be read only. */
export function VendorData({ detail: { parts, record }, zone, now }: VendorDataProps) {
  const entries = Object.entries(parts);
  if (entries.length === 0) {
    return <p className="vendor-data-none muted">{t('work.data-none', { vendor: vendorName(record.vendor) })}</p>;
  }
  return entries.map(([name, { raw, readAt }]) => {
    const text = JSON.stringify(raw, null, 2);
    const title = partTitle(name);
    return (
      <DetailSection key={name} title={title} end={t('work.data-read', { when: dayAndTime(readAt, zone, now) })}>
        {/* Long lines are scrolled to, also by the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className="vendor-data mono selectable" tabIndex={0} role="region" aria-label={title}>
          {text.slice(0, SHOWN_SIGNS)}
        </pre>
        {text.length > SHOWN_SIGNS && (
          <p className="muted">{t('work.data-long', { shown: SHOWN_SIGNS, total: text.length })}</p>
        )}
      </DetailSection>
    );
  });
}
