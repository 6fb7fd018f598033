import { useMutation } from '@tanstack/react-query';
import { ArrowLeft, KeyRound, LockOpen, Pause, PenLine, Play, PlugZap } from 'lucide-react';
import { isErrorCode } from '../../../shared/errors/codes.ts';
import type { Connection, SecretStatus } from '../../../shared/model/connection.ts';
import { useCall } from '../../api/client.ts';
import type { ConnectionHealth } from '../../api/connection-health.ts';
import { codeWords, errorWords } from '../../api/error-words.ts';
import { useZone, vendorName } from '../../api/use-workspace.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { dayAndTime } from '../../lib/dates.ts';
import { useNow } from '../../lib/use-clock.ts';
import { t } from '../../lib/words.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { Tag } from '../../ui/button/tag.tsx';
import { Field } from '../../ui/detail/detail.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { Toolbar } from '../../ui/layout/pane.tsx';
import { StatusChip } from '../../ui/marks/status-chip.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { accountFacts } from './account-facts.ts';
import { ConnectionLabel } from './connection-label.tsx';
import { ConnectionPermissions } from './connection-permissions.tsx';
import { ConnectionRecords } from './connection-records.tsx';
import { connectionLook, isUnprotected, testCodeWords } from './connection-words.ts';
import { useConnectionsScreen } from './connections-state.ts';
import { IdentityForm } from './identity-form.tsx';
import { KeyForm } from './key-form.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { SecretPlaceTag } from './secret-place.tsx';
import { StepList } from './step-list.tsx';
import { testSteps } from './test-steps.ts';
import { WhoAmI } from './who-am-i.tsx';

interface ConnectionDetailProps {
  readonly health: ConnectionHealth;
  readonly secrets: SecretStatus | undefined;
  readonly onBack?: () => void;
}

/** What a test found: its steps, and what to do where one failed. */
function TestResult({
  connection,
  test,
}: {
  readonly connection: Connection;
  readonly test: ReturnType<typeof useTest>;
}) {
  const vendor = vendorName(connection.vendor);
  if (test.data?.ok) {
    const { account } = test.data;
    return (
      <div className="connection-part" role="status">
        <p>{account === null ? t('connections.test-good') : t('connections.test-good-as', { account })}</p>
        <StepList steps={(testSteps(undefined) ?? []).slice(0, 3)} vendor={vendor} />
      </div>
    );
  }
  const failed = test.data && isErrorCode(test.data.error.code) ? test.data.error.code : undefined;
  const words = failed ? testCodeWords(failed, vendor) : test.error ? errorWords(test.error, vendor) : undefined;
  const steps = failed && testSteps(failed);
  if (words === undefined) return null;
  return (
    <div className="connection-part" role="alert">
      <Notice {...words} />
      {steps && <StepList steps={steps.slice(0, 3)} vendor={vendor} />}
    </div>
  );
}

function useTest(connection: Connection) {
  const call = useCall();
  return useMutation({ mutationFn: () => call('connections.test', { id: connection.id }) });
}

function Facts({ health, secrets }: Pick<ConnectionDetailProps, 'health' | 'secrets'>) {
  const zone = useZone();
  const now = useNow();
  const { connection, asOf } = health;
  const place = secrets?.connections[connection.id];
  return (
    <dl className="detail-fields connection-fields">
      <Field name={t('connections.status')}>
        <StatusChip {...connectionLook(health)} />
      </Field>
      <Field name={t('connections.as-of')}>
        <span className="num">{asOf === null ? t('nav.never') : dayAndTime(asOf, zone, now)}</span>
      </Field>
      <Field name={t('connections.address')}>
        <span className="connection-address">{connection.url}</span>
        {isUnprotected(connection) && (
          <Tag tone="late" icon={LockOpen} text={t('connections.http')} title={t('connections.http-long')} />
        )}
      </Field>
      <Field name={t(`connections.secret-of-${connection.vendor}`)}>{place && <SecretPlaceTag place={place} />}</Field>
      {place && <dd className="detail-why">{t(`connections.place-${place}-long`)}</dd>}
      {accountFacts(connection.vendor)?.listsPeople === true && <WhoAmI connection={connection} />}
    </dl>
  );
}

/** One account: how it stands, and everything that can be done with it. What removes it comes last. */
export function ConnectionDetail({ health, secrets, onBack }: ConnectionDetailProps) {
  const { connection } = health;
  const call = useCall();
  const toast = useToast((state) => state.show);
  const { editing, isRemoving, set } = useConnectionsScreen();
  const test = useTest(connection);
  const isPaused = connection.status === 'paused';
  const pause = useMutation({
    mutationFn: () => call('connections.update', { id: connection.id, paused: !isPaused }),
    onError: (error) => toast(errorWords(error).what),
  });
  const close = (): void => set({ editing: undefined });
  return (
    <>
      <Toolbar>
        {onBack && <h1 className="visually-hidden">{t('connections.title')}</h1>}
        {onBack && <IconButton icon={ArrowLeft} label={t('audits.back')} keys="Escape" onPress={onBack} />}
        <VendorMark {...vendorLook(connection.vendor)} />
        <h2 className="clip">{connection.name}</h2>
        <ConnectionLabel connection={connection} />
        <span className="grow" />
        <Button
          icon={PlugZap}
          isDisabled={test.isPending || connection.status === 'no-secret'}
          onPress={() => test.mutate()}
        >
          {test.isPending ? t('connections.testing') : t('connections.test')}
        </Button>
      </Toolbar>
      <div className="detail-body">
        {connection.status === 'key-rejected' && editing !== 'key' && (
          <div className="connection-part">
            <Notice {...codeWords('key-rejected', vendorName(connection.vendor))} />
          </div>
        )}
        <TestResult connection={connection} test={test} />
        {editing === 'identity' && (
          <div className="connection-part">
            <IdentityForm connection={connection} onDone={close} />
          </div>
        )}
        {editing === 'key' && (
          <div className="connection-part">
            <KeyForm key={connection.id} connection={connection} onDone={close} />
          </div>
        )}
        <Facts health={health} secrets={secrets} />
        <div className="detail-actions">
          <Button icon={PenLine} onPress={() => set({ editing: 'identity' })}>
            {t('connections.edit-identity')}
          </Button>
          <Button icon={KeyRound} onPress={() => set({ editing: 'key' })}>
            {t('connections.new-key')}
          </Button>
          <Button icon={isPaused ? Play : Pause} isDisabled={pause.isPending} onPress={() => pause.mutate()}>
            {isPaused ? t('connections.resume') : t('connections.pause')}
          </Button>
        </div>
        <p className="connection-part muted">{isPaused ? t('connections.resume-text') : t('connections.pause-text')}</p>
        <ConnectionRecords connection={connection} />
        <ConnectionPermissions connection={connection} />
        <div className="connection-danger">
          <Button look="danger" onPress={() => set({ isRemoving: true })}>
            {t('connections.remove')}
          </Button>
        </div>
      </div>
      <RemoveDialog connection={connection} isOpen={isRemoving} onClose={() => set({ isRemoving: false })} />
    </>
  );
}
