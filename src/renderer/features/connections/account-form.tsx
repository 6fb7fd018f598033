import { LockOpen, Lock } from 'lucide-react';
import { useState } from 'react';
import type { Connection } from '../../../shared/model/connection.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { useCall } from '../../api/client.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { CheckField } from '../../ui/fields/choice-fields.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { accountFacts, protectionOf } from './account-facts.ts';
import { testErrorWords } from './connection-words.ts';
import { StepList } from './step-list.tsx';
import { testSteps, wasKeyUsed } from './test-steps.ts';
import { useSecretCall } from './use-secret-call.ts';
import { useSecretFields } from './use-secret-fields.ts';
import { VendorSecret } from './vendor-secret.tsx';
import './connections.css';

interface AccountFormProps {
  readonly vendor: Vendor;
  readonly onAdded: (connection: Connection) => void;
  /** Left out where there is nothing to go back to. */
  readonly onCancel?: () => void;
}

/** Says how the address is protected while it is typed. */
function AddressNote({ address }: { readonly address: string }) {
  const protection = protectionOf(address);
  if (protection === 'invalid') return <span>{t('connections.address-invalid')}</span>;
  const Icon = protection === 'open' ? LockOpen : Lock;
  return (
    <span className={protection === 'open' ? 'form-note is-late' : 'form-note'}>
      <Icon className="icon icon-12" aria-hidden="true" />
      {t(`connections.address-${protection}`)}
    </span>
  );
}

/** A secret that was given; none where it may be left out. */
const withSecret = (secret: Readonly<Record<string, string>> | undefined) => (secret === undefined ? {} : { secret });

/**
 * Connects an account: name, address, key; tried with one read before anything is kept. The key lives in its field and
 * nowhere else on this page; once it was used the field is empty again.
 */
export function AccountForm({ vendor, onAdded, onCancel }: AccountFormProps) {
  const call = useCall();
  const facts = accountFacts(vendor);
  const usual = facts?.defaultUrl ?? '';
  const [name, setName] = useState('');
  const [address, setAddress] = useState(usual);
  const [isAddressShown, setAddressShown] = useState(usual === '');
  const key = useSecretFields(facts?.secretFields ?? []);
  const [isOpenAllowed, setOpenAllowed] = useState(false);
  const adding = useSecretCall();
  const look = vendorLook(vendor);
  // To a password manager the login is the user's name where the vendor has one, else what the person calls the account.
  const hasOwnName = facts?.secretFields.some((field) => field.name === 'username') === true;
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
        if (wasKeyUsed(code)) key.empty();
      },
    );
  };

  const steps = adding.error === undefined ? undefined : testSteps(adding.error.code);
  return (
    <form
      className="form account-form"
      aria-label={t('connections.add-title', { vendor: look.name })}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="account-head">
        <VendorMark {...look} isDecoration />
        <h2>{look.name}</h2>
      </div>
      <TextField
        label={t('connections.name')}
        {...(hasOwnName ? {} : { name: 'username', autoComplete: 'username' })}
        value={name}
        maxLength={100}
        isRequired
        placeholder={t('connections.name-example')}
        onChange={setName}
        note={t('connections.name-note')}
      />
      {isAddressShown ? (
        <TextField
          label={t('connections.address')}
          type="url"
          name="url"
          takesFocus={usual !== ''}
          value={address}
          placeholder={facts?.addressExample ?? ''}
          suggestions={[usual, ...(facts?.otherUrls ?? [])].filter((url) => url !== '')}
          maxLength={500}
          isRequired
          onChange={setAddress}
          note={
            address === '' ? (
              t('connections.address-own', { example: facts?.addressExample ?? '' })
            ) : (
              <AddressNote address={address} />
            )
          }
        />
      ) : (
        <div className="form-row">
          <span className="form-label">{t('connections.address')}</span>
          <div className="account-address">
            <span className="connection-address selectable">{address}</span>
            <Button look="quiet" onPress={() => setAddressShown(true)}>
              {t('connections.address-change')}
            </Button>
          </div>
        </div>
      )}
      {protection === 'open' && (
        <div className="form-row">
          <div className="form-wide">
            <CheckField
              label={t('connections.allow-http')}
              note={t('connections.allow-http-note', { vendor: look.name })}
              isChecked={isOpenAllowed}
              onChange={setOpenAllowed}
            />
          </div>
        </div>
      )}
      <VendorSecret vendor={vendor} secret={key} />
      {adding.error && (
        <div className="form-row" role="alert">
          <div className="form-wide">
            <Notice {...testErrorWords(adding.error, look.name)} />
            {wasKeyUsed(adding.error.code) && <p className="form-note">{t('connections.key-cleared')}</p>}
          </div>
        </div>
      )}
      {steps && (
        <div className="form-row">
          <div className="form-wide">
            <StepList steps={steps} vendor={look.name} />
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
