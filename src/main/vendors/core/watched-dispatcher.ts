import type { Dispatcher } from 'undici';
import type { RequestProgress } from './network-failure.ts';

/** Timeouts of one exchange, in milliseconds: until the headers, and between two pieces of the body. */
export interface Timeouts {
  readonly headersMs: number;
  readonly bodyIdleMs: number;
}

/**
 * The dispatcher for one exchange: with its own timeouts, and with a note of how far the request came, so that a
 * failure can tell "nothing was sent" from "perhaps". Serves fetch and streams alike. `translate` makes the error that
 * a body in the hands of its reader ends with.
 */
export function watchDispatcher(
  dispatcher: Dispatcher,
  timeouts: Timeouts,
  translate: (error: Error, progress: RequestProgress) => Error = (error) => error,
): { readonly dispatcher: Dispatcher; readonly progress: RequestProgress } {
  const progress = { started: false, status: 0 };
  const watched = dispatcher.compose((dispatch) => (options, handler) => {
    const observer: Dispatcher.DispatchHandler = {
      onRequestStart: (controller, context) => {
        handler.onRequestStart?.(controller, context);
        // A call that was cancelled while a connection was made is given up here: not a byte of it leaves.
        if (!controller.aborted) progress.started = true;
      },
      onRequestUpgrade: (...given) => handler.onRequestUpgrade?.(...given),
      onResponseStart: (controller, status, ...rest) => {
        if (status >= 200) progress.status = status;
        handler.onResponseStart?.(controller, status, ...rest);
      },
      onResponseData: (...given) => handler.onResponseData?.(...given),
      onResponseEnd: (...given) => handler.onResponseEnd?.(...given),
      onResponseError: (controller, error) => handler.onResponseError?.(controller, translate(error, progress)),
    };
    const { headersMs: headersTimeout, bodyIdleMs: bodyTimeout } = timeouts;
    return dispatch({ ...options, headersTimeout, bodyTimeout }, observer);
  });
  return { dispatcher: watched, progress };
}
