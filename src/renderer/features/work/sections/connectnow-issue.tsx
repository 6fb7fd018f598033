import { vendorName } from '../../../api/use-workspace.ts';
import { dayAndTime } from '../../../lib/dates.ts';
import { t } from '../../../lib/words.ts';
import { DetailSection, Field } from '../../../ui/detail/detail.tsx';
import { OtherFields } from '../other-fields.tsx';
import { momentOf, rawAt, rawOf, rowsOf, textAt, type Raw } from '../raw.ts';
import { ReadOnlyLine } from '../read-only-line.tsx';
import { RecordFields } from '../record-fields.tsx';
import type { SectionProps } from './section-props.ts';

const KNOWN: ReadonlySet<string> = new Set([
  'id',
  'name',
  'severity',
  'closed_at',
  'created_at',
  'updated_at',
  'categories',
  'events',
]);

/** The form of an event is nowhere shown: its words are looked for under the names they may have. */
const EVENT_TEXTS = ['description', 'message', 'text'];
const EVENT_KNOWN: ReadonlySet<string> = new Set([...EVENT_TEXTS, 'id', 'issue_id', 'created_at', 'updated_at']);

function Categories({ rows }: { readonly rows: readonly Raw[] }) {
  return (
    <Field name={t('work.categories')}>
      {rows.length === 0 && <span className="muted">{t('work.category-none')}</span>}
      <ul className="plain-lines">
        {rows.map((row, index) => {
          const category = textAt(row, 'name') ?? textAt(row, 'id') ?? t('part.unknown');
          const company = textAt(rawAt(row, 'company'), 'name');
          return (
            <li key={textAt(row, 'id') ?? index}>
              {company === null ? category : t('work.category-company', { category, company })}
            </li>
          );
        })}
      </ul>
    </Field>
  );
}

function Event({ row, zone, now }: { readonly row: Raw } & Pick<SectionProps, 'zone' | 'now'>) {
  const at = momentOf(row['created_at']);
  const text = EVENT_TEXTS.map((name) => textAt(row, name)).find((one) => one !== null) ?? null;
  const other = Object.entries(row).filter(([name]) => !EVENT_KNOWN.has(name));
  return (
    <li>
      <span className="num history-when">{at === null ? t('part.unknown') : dayAndTime(at, zone, now)}</span>
      <div className="grow">
        <p className={text === null ? 'muted' : 'selectable detail-long'}>{text ?? t('work.event-empty')}</p>
        {other.length > 0 && <p className="mono muted selectable">{JSON.stringify(Object.fromEntries(other))}</p>}
      </div>
    </li>
  );
}

/** Events by their time; one without a time keeps its place. */
const inTime = (rows: readonly Raw[]): readonly Raw[] =>
  rows.toSorted((left, right) => {
    const [a, b] = [momentOf(left['created_at']), momentOf(right['created_at'])];
    return a === null || b === null || a === b ? 0 : a < b ? -1 : 1;
  });

/** An issue of ConnectNow: how grave, in which categories of which company, and what happened. A closed one stays as it is. */
export function ConnectNowIssue(props: SectionProps) {
  const { detail, zone, now } = props;
  const { record } = detail;
  const raw = rawOf(detail);
  const vendor = vendorName(record.vendor);
  const closedAt = momentOf(raw['closed_at']);
  const categories = rowsOf(raw['categories']);
  const events = rowsOf(raw['events']);
  return (
    <>
      {record.status === 'closed' && (
        <ReadOnlyLine>
          {closedAt === null
            ? t('work.read-only-closed-once', { vendor })
            : t('work.read-only-closed', { vendor, when: dayAndTime(closedAt, zone, now) })}
        </ReadOnlyLine>
      )}
      <RecordFields {...props}>{categories !== null && <Categories rows={categories} />}</RecordFields>
      {events !== null && (
        <DetailSection title={t('work.events')} end={String(events.length)}>
          {events.length === 0 && <p className="muted">{t('work.events-none')}</p>}
          <ol className="history" aria-label={t('work.events')}>
            {inTime(events).map((row, index) => (
              <Event key={textAt(row, 'id') ?? index} row={row} zone={zone} now={now} />
            ))}
          </ol>
        </DetailSection>
      )}
      <OtherFields raw={raw} known={KNOWN} vendor={vendor} />
    </>
  );
}
