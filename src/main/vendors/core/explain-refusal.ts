import type { CallParams, PlannedCall } from './operation.ts';
import { isVendorError, type VendorError } from './vendor-error.ts';

/** How to find out what a refusal of one operation means, where the vendor says the same for two reasons. */
export interface Explanation {
  /** The read that tells. `params` are those of the refused change. */
  readonly probe: (params: CallParams) => PlannedCall;
  /** The error that it really is, from what the read answered; null where the refusal stands as it is. Pure. */
  readonly judge: (refusal: VendorError, probed: unknown) => VendorError | null;
}

export type Explanations = Readonly<Partial<Record<string, Explanation>>>;

interface Stoppable {
  readonly signal?: AbortSignal;
}

type Send<Options, Answer> = (operation: string, params: CallParams, options?: Options) => Promise<Answer>;

type Read = (operation: string, params: CallParams, options: Stoppable) => Promise<{ readonly data: unknown }>;

/**
 * `send`, with a change that was refused as not permitted looked into where the vendor explains it: what is thrown then
 * is the real reason, so that nobody learns of a permission that is not lacking. A look that fails changes nothing.
 */
export function explainRefusals<Options extends Stoppable, Answer>(
  explanations: Explanations,
  send: Send<Options, Answer>,
  read: Read,
): Send<Options, Answer> {
  const reasonOf = async (
    refusal: VendorError,
    params: CallParams,
    signal: AbortSignal | undefined,
  ): Promise<VendorError> => {
    const explanation = explanations[refusal.operation];
    if (explanation === undefined) return refusal;
    try {
      const probe = explanation.probe(params);
      const { data } = await read(probe.operation, probe.params, signal ? { signal } : {});
      return explanation.judge(refusal, data) ?? refusal;
    } catch {
      return refusal;
    }
  };

  return async (operation, params, options) => {
    try {
      return await send(operation, params, options);
    } catch (thrown) {
      if (!isVendorError(thrown) || thrown.code !== 'not-permitted') throw thrown;
      throw await reasonOf(thrown, params, options?.signal);
    }
  };
}
