import { vendorName } from '../../../api/use-workspace.ts';
import { fullMoment } from '../../../lib/dates.ts';
import { t, type MessageKey } from '../../../lib/words.ts';
import { DetailSection, Field } from '../../../ui/detail/detail.tsx';
import { OtherFields } from '../other-fields.tsx';
import { isRaw, momentOf, rawAt, rawOf, textAt, type Raw } from '../raw.ts';
import { ReadOnlyLine } from '../read-only-line.tsx';
import { RecordFields } from '../record-fields.tsx';
import { Description } from './description.tsx';
import type { SectionProps } from './section-props.ts';

const TEXTS: readonly (readonly [string, MessageKey])[] = [
  ['ProjectCode', 'work.aconex-code'],
  ['ProjectShortName', 'work.aconex-short-name'],
  ['ProjectType', 'work.aconex-type'],
  ['ProjectValue', 'work.aconex-value'],
  ['AccessLevel', 'work.aconex-access'],
  ['PhoneNumber', 'work.aconex-phone'],
  ['FaxNumber', 'work.aconex-fax'],
];

const ADDRESSES = [
  ['Project', 'work.aconex-address-project'],
  ['Delivery', 'work.aconex-address-delivery'],
  ['Postal', 'work.aconex-address-postal'],
] as const;
/** The parts of an address in the order they are written; the document spells one of them in two ways. */
const ADDRESS_PARTS = ['AddressLine', 'City', 'State', 'Postcode', 'PostCode', 'Country'];

const KNOWN: ReadonlySet<string> = new Set([
  ...TEXTS.map(([name]) => name),
  ...ADDRESSES.flatMap(([prefix]) => ADDRESS_PARTS.map((part) => `${prefix}${part}`)),
  'ProjectId',
  'ProjectName',
  'ProjectDescription',
  'ProjectOwnerOrganizationName',
  'ProjectOwnerOrganizationTradingName',
  'ProjectResponsibilities',
  'Active',
  'CreationDate',
]);

/** Several names of one organization, each once. */
const ownerOf = (raw: Raw): string =>
  [
    ...new Set(
      ['ProjectOwnerOrganizationName', 'ProjectOwnerOrganizationTradingName'].flatMap(
        (name) => textAt(raw, name) ?? [],
      ),
    ),
  ].join(', ');

/** Who is responsible for what: one, or a list of them. */
function responsibilitiesOf(raw: Raw): readonly Raw[] {
  const { ProjectResponsibility: all } = rawAt(raw, 'ProjectResponsibilities');
  return (Array.isArray(all) ? all : [all]).filter(isRaw);
}

function Addresses({ raw }: { readonly raw: Raw }) {
  const shown = ADDRESSES.map(([prefix, key]) => ({
    key,
    lines: ADDRESS_PARTS.flatMap((part) => textAt(raw, `${prefix}${part}`) ?? []),
  })).filter(({ lines }) => lines.length > 0);
  if (shown.length === 0) return null;
  return (
    <DetailSection title={t('work.aconex-address')}>
      <dl className="detail-fields is-inset">
        {shown.map(({ key, lines }) => (
          <Field key={key} name={t(key)}>
            {lines.join(', ')}
          </Field>
        ))}
      </dl>
    </DetailSection>
  );
}

/** A project of Aconex: its codes, dates and address, and who is responsible for what. */
export function AconexProject(props: SectionProps) {
  const { detail, zone, now } = props;
  const raw = rawOf(detail);
  const vendor = vendorName(detail.record.vendor);
  const start = momentOf(raw['StartDate']);
  const owner = ownerOf(raw);
  const responsibilities = responsibilitiesOf(raw);
  const dates = [
    ['StartDate', start],
    ['StopDate', detail.record.dueAt],
  ] as const;
  const known = new Set([...KNOWN, ...dates.filter(([, at]) => at !== null).map(([name]) => name)]);
  return (
    <>
      <ReadOnlyLine>{t('work.read-only-aconex', { vendor })}</ReadOnlyLine>
      <RecordFields {...props}>
        {start !== null && (
          <Field name={t('work.aconex-start')}>
            <span className="num">{fullMoment(start, zone, now)}</span>
          </Field>
        )}
        {TEXTS.map(([name, key]) => {
          const text = textAt(raw, name);
          return text === null ? null : (
            <Field key={name} name={t(key)}>
              {text}
            </Field>
          );
        })}
        {owner !== '' && <Field name={t('work.aconex-owner')}>{owner}</Field>}
      </RecordFields>
      <Description text={textAt(raw, 'ProjectDescription')} />
      <Addresses raw={raw} />
      {responsibilities.length > 0 && (
        <DetailSection title={t('work.aconex-responsibilities')}>
          <dl className="detail-fields is-inset is-vendor-named">
            {responsibilities.map((one, index) => (
              <Field key={`${index} ${textAt(one, 'Role')}`} name={textAt(one, 'Role') ?? t('part.unknown')}>
                {textAt(one, 'Responsibility') ?? t('part.unknown')}
              </Field>
            ))}
          </dl>
        </DetailSection>
      )}
      <OtherFields raw={raw} known={known} vendor={vendor} />
    </>
  );
}
