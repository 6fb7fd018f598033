/**
 * Runs steps against the real keychain of the session it is started in, and prints what came of each as one line of
 * JSON. Started by `session.ts`, in a session of its own.
 */
import { isAppError } from '../../src/shared/errors/app-error.ts';
import { assertNever } from '../../src/shared/lib/assert-never.ts';
import { createKeychain, type Keychain } from '../../src/main/credentials/keychain.ts';
import { createSecretKeeper } from '../../src/main/credentials/secret-keeper.ts';
import { systemClock } from '../../src/main/platform/clock.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import type { Outcome, Plan, Step } from './session.ts';

const { service, timeoutMs, steps } = JSON.parse(process.argv[2] ?? '') as Plan;
const keychain = createKeychain({ service, timeoutMs, clock: systemClock, random: systemRandom });
const keeper = createSecretKeeper({ keychain });

for (const step of steps) process.stdout.write(`${JSON.stringify(await outcomeOf(step))}\n`);

async function outcomeOf(step: Step): Promise<Outcome> {
  try {
    return { value: (await take(step)) ?? null };
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
    return { code: thrown.code, ...thrown.data };
  }
}

async function take(step: Step, target: Keychain = keychain): Promise<unknown> {
  switch (step.do) {
    case 'through the keeper':
      return take(step.call, keeper);
    case 'pause':
      return signalDaemon('SIGSTOP');
    case 'resume':
      return signalDaemon('SIGCONT');
    case 'get':
      return target.get(step.id);
    case 'set':
      return target.set(step.id, step.credential);
    case 'delete':
      return target.delete(step.id);
    case 'statusOf':
      return target.statusOf(step.id);
    case 'probe':
      return target.probe();
    default:
      return assertNever(step, 'step');
  }
}

function signalDaemon(signal: NodeJS.Signals): void {
  const daemon = Number(process.env['KEYRING_PID']);
  // 0 would be the whole group of this process, the test runner included.
  if (!(daemon > 1)) throw new Error('The session did not say which process its keyring is.');
  process.kill(daemon, signal);
}
