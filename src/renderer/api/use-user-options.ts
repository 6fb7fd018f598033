import { useDeferredValue } from 'react';
import { toRows } from '../../shared/lib/columns.ts';
import { parseRecordId } from '../../shared/model/ids.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { useOperation } from './use-operation.ts';

const SHOWN = 50;

/** A person of a vendor as a choice: `id` is the vendor's own. */
interface UserOption {
  readonly id: string;
  readonly text: string;
  readonly note: string | undefined;
}

/** The people of an account whose words match what was typed, by name; at most 50. Undefined while they are looked for. */
export function useUserOptions(connectionId: ConnectionId, text: string): readonly UserOption[] | undefined {
  const search = useDeferredValue(text.trim());
  const found = useOperation(
    'records.list',
    { kind: 'user', connectionId, sort: 'title', limit: SHOWN, ...(search === '' ? {} : { search }) },
    { keepPrevious: true },
  );
  return found.data === undefined
    ? undefined
    : toRows(found.data.rows).map((row) => ({
        id: parseRecordId(row.id)?.vendorId ?? row.id,
        text: row.title,
        note: row.project ?? undefined,
      }));
}
