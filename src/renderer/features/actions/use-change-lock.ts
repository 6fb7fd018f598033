import { create } from 'zustand';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { RecordRow } from '../../../shared/model/record.ts';
import { useOperation } from '../../api/use-operation.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { formatLocale } from '../../lib/dates.ts';
import { t } from '../../lib/words.ts';

/** Why an action cannot be changed with the key of its account, in words for a person. */
export interface ChangeLock {
  readonly reason: string;
  /** There where the vendor's refusal of one change says little of the next: the person may try all the same. */
  readonly onTry: (() => void) | undefined;
}

interface TriedState {
  /** Accounts whose refusal the person chose to try again, until the page is closed. */
  readonly tried: readonly ConnectionId[];
  readonly tryAnyway: (id: ConnectionId) => void;
}

/** What only this screen knows of permissions. */
export const useTried = create<TriedState>((set) => ({
  tried: [],
  tryAnyway: (id) => set(({ tried }) => ({ tried: [...tried, id] })),
}));

const eitherOf = (names: readonly string[]): string =>
  new Intl.ListFormat(formatLocale, { type: 'disjunction' }).format(names);

/**
 * Why the corrective action cannot be changed; undefined where it can, and where nobody knows: then the vendor decides. A
 * role that lacks the permission locks; a refusal that was met before may have been of that one action.
 */
export function useChangeLock(record: RecordRow | undefined): ChangeLock | undefined {
  const { tried, tryAnyway } = useTried();
  const asked = useOperation(
    'connections.permissions',
    { id: record?.connectionId ?? '' },
    { enabled: record !== undefined },
  ).data;
  if (record === undefined || asked === undefined) return undefined;
  const permission = asked.operations[`${record.vendor}.updateCorrectiveAction`];
  if (permission?.permitted !== 'no') return undefined;
  const vendor = vendorName(record.vendor);
  if (permission.reason === 'learned-no') {
    if (tried.includes(record.connectionId)) return undefined;
    return { reason: t('actions.locked-learned', { vendor }), onTry: () => tryAnyway(record.connectionId) };
  }
  const { role } = asked;
  return {
    reason: t('actions.locked-missing', {
      isNamed: role === null ? 'no' : 'yes',
      role: role ?? '',
      permissions: eitherOf(permission.permissions),
      vendor,
    }),
    onTry: undefined,
  };
}
