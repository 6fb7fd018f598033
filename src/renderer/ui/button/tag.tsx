import type { LucideIcon } from 'lucide-react';
import { classNames } from '../../lib/class-names.ts';
import './tag.css';

interface TagProps {
  readonly text: string;
  readonly tone?: 'plain' | 'late' | 'warn' | 'good';
  /** A tone is never colour alone: a toned tag has an icon. */
  readonly icon?: LucideIcon;
  readonly title?: string;
}

/** A short word with an edge. */
export function Tag({ text, tone = 'plain', icon: Icon, title }: TagProps) {
  return (
    <span className={classNames('tag', `is-${tone}`)} title={title}>
      {Icon && <Icon className="icon icon-12" aria-hidden="true" />}
      {text}
    </span>
  );
}
