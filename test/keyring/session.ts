import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Credential } from '../../src/main/credentials/credential-store.ts';

type KeychainStep =
  | { readonly do: 'get' | 'delete' | 'statusOf'; readonly id: string }
  | { readonly do: 'set'; readonly id: string; readonly credential: Credential }
  | { readonly do: 'probe' };

/** What the runner does; `pause` and `resume` stop the keyring's daemon and let it go on. */
export type Step =
  | KeychainStep
  | { readonly do: 'through the keeper'; readonly call: KeychainStep }
  | { readonly do: 'pause' | 'resume' };

/** What the runner is given: steps for a keychain of its own, whose calls may take `timeoutMs` milliseconds. */
export interface Plan {
  readonly service: string;
  readonly timeoutMs: number;
  readonly steps: readonly Step[];
}

/** What came of a step: what it answered, or the code and the facts of the error it threw. */
export type Outcome = Readonly<Record<string, unknown>>;

/**
 * The session steps are taken in. `unlock`: a keyring unlocked with this password, and made with it the first time.
 * `never-unlocked`: a keyring that starts when it is asked. `no-service`: a bus without one. `no-bus`: not even that.
 */
export type Session = { readonly unlock: string } | 'never-unlocked' | 'no-service' | 'no-bus';

const RUNNER = fileURLToPath(new URL('keychain-runner.ts', import.meta.url));

/** A bus that starts no services by itself. */
const bareBus = (folder: string): string => `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/**
 * Starts the keyring with the password on standard input, waits until the bus knows it (the daemon goes to the
 * background before that) and tells the runner which process it is.
 */
const UNLOCK = [
  'printf %s "$KEYRING_PASSWORD" | gnome-keyring-daemon --unlock --components=secrets >/dev/null',
  'ask() { dbus-send --print-reply=literal --dest=org.freedesktop.DBus / "org.freedesktop.DBus.$@" 2>/dev/null; }',
  'until answer=$(ask GetConnectionUnixProcessID string:org.freedesktop.secrets); do :; done',
  'export KEYRING_PID="${answer##* }"',
  'exec "$@"',
].join('\n');

/**
 * Takes steps in a session of their own and returns what came of each. `home` is the folder that stands for the
 * person's; a keyring in it outlives the session. Rejects when the session ends badly.
 */
export async function inSession(
  home: string,
  session: Session,
  steps: readonly Step[],
  { timeoutMs = 5000 }: { readonly timeoutMs?: number } = {},
): Promise<readonly Outcome[]> {
  const runtime = join(home, 'run');
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  const plan: Plan = { service: 'Plumbline', timeoutMs, steps };
  const runner = [process.execPath, RUNNER, JSON.stringify(plan)];
  const output = await run(commandOf(home, session, runner), {
    // Nothing of this machine's session comes along: no display, no bus, no keyring.
    PATH: '/usr/bin:/bin',
    HOME: home,
    LANG: 'C.UTF-8',
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_RUNTIME_DIR: runtime,
    ...(typeof session === 'object' ? { KEYRING_PASSWORD: session.unlock } : {}),
  });
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Outcome);
}

function commandOf(home: string, session: Session, runner: readonly string[]): readonly string[] {
  if (session === 'no-bus') return runner;
  if (session === 'never-unlocked') return ['dbus-run-session', '--', ...runner];
  if (session === 'no-service') {
    const configuration = join(home, 'bus.conf');
    writeFileSync(configuration, bareBus(home));
    return ['dbus-run-session', `--config-file=${configuration}`, '--', ...runner];
  }
  return ['dbus-run-session', '--', 'sh', '-c', UNLOCK, 'sh', ...runner];
}

function run([program = '', ...words]: readonly string[], environment: Readonly<Record<string, string>>) {
  return new Promise<string>((resolve, reject) => {
    // A process group of its own, so that nothing of the session is left when it ends or has to be ended.
    const child = spawn(program, words, { env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const endGroup = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // All of it has ended.
      }
    };
    const limit = setTimeout(endGroup, 25_000);
    let output = '';
    let complaints = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    child.once('error', reject);
    child.once('exit', endGroup);
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      if (code === 0) resolve(output);
      else reject(new Error(`The session ended with ${code ?? signal ?? 'nothing'}:\n${output}${complaints}`));
    });
  });
}
