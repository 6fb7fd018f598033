import { useState } from 'react';
import { AppError } from '../../shared/errors/app-error.ts';

interface SecretCall {
  readonly isPending: boolean;
  readonly error: AppError | undefined;
  /** Runs `act`; afterwards `done` or `failed`. */
  readonly run: <Value>(
    act: () => Promise<Value>,
    done: (value: Value) => void,
    failed: (error: AppError) => void,
  ) => void;
}

type End<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: AppError };

async function settle<Value>(act: () => Promise<Value>): Promise<End<Value>> {
  try {
    return { ok: true, value: await act() };
  } catch (thrown) {
    const error = thrown instanceof AppError ? thrown : new AppError('internal', 'The call failed.', { cause: thrown });
    return { ok: false, error };
  }
}

/**
 * A call whose input holds a secret. A mutation would keep its input in a cache that outlives the form; this keeps
 * nothing but how it ended.
 */
export function useSecretCall(): SecretCall {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError>();
  return {
    isPending,
    error,
    run: (act, done, failed) => {
      setPending(true);
      setError(undefined);
      const finish = async (): Promise<void> => {
        const end = await settle(act);
        setPending(false);
        if (end.ok) return done(end.value);
        setError(end.error);
        return failed(end.error);
      };
      void finish();
    },
  };
}
