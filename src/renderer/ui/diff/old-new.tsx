import { ArrowRight, Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../lib/words.ts';
import { Tag } from '../button/tag.tsx';
import '../detail/detail.css';

interface OldNewProps {
  readonly before: ReactNode;
  readonly after: ReactNode;
  /** How far the change is; `Draft` where nothing else is said. */
  readonly tag?: string;
}

/** A value that was changed and not sent: the vendor's struck, an arrow, the new one, and the Draft tag. */
export function OldNew({ before, after, tag }: OldNewProps) {
  return (
    <span className="old-new">
      <del className="old">{before}</del>
      <ArrowRight className="icon icon-12" aria-hidden="true" />
      <ins className="new">{after}</ins>
      <DraftTag {...(tag === undefined ? {} : { text: tag })} />
    </span>
  );
}

/** Says that a value is not the vendor's yet. */
export const DraftTag = ({ text }: { readonly text?: string }) => (
  <Tag tone="warn" icon={Pencil} text={text ?? t('part.draft')} title={t('part.draft-title')} />
);
