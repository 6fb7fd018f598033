import type { Connection } from '../../../shared/model/connection.ts';
import { useCall } from '../../api/client.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { accountFacts } from './account-facts.ts';
import { testErrorWords } from './connection-words.ts';
import { wasKeyUsed } from './test-steps.ts';
import { useSecretCall } from './use-secret-call.ts';
import { useSecretFields } from './use-secret-fields.ts';
import { VendorSecret } from './vendor-secret.tsx';

interface KeyFormProps {
  readonly connection: Connection;
  readonly onDone: () => void;
}

/** A new key for an account: tried before the old one is given up. */
export function KeyForm({ connection, onDone }: KeyFormProps) {
  const call = useCall();
  const toast = useToast((state) => state.show);
  const key = useSecretFields(accountFacts(connection.vendor)?.secretFields ?? []);
  const saving = useSecretCall();
  const vendor = vendorName(connection.vendor);
  const isGood = key.isFilled && !saving.isPending;
  return (
    <form
      className="form is-stacked key-form"
      aria-label={t('connections.new-key')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isGood) return;
        saving.run(
          () => call('connections.setSecret', { id: connection.id, secret: key.read() ?? {} }),
          () => {
            key.empty();
            toast(t('connections.key-saved'));
            onDone();
          },
          ({ code }) => {
            if (wasKeyUsed(code)) key.empty();
          },
        );
      }}
    >
      {/* Tells a password manager whose key this is. */}
      <input
        type="text"
        name="username"
        autoComplete="username"
        value={connection.name}
        readOnly
        tabIndex={-1}
        aria-label={t('connections.name')}
        className="visually-hidden"
      />
      <VendorSecret vendor={connection.vendor} secret={key} takesFocus />
      {saving.error && (
        <div role="alert">
          <Notice {...testErrorWords(saving.error, vendor)} />
        </div>
      )}
      <div className="form-foot">
        <Button look="primary" type="submit" keys="Enter" isDisabled={!isGood}>
          {saving.isPending ? t('connections.testing') : t('connections.test-and-save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('part.cancel')}
        </Button>
      </div>
    </form>
  );
}
