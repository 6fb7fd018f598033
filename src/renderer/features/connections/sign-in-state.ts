import { create } from 'zustand';
import type { Input } from '../../../shared/contract/index.ts';
import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { Connection } from '../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import type { Call } from '../../api/client.ts';

/** What a person entered for a sign-in, as it stands in the fields. Nothing of it is a secret. */
export interface SignInValues {
  readonly name: string;
  readonly clientId: string;
  readonly lobby: string;
  readonly redirectPort: string;
  readonly url: string;
}

/** Of a sign-in that makes a new account. One for an account that is there goes by the account's id. */
export const newAccountKey = (vendor: Vendor): string => `new ${vendor}`;

/** How far a sign-in has come: its page is being made, is open in the browser, came back, is tried with one read. */
export type SignInStep = 'starting' | 'in-browser' | 'came-back' | 'trying';

interface Started {
  readonly key: string;
  readonly values: SignInValues;
}

/** A sign-in that is waited for. */
export interface SignInRun extends Started {
  readonly step: SignInStep;
  /** The page to open; it is good for this sign-in alone and holds no secret. */
  readonly address: string | undefined;
  readonly cancel: () => void;
}

interface SignInState {
  readonly run: SignInRun | undefined;
  readonly failure: (Started & { readonly error: AppError }) | undefined;
  /** What was entered last for this sign-in, while it is waited for or after it failed. */
  readonly valuesOf: (key: string) => SignInValues | undefined;
  /** Waits for a sign-in; ends the one that was waited for. Undefined when it failed or was cancelled. */
  readonly start: (call: Call, started: Started, input: Input<'connections.signIn'>) => Promise<Connection | undefined>;
  /** What went wrong was seen. */
  readonly forget: (key: string) => void;
}

const stepOf = (done: number): SignInStep => (done === 0 ? 'in-browser' : done === 1 ? 'came-back' : 'trying');

const errorOf = (thrown: unknown): AppError =>
  isAppError(thrown) ? thrown : new AppError('internal', 'The sign-in failed.', { cause: thrown });

/** The one sign-in that is waited for. It goes on while another screen is looked at, and is found again here. */
export const useSignIn = create<SignInState>((set, get) => ({
  run: undefined,
  failure: undefined,
  valuesOf: (key) => [get().run, get().failure].find((one) => one?.key === key)?.values,
  start: async (call, started, input) => {
    get().run?.cancel();
    const controller = new AbortController();
    const own: SignInRun = { ...started, step: 'starting', address: undefined, cancel: () => controller.abort() };
    const isOwn = (): boolean => get().run?.cancel === own.cancel;
    set({ run: own, failure: undefined });
    try {
      const connection = await call('connections.signIn', input, {
        signal: controller.signal,
        onProgress: ({ done, address }) =>
          set(({ run }) =>
            run !== undefined && isOwn()
              ? { run: { ...run, step: stepOf(done), address: address ?? run.address } }
              : {},
          ),
      });
      if (isOwn()) set({ run: undefined });
      return connection;
    } catch (thrown) {
      const wasCancelled = controller.signal.aborted;
      if (isOwn()) set({ run: undefined, failure: wasCancelled ? undefined : { ...started, error: errorOf(thrown) } });
      return undefined;
    }
  },
  forget: (key) => set(({ failure }) => (failure?.key === key ? { failure: undefined } : {})),
}));

/** The key of a sign-in for an account that is there. */
export const againKey = (id: ConnectionId): string => id;
