import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Input, OperationName, Output } from '../../shared/contract/index.ts';
import type { Bridge, BridgeState, CallOptions } from './bridge.ts';

/** The contract's operations as one typed function. */
export type Call = <Name extends OperationName>(
  operation: Name,
  input: Input<Name>,
  options?: CallOptions,
) => Promise<Output<Name>>;

/** Only types come from the contract: its schemas stay on the other side, and out of the page's bundle. */
const createCall = (bridge: Bridge): Call =>
  ((operation, input, options) => bridge.call(operation, input, options)) as Call;

const BridgeContext = createContext<Bridge | undefined>(undefined);
export const BridgeProvider = BridgeContext.Provider;

/** The bridge of this page. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (bridge === undefined) throw new Error('BridgeProvider is missing.');
  return bridge;
}

/** The typed client of this page. */
export function useCall(): Call {
  const bridge = useBridge();
  return useMemo(() => createCall(bridge), [bridge]);
}

/** How the page stands with the workspace, followed while it changes. */
export function useBridgeState(): BridgeState {
  const bridge = useBridge();
  return useSyncExternalStore(bridge.onState, bridge.state);
}

/** A blob's address for as long as the component shows it; undefined while there is no blob. */
export function useBlobUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (blob === undefined) return undefined;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [blob]);
  return url;
}
