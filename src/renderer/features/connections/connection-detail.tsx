import { useMutation } from '@tanstack/react-query';
import { ArrowLeft, KeyRound, LockOpen, LogOut, Pause, PenLine, Play, PlugZap } from 'lucide-react';
import type { Connection, SecretStatus } from '../../../shared/model/connection.ts';
import { useCall } from '../../api/client.ts';
import type { ConnectionHealth } from '../../api/connection-health.ts';
import { errorWords } from '../../api/error-words.ts';
import { useZone } from '../../api/use-workspace.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { dayAndTime } from '../../lib/dates.ts';
import { useNow } from '../../lib/use-clock.ts';
import { t } from '../../lib/words.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { Tag } from '../../ui/button/tag.tsx';
import { Field } from '../../ui/detail/detail.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { Toolbar } from '../../ui/layout/pane.tsx';
import { StatusChip } from '../../ui/marks/status-chip.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { accountFacts, namesItsUser } from './account-facts.ts';
import { AccountProblem } from './account-problem.tsx';
import { ConnectionLabel } from './connection-label.tsx';
import { ConnectionPermissions } from './connection-permissions.tsx';
import { ConnectionRecords } from './connection-records.tsx';
import { connectionLook, isUnprotected, placeWords } from './connection-words.ts';
import { useConnectionsScreen } from './connections-state.ts';
import { IdentityForm } from './identity-form.tsx';
import { KeyForm } from './key-form.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { SecretPlaceTag } from './secret-place.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { againKey, useSignIn } from './sign-in-state.ts';
import { TestResult } from './test-result.tsx';
import { useSignsIn } from './use-sign-in-option.ts';
import { WhoAmI } from './who-am-i.tsx';

interface ConnectionDetailProps {
  readonly health: ConnectionHealth;
  readonly secrets: SecretStatus | undefined;
  readonly onBack?: () => void;
}

function useTest(connection: Connection) {
  const call = useCall();
  return useMutation({ mutationFn: () => call('connections.test', { id: connection.id }) });
}

/** What the secret of an account is called. */
const secretName = ({ vendor }: Connection, signsIn: boolean): string =>
  signsIn ? t('connections.sign-in') : t(`connections.secret-of-${vendor}`);

/** What giving an account another secret is called. */
const newSecretWords = ({ vendor }: Connection, signsIn: boolean): string => {
  if (signsIn) return t('connections.sign-in-again');
  return namesItsUser(vendor) ? t('connections.new-login') : t('connections.new-key');
};

/** A secret with a user's name in it says whose it is; of any other its person says it, from the people of the account. */
const asksWhoAmI = ({ vendor }: Connection): boolean => accountFacts(vendor).listsPeople && !namesItsUser(vendor);

interface FactsProps extends Pick<ConnectionDetailProps, 'health' | 'secrets'> {
  readonly signsIn: boolean;
}

function Facts({ health, secrets, signsIn }: FactsProps) {
  const zone = useZone();
  const now = useNow();
  const { connection, asOf } = health;
  const place = secrets?.connections[connection.id];
  return (
    <dl className="detail-fields connection-fields">
      <Field name={t('connections.status')}>
        <StatusChip {...connectionLook(health, signsIn)} />
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
      <Field name={secretName(connection, signsIn)}>
        {place && <SecretPlaceTag connection={connection} place={place} />}
      </Field>
      {place && <dd className="detail-why">{placeWords(connection, place, signsIn)}</dd>}
      {asksWhoAmI(connection) && <WhoAmI connection={connection} />}
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
  const signsIn = useSignsIn(connection);
  const signOut = useMutation({
    mutationFn: () => call('connections.signOut', { id: connection.id }),
    onSuccess: () => toast(t('connections.signed-out', { name: connection.name })),
    onError: (error) => toast(errorWords(error).what),
  });
  const place = secrets?.connections[connection.id];
  const isWaiting = useSignIn(({ run }) => run?.key === againKey(connection.id));
  const close = (): void => set({ editing: undefined });
  const isEntering = editing === 'key' || isWaiting;
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
        {!isEntering && <AccountProblem health={health} signsIn={signsIn} onSignIn={() => set({ editing: 'key' })} />}
        <TestResult connection={connection} test={test} hasSecret={place !== 'none'} />
        {editing === 'identity' && (
          <div className="connection-part">
            <IdentityForm connection={connection} onDone={close} />
          </div>
        )}
        {isEntering && (
          <div className="connection-part">
            {signsIn ? (
              <SignInAgain connection={connection} onDone={close} />
            ) : (
              <KeyForm key={connection.id} connection={connection} onDone={close} />
            )}
          </div>
        )}
        <Facts health={health} secrets={secrets} signsIn={signsIn} />
        <div className="detail-actions">
          <Button icon={PenLine} onPress={() => set({ editing: 'identity' })}>
            {t('connections.edit-identity')}
          </Button>
          <Button icon={KeyRound} onPress={() => set({ editing: 'key' })}>
            {newSecretWords(connection, signsIn)}
          </Button>
          {signsIn && place !== undefined && place !== 'none' && (
            <Button icon={LogOut} isDisabled={signOut.isPending} onPress={() => signOut.mutate()}>
              {t('connections.sign-out')}
            </Button>
          )}
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
