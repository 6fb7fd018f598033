import type { ReactNode } from 'react';
import './feedback.css';

interface EmptyStateProps {
  readonly title?: string;
  readonly text: string;
  /** One button. */
  readonly action?: ReactNode;
  readonly testId?: string;
}

/** Nothing to show: words and one button, no picture. */
export function EmptyState({ title, text, action, testId }: EmptyStateProps) {
  return (
    <div className="empty" data-testid={testId}>
      {title !== undefined && <p className="empty-title">{title}</p>}
      <p>{text}</p>
      {action}
    </div>
  );
}
