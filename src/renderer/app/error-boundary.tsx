import { Component, type ReactNode } from 'react';
import { errorWords } from '../api/error-words.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/feedback/notice.tsx';

interface State {
  readonly thrown: unknown;
  readonly hasFailed: boolean;
}

/** Stands in when drawing a screen failed. React has no other way to catch that than a class. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { thrown: undefined, hasFailed: false };

  static getDerivedStateFromError(thrown: unknown): State {
    return { thrown, hasFailed: true };
  }

  override render(): ReactNode {
    const { thrown, hasFailed } = this.state;
    if (!hasFailed) return this.props.children;
    return (
      <main className="app-start">
        <Notice
          {...errorWords(thrown)}
          actions={<Button onPress={() => location.reload()}>{t('crash.do-again')}</Button>}
        />
      </main>
    );
  }
}
