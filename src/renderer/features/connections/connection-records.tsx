import type { ErrorCode } from '../../../shared/errors/codes.ts';
import type { Connection } from '../../../shared/model/connection.ts';
import { KINDS } from '../../../shared/model/record.ts';
import type { Freshness } from '../../../shared/model/sync.ts';
import { codeWords } from '../../api/error-words.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useZone, vendorName } from '../../api/use-workspace.ts';
import { shortMoment } from '../../lib/dates.ts';
import { count } from '../../lib/numbers.ts';
import { useNow } from '../../lib/use-clock.ts';
import { t, wordOf } from '../../lib/words.ts';
import { DetailSection, Field } from '../../ui/detail/detail.tsx';
import { isOfTheWay } from './test-steps.ts';

/** Failures of a whole account, which its status and the banner tell; any other is of one kind alone. */
const OF_ALL: readonly ErrorCode[] = [
  'offline',
  'timed-out',
  'connection-lost',
  'vendor-down',
  'key-rejected',
  'no-secret',
  'cancelled',
];

/** How many records of one kind are here, how old they are, and what kept newer ones away. */
function KindLine({ connection, freshness }: { readonly connection: Connection; readonly freshness: Freshness }) {
  const zone = useZone();
  const now = useNow();
  const { kind, completeAt, error } = freshness;
  const total = useOperation('records.count', { kind, connectionId: connection.id }).data?.total;
  const isOwn = error !== null && !OF_ALL.includes(error.code) && !isOfTheWay(error.code);
  return (
    <Field name={wordOf('connections.kind-', kind, 'connections.kind-unknown')}>
      <span className="num kind-count">{total === undefined ? t('part.unknown') : count(total)}</span>
      <span className="num muted">
        {completeAt === null
          ? t('connections.kind-never')
          : t('connections.kind-as-of', { when: shortMoment(completeAt, zone, now) })}
      </span>
      {isOwn && <span className="kind-problem">{codeWords(error.code, vendorName(connection.vendor)).what}</span>}
    </Field>
  );
}

/** What was read of an account, kind by kind. Nothing before its first sync. */
export function ConnectionRecords({ connection }: { readonly connection: Connection }) {
  const all = useOperation('sync.status', {}).data?.freshness ?? [];
  const own = all
    .filter(({ connectionId }) => connectionId === connection.id)
    .toSorted((left, right) => KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind));
  if (own.length === 0) return null;
  return (
    <DetailSection title={t('connections.read')}>
      <dl className="detail-fields is-inset connection-kinds">
        {own.map((freshness) => (
          <KindLine key={freshness.kind} connection={connection} freshness={freshness} />
        ))}
      </dl>
    </DetailSection>
  );
}
