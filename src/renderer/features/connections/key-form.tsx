import type { Connection } from '../../../shared/model/connection.ts';
import { useCall } from '../../api/client.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { accountFacts, namesItsUser } from './account-facts.ts';
import { testErrorWords } from './connection-words.ts';
import { fieldProblems } from './field-problems.ts';
import { NetworkButton } from './network-way.tsx';
import { OtherProblems } from './other-problems.tsx';
import { wasKeyUsed } from './test-steps.ts';
import { useSecretCall } from '../../api/use-secret-call.ts';
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
  const key = useSecretFields(accountFacts(connection.vendor).secretFields);
  const saving = useSecretCall();
  const vendor = vendorName(connection.vendor);
  // Where no secret is needed, one is still what this form is for.
  const isGood = key.isFilled && !key.isEmpty && !saving.isPending;
  const shown = key.inputs.map(({ facts }) => facts.name);
  const problems = fieldProblems(saving.error, shown);
  return (
    <form
      className="form is-stacked key-form"
      aria-label={namesItsUser(connection.vendor) ? t('connections.new-login') : t('connections.new-key')}
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
      {/* Tells a password manager whose key this is, where the key itself does not. */}
      {!namesItsUser(connection.vendor) && (
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
      )}
      <VendorSecret vendor={connection.vendor} secret={key} takesFocus problems={problems.byField} />
      {saving.error && (
        <div role="alert">
          <Notice {...testErrorWords(saving.error, vendor)} actions={<NetworkButton code={saving.error.code} />} />
          <OtherProblems problems={problems} />
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
