import { createKeychain, type Keychain, type KeychainModule } from '../../src/main/credentials/keychain.ts';
import type { Random } from '../../src/main/platform/random.ts';
import { handClock, type HandClock } from '../support/hand-clock.ts';

type Verb = 'get' | 'set' | 'delete';

/** A keychain in memory whose answers a test decides. */
export interface FakeKeychain extends KeychainModule {
  /** Accounts and their texts. */
  readonly entries: Map<string, string>;
  /** Every call that reached it, in order, as `verb account`. */
  readonly calls: string[];
  /** The most calls that were under way at once. */
  readonly busiest: () => number;
  /** What happens before a call does its work: nothing, an error, or a wait. */
  before: (verb: Verb, account: string) => void | Promise<void>;
}

export function fakeKeychain(): FakeKeychain {
  let underWay = 0;
  let busiest = 0;
  const entries = new Map<string, string>();
  const calls: string[] = [];
  const run = async <Result>(verb: Verb, account: string, work: () => Result): Promise<Result> => {
    calls.push(`${verb} ${account}`);
    underWay += 1;
    busiest = Math.max(busiest, underWay);
    try {
      await fake.before(verb, account);
      return work();
    } finally {
      underWay -= 1;
    }
  };
  const fake: FakeKeychain = {
    entries,
    calls,
    busiest: () => busiest,
    before: () => undefined,
    getPassword: (_service, account) => run('get', account, () => entries.get(account) ?? null),
    setPassword: (_service, account, text) => run('set', account, () => void entries.set(account, text)),
    deletePassword: (_service, account) => run('delete', account, () => entries.delete(account)),
  };
  return fake;
}

const fixedRandom: Random = { number: () => 0, id: () => 'one', token: () => 'token' };

/** A keychain of ours over a fake one, on a clock that stands still until it is turned. */
export function keychainOver(
  fake: KeychainModule,
  load: () => Promise<KeychainModule> = () => Promise.resolve(fake),
): { readonly keychain: Keychain; readonly clock: HandClock } {
  const clock = handClock('2026-11-22T10:00:00Z');
  return {
    clock,
    keychain: createKeychain({ service: 'Plumbline', timeoutMs: 5000, clock, random: fixedRandom, load }),
  };
}

/** A gate: calls wait at it until it is opened. */
export function gate(): { readonly wait: () => Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { wait: () => opened, open };
}

/** Resolves when everything that was ready to go on has gone on. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
