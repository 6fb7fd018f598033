import type { Connection } from '../../../shared/model/connection.ts';
import type { OutboxRow } from '../../../shared/model/outbox.ts';
import { errorWords } from '../../api/error-words.ts';
import { useOperation } from '../../api/use-operation.ts';
import { isUnsent, useOutboxRows } from '../../api/use-outbox.ts';
import { useZone } from '../../api/use-workspace.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { shortMoment } from '../../lib/dates.ts';
import { useNow } from '../../lib/use-clock.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { DropBar } from '../../ui/drop/drop-zone.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Pane, Strip, Toolbar } from '../../ui/layout/pane.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { CompanyPicture } from './company-picture.tsx';
import type { Place } from './judge-picture.ts';
import './company.css';

interface CompanyScreenProps {
  readonly onSync: () => void;
  readonly onOpenConnections: () => void;
}

const operations: Readonly<Record<Place, string>> = {
  logo: 'monitorqa.uploadCompanyLogo',
  icon: 'monitorqa.uploadCompanyIcon',
};

interface CompanyProps extends Pick<CompanyScreenProps, 'onSync'> {
  readonly connection: Connection;
  readonly waiting: readonly OutboxRow[];
}

/** The company behind one account: its name as the vendor has it, and its two pictures. */
function Company({ connection, waiting, onSync }: CompanyProps) {
  const zone = useZone();
  const now = useNow();
  const company = useOperation('company.show', { connectionId: connection.id });
  const queued = (place: Place): OutboxRow | undefined =>
    waiting.find((row) => row.connectionId === connection.id && row.operation === operations[place]);
  return (
    <section className="company" aria-label={company.data?.name ?? connection.name}>
      <div className="company-head">
        <VendorMark {...vendorLook(connection.vendor)} />
        <h2 className="selectable">{company.data?.name ?? connection.name}</h2>
        {company.data && (
          <span className="muted num">{t('audits.read', { when: shortMoment(company.data.readAt, zone, now) })}</span>
        )}
      </div>
      {company.error !== null && (
        <Notice {...errorWords(company.error)} actions={<Button onPress={onSync}>{t('command.sync')}</Button>} />
      )}
      {company.data && (
        <div className="company-pictures">
          <CompanyPicture
            connection={connection}
            company={company.data.name}
            place="logo"
            vendorFileId={company.data.logoFileId}
            queued={queued('logo')}
          />
          <CompanyPicture
            connection={connection}
            company={company.data.name}
            place="icon"
            vendorFileId={company.data.iconFileId}
            queued={queued('icon')}
          />
        </div>
      )}
    </section>
  );
}

/** The companies behind the accounts that have one to be seen. */
export function CompanyScreen({ onSync, onOpenConnections }: CompanyScreenProps) {
  const connections = useOperation('connections.list', {});
  const waiting = useOutboxRows().filter(isUnsent);
  const own = (connections.data ?? []).filter(({ vendor }) => vendor === 'monitorqa');
  return (
    <Pane id="company" label={t('company.title')}>
      <Toolbar>
        <h1>{t('company.title')}</h1>
      </Toolbar>
      <Strip>
        <span className="clip">{t('company.promise')}</span>
      </Strip>
      <div className="companies">
        {connections.isSuccess && own.length === 0 && (
          <EmptyState
            text={t('company.none')}
            action={<Button onPress={onOpenConnections}>{t('company.open-connections')}</Button>}
          />
        )}
        {own.map((connection) => (
          <Company key={connection.id} connection={connection} waiting={waiting} onSync={onSync} />
        ))}
      </div>
      <DropBar />
    </Pane>
  );
}
