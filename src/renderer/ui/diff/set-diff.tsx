import { Minus, Plus } from 'lucide-react';
import { t } from '../../lib/words.ts';
import '../button/tag.css';
import './diff.css';

interface SetDiffProps {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Every member of a set: those that leave red with a minus, those that come green with a plus. */
export function SetDiff({ before, after }: SetDiffProps) {
  const gone = before.filter((name) => !after.includes(name));
  return (
    <span className="set-diff">
      {after.map((name) => {
        const isNew = !before.includes(name);
        return (
          <span key={name} className={isNew ? 'tag is-added' : 'tag'}>
            {isNew && <Plus className="icon icon-12" role="img" aria-label={t('part.added')} />}
            {name}
          </span>
        );
      })}
      {gone.map((name) => (
        <span key={name} className="tag is-removed">
          <Minus className="icon icon-12" role="img" aria-label={t('part.removed')} />
          {name}
        </span>
      ))}
    </span>
  );
}
