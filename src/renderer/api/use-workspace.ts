import type { WorkspaceStatus } from '../../shared/contract/workspace.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import { VENDOR_NAMES } from '../../shared/model/vendor.ts';
import type { ConnectionHealth } from './connection-health.ts';
import { connectionHealth } from './connection-health.ts';
import { useOperation } from './use-operation.ts';

const systemZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the workspace says of itself; undefined until it was asked. */
export const useWorkspaceStatus = (): WorkspaceStatus | undefined => useOperation('workspace.status', {}).data;

/** The zone in which days are judged where a record names none. */
export const useZone = (): string => useWorkspaceStatus()?.zone ?? systemZone;

/** How every connection stands. */
export function useHealth(): readonly ConnectionHealth[] {
  const isCut = useWorkspaceStatus()?.sampleOnline === false;
  const connections = useOperation('connections.list', {}).data ?? [];
  const freshness = useOperation('sync.status', {}).data?.freshness ?? [];
  return connectionHealth(connections, freshness, isCut);
}

/** A vendor's own name. */
export const vendorName = (vendor: Vendor): string => VENDOR_NAMES[vendor];
