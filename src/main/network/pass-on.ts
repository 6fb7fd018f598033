import type { Dispatcher } from 'undici';

type Handler = Dispatcher.DispatchHandler;

/** A handler that passes everything on to `handler`, but for what `changes` does in its place. */
export const passOn = (handler: Handler, changes: Partial<Handler>): Handler => ({
  onRequestStart: (...given) => handler.onRequestStart?.(...given),
  onRequestUpgrade: (...given) => handler.onRequestUpgrade?.(...given),
  onResponseStart: (...given) => handler.onResponseStart?.(...given),
  onResponseData: (...given) => handler.onResponseData?.(...given),
  onResponseEnd: (...given) => handler.onResponseEnd?.(...given),
  onResponseError: (...given) => handler.onResponseError?.(...given),
  ...changes,
});
