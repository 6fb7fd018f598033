import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/lib/repository.ts';

/** The built command line. */
export const builtCli = join(repositoryRoot, 'out/main/cli.js');

/** The address of a bench file beside this one. */
export const besides = (name: string): string => join(import.meta.dirname, name);

/** No bench asks the keychain of the computer it runs on. */
export const benchEnvironment = { ...process.env, PLUMBLINE_KEYCHAIN: 'none' };

/** Starts a script with this Node; its answer comes on standard output, its complaints are shown. */
export const startScript = (path: string, scriptArguments: readonly string[]): ChildProcess =>
  spawn(process.execPath, [path, ...scriptArguments], {
    cwd: repositoryRoot,
    env: benchEnvironment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });

/** Runs a script to its end and answers what it printed. Throws when it fails. */
export async function runScript(path: string, scriptArguments: readonly string[]): Promise<string> {
  const child = startScript(path, scriptArguments);
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${path} failed with ${code}.`);
  return text;
}

/** Ends a child and waits for its end. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill(signal);
  await closed;
}
