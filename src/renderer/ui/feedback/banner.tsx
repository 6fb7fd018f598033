import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import './feedback.css';

interface BannerProps {
  readonly icon: LucideIcon;
  readonly tone?: 'plain' | 'warn' | 'late';
  readonly children: ReactNode;
  /** Buttons at the end. */
  readonly actions?: ReactNode;
  readonly testId?: string;
}

/** One line above a toolbar; what is below stays in place. At most one stands on a screen. */
export function Banner({ icon: Icon, tone = 'plain', children, actions, testId }: BannerProps) {
  return (
    <div role="status" className={classNames('banner', `is-${tone}`)} data-testid={testId}>
      <Icon className="icon" aria-hidden="true" />
      <span className="banner-text">{children}</span>
      {actions}
    </div>
  );
}
