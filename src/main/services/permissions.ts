import { isAppError } from '../../shared/errors/app-error.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { ConnectionPermissions, Permission } from '../../shared/model/permission.ts';
import { isoNow, type Clock } from '../platform/clock.ts';
import type { Ask, CacheWriterCalls, ReaderCalls } from '../store/worker-calls.ts';
import type { HeldRole } from '../vendors/core/permit.ts';
import type { ConnectionService, OpenConnection } from './connections.ts';

/** How long a role that was read counts, in milliseconds: it is another person's to change at the vendor. */
const ROLE_LIFE_MS = 15 * 60_000;
/** How long reading it may take; a screen shows what is known without it. */
const ROLE_PATIENCE_MS = 8000;

/** What a connection's key may do: by the role of the person it belongs to, else by what was tried before. */
export interface PermissionService {
  /** Throws AppError `no-connection`. A vendor that does not answer leaves the role unknown. */
  readonly of: (id: ConnectionId, signal: AbortSignal) => Promise<ConnectionPermissions>;
  /** Notes that the vendor did an operation, or refused it as not permitted. */
  readonly learn: (id: ConnectionId, operation: string, permitted: boolean) => void;
  /** The connection has another key: nothing learned of the former one counts. */
  readonly forget: (id: ConnectionId) => Promise<void>;
}

interface PermissionParts {
  readonly connections: Pick<ConnectionService, 'open'>;
  readonly reader: Ask<ReaderCalls>;
  readonly cache: Ask<CacheWriterCalls>;
  readonly clock: Clock;
  /** Whether what is learned is kept: a command that only reads is not the folder's writer. */
  readonly keeps: boolean;
}

/** The permissions of one workspace's connections. */
export function createPermissions({ connections, reader, cache, clock, keeps }: PermissionParts): PermissionService {
  const roles = new Map<string, { readonly role: HeldRole | null; readonly at: number }>();
  /** What was learned in this run; it is newer than what is kept. */
  const learned = new Map<ConnectionId, Map<string, boolean>>();

  const readRole = async ({ connection, definition, client }: OpenConnection, signal: AbortSignal) => {
    const { permissions } = definition;
    if (permissions === undefined || connection.user === null) return null;
    const key = `${connection.id} ${connection.user.vendorId}`;
    const known = roles.get(key);
    if (known !== undefined && clock.now() - known.at < ROLE_LIFE_MS) return known.role;
    const patience = AbortSignal.any([signal, AbortSignal.timeout(ROLE_PATIENCE_MS)]);
    try {
      const { operation, params } = permissions.userCall(connection.user.vendorId);
      const user = await client.call(operation, params, { signal: patience });
      const next = permissions.roleCall(user.data);
      const answer = next === null ? null : await client.call(next.operation, next.params, { signal: patience });
      const role = answer === null ? null : permissions.role(answer.data);
      roles.set(key, { role, at: clock.now() });
      return role;
    } catch (thrown) {
      // Without its role the key's permissions are unknown, which is an answer of its own.
      if (isAppError(thrown) && !signal.aborted) return known?.role ?? null;
      throw thrown;
    }
  };

  return {
    of: async (id, signal) => {
      const open = await connections.open(id);
      const [role, kept] = await Promise.all([readRole(open, signal), reader('listLearned', { connectionId: id })]);
      const tried = new Map([
        ...kept.map(({ operation, permitted }) => [operation, permitted] as const),
        ...(learned.get(id) ?? []),
      ]);
      const { vendor, operations, permissions } = open.definition;
      const judge = (operation: string): Permission => {
        const byRole = permissions?.permits(operation, role?.permissions ?? null) ?? {
          permitted: 'unknown',
          reason: 'not-documented',
          permissions: [],
        };
        const outcome = tried.get(operation);
        if (byRole.permitted !== 'unknown' || outcome === undefined) return byRole;
        return outcome
          ? { permitted: 'yes', reason: 'learned-yes', permissions: byRole.permissions }
          : { permitted: 'no', reason: 'learned-no', permissions: byRole.permissions };
      };
      return {
        user: open.connection.user?.name ?? null,
        role: role?.name ?? null,
        operations: Object.fromEntries(Object.keys(operations).map((name) => [`${vendor}.${name}`, judge(name)])),
      };
    },
    learn: (id, operation, permitted) => {
      const known = learned.get(id) ?? new Map<string, boolean>();
      learned.set(id, known);
      if (known.get(operation) === permitted) return;
      known.set(operation, permitted);
      if (!keeps) return;
      // What is not kept is learned again at the next call: no reason to fail.
      cache('saveLearned', { connectionId: id, operation, permitted, at: isoNow(clock) }).catch(() => undefined);
    },
    forget: async (id) => {
      learned.delete(id);
      for (const key of roles.keys()) if (key.startsWith(`${id} `)) roles.delete(key);
      if (keeps) await cache('forgetLearned', { connectionId: id });
    },
  };
}
