import type { WorkspaceStatus } from '../../shared/contract/workspace.ts';
import type { Connection } from '../../shared/model/connection.ts';
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

/** Whether the app's own window shows this page: only there is a system to save, reveal and print with. */
export const useIsDesktop = (): boolean => useWorkspaceStatus()?.host === 'desktop';

/** How every connection stands. */
export function useHealth(): readonly ConnectionHealth[] {
  const isCut = useWorkspaceStatus()?.sampleOnline === false;
  const connections = useOperation('connections.list', {}).data ?? [];
  const freshness = useOperation('sync.status', {}).data?.freshness ?? [];
  return connectionHealth(connections, freshness, isCut);
}

/** A vendor's own name. */
export const vendorName = (vendor: Vendor): string => VENDOR_NAMES[vendor];

/** What to call an account: its vendor, or its own name where there are several of that vendor. */
export const connectionName = (connection: Connection, all: readonly { readonly connection: Connection }[]): string => {
  const alike = all.filter((one) => one.connection.vendor === connection.vendor);
  return alike.length > 1 ? connection.name : vendorName(connection.vendor);
};
