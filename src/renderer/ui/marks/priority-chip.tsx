import { ChevronsDown, ChevronsUp, CircleDashed, Equal, type LucideIcon } from 'lucide-react';
import './marks.css';

interface PriorityChipProps {
  readonly level: 'low' | 'medium' | 'high' | 'unknown';
  readonly text: string;
}

const icons: Readonly<Record<PriorityChipProps['level'], LucideIcon>> = {
  low: ChevronsDown,
  medium: Equal,
  high: ChevronsUp,
  unknown: CircleDashed,
};

/** A priority: a sign that points its way, and the word. */
export function PriorityChip({ level, text }: PriorityChipProps) {
  const Icon = icons[level];
  return (
    <span className="chip" title={text}>
      <Icon className="icon icon-14" aria-hidden="true" />
      <span className="clip">{text}</span>
    </span>
  );
}
