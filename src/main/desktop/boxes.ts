import type { MessageBoxOptions } from 'electron';
import { errorWords, say } from './words.ts';

/** A native box: what it shows, and the first button of it that does something. */
export interface Box {
  readonly options: MessageBoxOptions;
  /** Index of the button that goes on with what the box is about; every other answer leaves it. */
  readonly yes: number;
}

/** The box before the app ends because its workspace could not be opened. */
export function startFailureBox(thrown: unknown): MessageBoxOptions {
  return { type: 'error', title: say('app.name'), ...errorWords(thrown), buttons: [say('menu.quit')], noLink: true };
}

/** Asked when the app is to end while a change is on its way to a vendor. */
export function quitBox(): Box {
  return {
    options: {
      type: 'warning',
      title: say('app.name'),
      message: say('box.sending.what'),
      detail: say('box.sending.data'),
      buttons: [say('box.sending.stay'), say('box.sending.quit')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    },
    yes: 1,
  };
}

/** Asked when the page crashed too often to be brought back by itself. */
export function crashBox(): Box {
  return {
    options: {
      type: 'error',
      title: say('app.name'),
      message: say('box.crash.what'),
      detail: say('box.crash.data'),
      buttons: [say('box.crash.reload'), say('menu.quit')],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    },
    yes: 0,
  };
}

/** Offered while the page does not answer. */
export function hangBox(): Box {
  return {
    options: {
      type: 'warning',
      title: say('app.name'),
      message: say('box.hang.what'),
      detail: say('box.hang.data'),
      buttons: [say('box.hang.wait'), say('box.crash.reload')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    },
    yes: 1,
  };
}
