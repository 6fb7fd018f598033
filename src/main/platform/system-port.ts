export type SystemTheme = 'light' | 'dark' | 'system';

/**
 * The system around the app, as far as the workspace may ask something of it. The desktop host has one; every other host
 * has `noSystem`. What it is asked has been checked: it only carries it out.
 */
export interface SystemPort {
  /** Opens an address in the program the person uses for it. */
  readonly openLink: (url: string) => Promise<void>;
  readonly showInFolder: (path: string) => void;
  /** Asks for a file to write, starting from `name`; null when the person thought better of it. */
  readonly choosePlace: (name: string) => Promise<string | null>;
  /** Asks for a folder; null when the person thought better of it. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly print: () => Promise<void>;
  readonly setTheme: (theme: SystemTheme) => void;
  /** The page's commands that were asked for before it listened, by their names; from here on it is told of each. */
  readonly takeCommands: () => readonly string[];
}
