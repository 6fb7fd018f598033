import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Input } from '../../../shared/contract/index.ts';
import type { NetworkStatus } from '../../../shared/contract/network.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { useCall } from '../../api/client.ts';
import { queryKey } from '../../api/query-keys.ts';

/** Puts what a command of the network answered in the place of what was known. */
export function useShowStatus(): (status: NetworkStatus) => void {
  const cache = useQueryClient();
  return (status) => cache.setQueryData(queryKey('network.status', {}), status);
}

/** Those whose input holds no secret: a mutation keeps its input. */
type PlainCommand = 'network.set' | 'network.addCertificate' | 'network.removeCertificate';

/** A command of the network; its answer, how things stand now, is shown at once. */
export function useNetworkCommand<Name extends PlainCommand>(name: Name, onDone?: (status: NetworkStatus) => void) {
  const call = useCall();
  const show = useShowStatus();
  return useMutation<NetworkStatus, AppError, Input<Name>>({
    mutationFn: (input) => call(name, input),
    onSuccess: (status) => {
      show(status);
      onDone?.(status);
    },
  });
}
