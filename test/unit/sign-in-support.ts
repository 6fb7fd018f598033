import { createClients } from '../../src/main/vendors/core/lazy-client.ts';
import type { ClientFactory } from '../../src/main/vendors/core/lazy-client.ts';
import { silentLog, type Log } from '../../src/main/platform/log.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { aconex } from '../../src/main/vendors/aconex/client.ts';
import type { VendorSignIn } from '../../src/main/vendors/core/sign-in.ts';
import type { Clock } from '../../src/main/platform/clock.ts';

/** Aconex's own sign-in: the one there is. */
export function aconexSignIn(): VendorSignIn {
  if (aconex.signIn === undefined) throw new Error('Aconex has lost its sign-in.');
  return aconex.signIn;
}

/** The app's own way out, to be closed at the end. */
export const wayOut = (clock: Clock, log: Log = silentLog): ClientFactory =>
  createClients({ clock, random: systemRandom, log });
