import { t } from '../../../lib/words.ts';
import { DetailSection } from '../../../ui/detail/detail.tsx';
import { RichText } from '../html/vendor-html.tsx';

/** What a record is about, in its vendor's words. That there are none is said, too. */
export function Description({ text }: { readonly text: string | null }) {
  return (
    <DetailSection title={t('work.description')}>
      {text === null ? <p className="muted">{t('work.no-description')}</p> : <RichText text={text} />}
    </DetailSection>
  );
}
