import type { Connection } from '../../../shared/model/connection.ts';
import { useOperation } from '../../api/use-operation.ts';
import { accountFacts } from './account-facts.ts';

/**
 * The accounts, where none of them has audits or corrective actions, and nothing is left of one that had; undefined where
 * their lists have something to show, or that is not known yet.
 */
export function useWithoutList(): readonly Connection[] | undefined {
  const connections = useOperation('connections.list', {}).data ?? [];
  const isWithout = connections.length > 0 && connections.every(({ vendor }) => !accountFacts(vendor).hasAudits);
  const asked = { enabled: isWithout };
  const audits = useOperation('records.counts', { kind: 'audit' }, asked).data?.total;
  const actions = useOperation('records.counts', { kind: 'corrective-action' }, asked).data?.total;
  return isWithout && audits === 0 && actions === 0 ? connections : undefined;
}
