import { z } from 'zod';
import { diskErrors } from './error-groups.ts';
import { fileIdField } from './fields.ts';
import { command } from './operation.ts';

const done = z.strictObject({});

/**
 * What only the system around the app can do, for the host that has one: the desktop. Others answer `not-offered-here`.
 * Each of these follows a person's own click or key, and is refused without one (`needs-gesture`).
 */
export const systemOperations = {
  /** Opens an address of a known vendor, or a mail, outside the app. */
  'system.openLink': command<{ readonly ok: true }>()({
    input: z.strictObject({ url: z.string().min(1).max(2000) }),
    errors: ['link-refused'],
    reach: 'window',
    gesture: true,
  }),
  /** Shows a kept file in the folder it lies in. */
  'system.revealFile': command<{ readonly ok: true }>()({
    input: z.strictObject({ id: fileIdField }),
    errors: ['not-found'],
    reach: 'window',
    gesture: true,
  }),
  /** Asks where, and puts a copy of a kept file there. `path` is null when the person thought better of it. */
  'system.saveFile': command<{ readonly path: string | null }>()({
    input: z.strictObject({ id: fileIdField, name: z.string().min(1).max(300) }),
    errors: ['not-found', ...diskErrors],
    reach: 'window',
    gesture: true,
  }),
  /** Asks for a folder to write to. Null when the person thought better of it. */
  'system.chooseFolder': command<{ readonly path: string | null }>()({ input: done, reach: 'window', gesture: true }),
  /** Opens the system's print dialog for the window as it is. */
  'system.print': command<{ readonly ok: true }>()({ input: done, reach: 'window', gesture: true }),
  /** Tells the system which theme menus, dialogs and the window's frame are to follow. */
  'system.setTheme': command<{ readonly ok: true }>()({
    input: z.strictObject({ theme: z.enum(['light', 'dark', 'system']) }),
    reach: 'window',
  }),
  /** Says that the page listens to `system.command`. Answers the commands that a menu asked for before it did. */
  'system.takeCommands': command<{ readonly commands: readonly string[] }>()({ input: done, reach: 'window' }),
} as const;
