import { t } from '../lib/words.ts';
import { AppMark } from '../ui/frame/frame.tsx';

/** This page has no right to the workspace: its ticket was used, or the server is another one now. */
export function RefusedScreen() {
  return (
    <main className="app-start" data-testid="refused">
      <div className="refused">
        <AppMark />
        <h1>{t('refused.title')}</h1>
        <p>{t('refused.what')}</p>
        <p>{t('refused.do')}</p>
        <code className="mono selectable">{t('refused.command')}</code>
      </div>
    </main>
  );
}
