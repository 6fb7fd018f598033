import { classNames } from '../../lib/class-names.ts';
import { t } from '../../lib/words.ts';
import { DetailSection } from '../../ui/detail/detail.tsx';
import { describeValue, type Raw } from './raw.ts';

interface OtherFieldsProps {
  readonly raw: Raw;
  /** Names that are shown elsewhere. */
  readonly known: ReadonlySet<string>;
  readonly vendor: string;
}

/** The fields of an object that no other part shows, by the names the vendor gives them. */
export function FieldList({ raw, known }: Omit<OtherFieldsProps, 'vendor'>) {
  return (
    <dl className="detail-fields is-inset other-fields">
      {Object.entries(raw)
        .filter(([name]) => !known.has(name))
        .map(([name, value]) => {
          const { text, isWord } = describeValue(value);
          return (
            <div key={name} className="other-field">
              <dt className="mono" title={name}>
                {name}
              </dt>
              <dd className={classNames('selectable', isWord && 'muted')}>{text}</dd>
            </div>
          );
        })}
    </dl>
  );
}

/** What the vendor says of a record that Plumbline has no words for: shown by its own name, never dropped. */
export function OtherFields({ raw, known, vendor }: OtherFieldsProps) {
  if (Object.keys(raw).every((name) => known.has(name))) return null;
  return (
    <DetailSection title={t('work.other', { vendor })}>
      <FieldList raw={raw} known={known} />
    </DetailSection>
  );
}
