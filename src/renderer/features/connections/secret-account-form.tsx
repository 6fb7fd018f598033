import { useState } from 'react';
import type { Connection } from '../../../shared/model/connection.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { useCall } from '../../api/client.ts';
import { useSecretCall } from '../../api/use-secret-call.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { accountFacts, protectionOf } from './account-facts.ts';
import { AddressField } from './address-field.tsx';
import { testErrorWords } from './connection-words.ts';
import { fieldProblems } from './field-problems.ts';
import { NameField } from './name-field.tsx';
import { NetworkButton } from './network-way.tsx';
import { OtherProblems } from './other-problems.tsx';
import { StepList } from './step-list.tsx';
import { testSteps, wasKeyUsed } from './test-steps.ts';
import { useSecretFields } from './use-secret-fields.ts';
import { VendorSecret } from './vendor-secret.tsx';

interface SecretAccountFormProps {
  readonly vendor: Vendor;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onAdded: (connection: Connection) => void;
  readonly onCancel?: () => void;
}

/** A secret that was given; none where it may be left out. */
const withSecret = (secret: Readonly<Record<string, string>> | undefined) => (secret === undefined ? {} : { secret });

/**
 * Connects an account: name, address, secret; tried with one read before anything is kept. The secret lives in its fields
 * and nowhere else on this page; once it was used they are empty again.
 */
export function SecretAccountForm({ vendor, name, onName, onAdded, onCancel }: SecretAccountFormProps) {
  const call = useCall();
  const facts = accountFacts(vendor);
  const [address, setAddress] = useState(facts.defaultUrl ?? '');
  const key = useSecretFields(facts.secretFields);
  const [isOpenAllowed, setOpenAllowed] = useState(false);
  const [wasEmptied, setEmptied] = useState(false);
  const adding = useSecretCall();
  const { error } = adding;
  const protection = protectionOf(address);
  const isGood =
    name.trim() !== '' &&
    key.isFilled &&
    protection !== 'invalid' &&
    (protection !== 'open' || isOpenAllowed) &&
    !adding.isPending;

  const submit = (): void => {
    if (!isGood) return;
    adding.run(
      () =>
        call('connections.add', {
          vendor,
          name: name.trim(),
          url: address.trim(),
          ...withSecret(key.read()),
          allowHttp: protection === 'open' && isOpenAllowed,
        }),
      (connection) => {
        key.empty();
        onAdded(connection);
      },
      ({ code }) => {
        setEmptied(wasKeyUsed(code) && !key.isEmpty);
        if (wasKeyUsed(code)) key.empty();
      },
    );
  };

  const shown = ['name', 'url', ...key.inputs.map((input) => input.facts.name)];
  const problems = fieldProblems(error, shown);
  const steps = error === undefined ? undefined : testSteps(error.code);
  return (
    <form
      className="form"
      aria-label={t('connections.add-title', { vendor: vendorName(vendor) })}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <NameField vendor={vendor} name={name} onChange={onName} problem={problems.byField.get('name')} />
      <AddressField
        vendor={vendor}
        address={address}
        onChange={setAddress}
        isOpenAllowed={isOpenAllowed}
        onOpenAllowed={setOpenAllowed}
        problem={problems.byField.get('url')}
      />
      <VendorSecret vendor={vendor} secret={key} problems={problems.byField} />
      {error && (
        <div className="form-row" role="alert">
          <div className="form-wide">
            <Notice {...testErrorWords(error, vendorName(vendor))} actions={<NetworkButton code={error.code} />} />
            <OtherProblems problems={problems} />
            {wasEmptied && <p className="form-note">{t('connections.key-cleared')}</p>}
          </div>
        </div>
      )}
      {steps && (
        <div className="form-row">
          <div className="form-wide">
            <StepList steps={steps} vendor={vendorName(vendor)} />
          </div>
        </div>
      )}
      <div className="form-foot">
        <Button look="primary" type="submit" keys="Enter" isDisabled={!isGood}>
          {adding.isPending ? t('connections.testing') : t('connections.test-and-save')}
        </Button>
        {onCancel && (
          <Button look="quiet" onPress={onCancel}>
            {t('part.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
