import { askEarly } from '../api/early-answers.ts';
import { connectBridge } from '../api/connect-bridge.ts';
import { showAppearance } from '../lib/show-appearance.ts';
import { firstQuestions } from './first-questions.ts';
import { useRoute } from './route-state.ts';

/**
 * Begins the page. What this file imports is kept small: it gives the page its colours before anything is drawn, and
 * asks the workspace for what the first screen shows while the code of the screens is still on its way.
 */
export async function begin(): Promise<void> {
  showAppearance();
  useRoute.getState().restore(history.state);
  const bridge = connectBridge();
  const answers = askEarly(bridge, firstQuestions());
  const { startPage } = await import('./start-page.tsx');
  startPage(bridge, answers);
}
