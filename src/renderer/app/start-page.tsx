import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import '../styles/tokens.css';
import '../styles/base.css';
import './sheets.ts';
import type { Bridge } from '../api/bridge.ts';
import type { EarlyAnswers } from '../api/early-answers.ts';
import { createQueryClient } from '../api/query-client.ts';
import { App } from './app.tsx';
// The last sheet: what it says of paper stands above what any other says.
import '../styles/print.css';

/** Draws the app over the bridge, with the answers that are there already. Throws when the page has no root. */
export function startPage(bridge: Bridge, answers: EarlyAnswers): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root.');
  const cache = createQueryClient();
  answers.giveTo(cache);
  // At once: from here on the app itself listens to what makes answers old, and no event may fall between.
  flushSync(() => createRoot(root).render(<App bridge={bridge} cache={cache} />));
}
