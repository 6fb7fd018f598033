import { Check, ChevronDown, ChevronRight, CircleDashed, X, type LucideIcon } from 'lucide-react';
import { useId, useState } from 'react';
import type { Connection } from '../../../shared/model/connection.ts';
import type { ConnectionPermissions as Permissions, Permission } from '../../../shared/model/permission.ts';
import { useOperation } from '../../api/use-operation.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { count } from '../../lib/numbers.ts';
import { t } from '../../lib/words.ts';
import { DetailSection } from '../../ui/detail/detail.tsx';
import { eitherOf, hasRoles, operationsBy } from './permission-facts.ts';

const looks = {
  yes: { icon: Check, tone: 'is-done' },
  no: { icon: X, tone: 'is-failed' },
  unknown: { icon: CircleDashed, tone: 'is-open' },
} as const satisfies Record<Permission['permitted'], { icon: LucideIcon; tone: string }>;

/** Whose key it is and which role that person has, as far as anybody said. */
function whoseWords({ user, role, operations }: Permissions, vendor: string): string {
  if (!hasRoles(operations)) return t('connections.may-not-documented', { vendor });
  if (user === null) return t('connections.may-nobody');
  return role === null ? t('connections.may-no-role', { user, vendor }) : t('connections.may-role', { user, role });
}

const reasonWords = ({ reason, permissions }: Permission, vendor: string): string =>
  reason === 'missing'
    ? t('connections.may-not-missing', { permissions: eitherOf(permissions) })
    : t('connections.may-not-learned', { vendor });

interface ListProps {
  readonly id: string;
  readonly connection: Connection;
  readonly denied: ReturnType<typeof operationsBy>['no'];
}

/** The operations that are not allowed, in the words of the vendor's document, each with its reason. */
function DeniedList({ id, connection, denied }: ListProps) {
  const { vendor } = connection;
  const known = useOperation('vendors.operations', { vendor }).data ?? [];
  return (
    <ul id={id} className="may-not" aria-label={t('connections.may-not-list')}>
      {denied.map(([operation, permission]) => (
        <li key={operation} title={operation}>
          <span>{known.find((one) => one.id === operation)?.summary ?? operation}</span>
          <span className="muted">{reasonWords(permission, vendorName(vendor))}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the key of an account may do: whose it is, how much is known, and why what is not allowed is not. */
export function ConnectionPermissions({ connection }: { readonly connection: Connection }) {
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const found = useOperation('connections.permissions', { id: connection.id });
  if (found.error !== null) return null;
  const title = t('connections.may');
  if (found.data === undefined) {
    return (
      <DetailSection title={title}>
        <p className="muted">{t('state.loading.label')}</p>
      </DetailSection>
    );
  }
  const by = operationsBy(found.data.operations);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <DetailSection title={title}>
      <p className="selectable">{whoseWords(found.data, vendorName(connection.vendor))}</p>
      <ul className="steps" aria-label={t('connections.may-counts')}>
        {(['yes', 'no', 'unknown'] as const).map((permitted) => {
          const { icon: Icon, tone } = looks[permitted];
          return (
            <li key={permitted} className={tone}>
              <Icon className="icon icon-14" aria-hidden="true" />
              <span className="grow">{t(`connections.may-${permitted}`)}</span>
              <span className="num">{count(by[permitted].length)}</span>
            </li>
          );
        })}
      </ul>
      {by.no.length > 0 && (
        <button
          type="button"
          className="link may-not-toggle"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron className="icon icon-14" aria-hidden="true" />
          {isOpen ? t('connections.may-not-hide') : t('connections.may-not-show')}
        </button>
      )}
      {isOpen && <DeniedList id={listId} connection={connection} denied={by.no} />}
    </DetailSection>
  );
}
