import { CircleAlert, CircleCheck, ClockAlert, type LucideIcon } from 'lucide-react';
import { recordId } from '../../../../shared/model/ids.ts';
import { vendorName } from '../../../api/use-workspace.ts';
import { t } from '../../../lib/words.ts';
import { Tag } from '../../../ui/button/tag.tsx';
import { DetailSection, Field } from '../../../ui/detail/detail.tsx';
import { OtherFields } from '../other-fields.tsx';
import { describeValue, isRaw, numberAt, rawAt, rawOf, textAt, type Raw } from '../raw.ts';
import { ReadOnlyLine } from '../read-only-line.tsx';
import { RecordFields } from '../record-fields.tsx';
import type { SectionProps } from './section-props.ts';

const KNOWN: ReadonlySet<string> = new Set([
  'milestoneId',
  'projectId',
  'externalId',
  'name',
  'status',
  'fields',
  'measurements',
]);

const STATUS_KNOWN: ReadonlySet<string> = new Set([
  'value',
  'display',
  'lastUpdatedAt',
  'lastUpdatedBy',
  'lastUpdatedByUser',
]);

/** What a configured field holds: as CONQA displays it, else the value itself. */
function fieldText(value: unknown): string {
  if (!isRaw(value)) return describeValue(value).text;
  return textAt(value, 'display') ?? describeValue(value['value']).text;
}

/** Thresholds are the project's own words; the few that mean the same everywhere have a tone, and a sign beside it. */
const TONES: Readonly<Record<string, { readonly tone: 'late' | 'warn' | 'good'; readonly icon: LucideIcon }>> = {
  overdue: { tone: 'late', icon: CircleAlert },
  'due-soon': { tone: 'warn', icon: ClockAlert },
  'on-time': { tone: 'good', icon: CircleCheck },
};

function Measurement({ name, value }: { readonly name: string; readonly value: unknown }) {
  if (!isRaw(value)) return <Field name={name}>{describeValue(value).text}</Field>;
  const days = numberAt(value, 'days');
  const threshold = textAt(value, 'threshold');
  const tone = threshold === null || !Object.hasOwn(TONES, threshold) ? undefined : TONES[threshold];
  return (
    <Field name={name}>
      <span className={days === null ? 'muted' : 'num measured'}>
        {days === null ? t('work.days-unknown') : t('work.days', { days })}
      </span>
      {threshold === null ? (
        <span className="muted">{t('work.threshold-none')}</span>
      ) : (
        <Tag {...tone} text={threshold} />
      )}
    </Field>
  );
}

/** A list of what the project is configured with; nothing where it has none of it. */
function Configured({ title, raw, isMeasured }: { title: string; raw: Raw; isMeasured: boolean }) {
  const entries = Object.entries(raw);
  if (entries.length === 0) return null;
  return (
    <DetailSection title={title}>
      <dl className="detail-fields is-inset is-vendor-named">
        {entries.map(([name, value]) =>
          isMeasured ? (
            <Measurement key={name} name={name} value={value} />
          ) : (
            <Field key={name} name={name}>
              {fieldText(value)}
            </Field>
          ),
        )}
      </dl>
    </DetailSection>
  );
}

/** A milestone of CONQA: what its project is configured with, and how long its steps took. Its interface changes none. */
export function ConqaMilestone(props: SectionProps) {
  const { detail } = props;
  const { record } = detail;
  const raw = rawOf(detail);
  const status = rawAt(raw, 'status');
  const vendor = vendorName(record.vendor);
  const projectId = textAt(raw, 'projectId');
  const by = textAt(status, 'lastUpdatedBy');
  // What stands beside the known names of the status is no less unknown for standing there.
  const further = Object.fromEntries(Object.entries(status).filter(([name]) => !STATUS_KNOWN.has(name)));
  const other = Object.fromEntries([
    ...Object.entries(raw),
    ...Object.entries(further).map(([name, value]) => [`status.${name}`, value] as const),
  ]);
  return (
    <>
      <ReadOnlyLine>{t('work.read-only-conqa', { vendor })}</ReadOnlyLine>
      <RecordFields
        {...props}
        statusText={textAt(status, 'display')}
        projectId={projectId === null ? undefined : recordId(record.connectionId, 'project', projectId)}
      >
        {by !== null && <Field name={t('work.conqa-status-by')}>{by}</Field>}
      </RecordFields>
      <Configured title={t('work.conqa-fields')} raw={rawAt(raw, 'fields')} isMeasured={false} />
      <Configured title={t('work.conqa-measurements')} raw={rawAt(raw, 'measurements')} isMeasured />
      <OtherFields raw={other} known={KNOWN} vendor={vendor} />
    </>
  );
}
