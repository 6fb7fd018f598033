import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The app's own data folder: local, never roaming, so that no sync service copies a live database. Computed without
 * Electron, because the command line has none. `env` is the process's environment, `platform` Node's name of the system.
 */
export function defaultDataDir(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string = homedir()): string {
  const chosen = env['PLUMBLINE_DATA_DIR'];
  if (chosen) return chosen;
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Plumbline');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Plumbline');
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'plumbline');
}
