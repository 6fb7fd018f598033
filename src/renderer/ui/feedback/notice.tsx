import { CircleX, Copy, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { copyText } from '../../lib/copy.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../button/button.tsx';
import './feedback.css';

interface NoticeProps {
  readonly what: string;
  /** What it means for the person's data. */
  readonly data: string;
  readonly todo: string;
  /** The code to quote; with it comes a button that copies the whole notice. */
  readonly code?: string;
  readonly tone?: 'late' | 'warn';
  readonly icon?: LucideIcon;
  readonly actions?: ReactNode;
  readonly testId?: string;
}

/** What happened, what it means, what to do, and the code: a red rule at the left, no filled box. */
export function Notice(props: NoticeProps) {
  const { what, data, todo, code, tone = 'late', icon: Icon = CircleX, actions, testId } = props;
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    setCopied(await copyText([what, data, todo, code].join('\n')));
  };
  return (
    <div role="group" aria-label={what} className={classNames('notice', `is-${tone}`)} data-testid={testId}>
      <p className="notice-what">
        <Icon className="icon icon-14" aria-hidden="true" />
        <span className="selectable">{what}</span>
      </p>
      <p className="notice-text selectable">{`${data} ${todo}`}</p>
      {(code !== undefined || actions !== undefined) && (
        <div className="notice-foot">
          {code !== undefined && (
            <code className="mono selectable" title={t('notice.code')}>
              {code}
            </code>
          )}
          <span className="grow" />
          {code !== undefined && (
            <Button look="quiet" icon={Copy} onPress={() => void copy()}>
              {copied ? t('notice.copied') : t('notice.copy')}
            </Button>
          )}
          {actions}
        </div>
      )}
    </div>
  );
}
