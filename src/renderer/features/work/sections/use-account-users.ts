import { toRows } from '../../../../shared/lib/columns.ts';
import { parseRecordId, type ConnectionId } from '../../../../shared/model/ids.ts';
import { useOperation } from '../../../api/use-operation.ts';

/** The most people of an account that are looked at for a name. */
const MOST = 1000;

/** The name of a person of an account by the vendor's own id; undefined for one who was not read. */
export function useAccountUsers(connectionId: ConnectionId): (vendorId: string) => string | undefined {
  const users = useOperation('records.list', { kind: 'user', connectionId, sort: 'title', limit: MOST }).data;
  const names = new Map(
    (users === undefined ? [] : toRows(users.rows)).map(({ id, title }) => [parseRecordId(id)?.vendorId, title]),
  );
  return (vendorId) => names.get(vendorId);
}
