import { Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { isMessageKey, t, wordOf } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { CheckField } from '../../ui/fields/choice-fields.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { accountFacts, protectionOf } from './account-facts.ts';

/** More than these are suggested while somebody types; these few stand there to be pressed. */
const FEW = 3;

/** Says how the address is protected while it is typed. */
export function AddressNote({ address }: { readonly address: string }) {
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

interface OtherAddressesProps {
  readonly words: string;
  readonly addresses: readonly string[];
  readonly onChoose: (address: string) => void;
}

/** The few other addresses that may be meant, each to be pressed: suggestions of a field that is filled are not seen. */
export function OtherAddresses({ words, addresses, onChoose }: OtherAddressesProps) {
  if (addresses.length === 0) return null;
  return (
    <div className="form-row">
      <div className="form-wide other-addresses">
        <span>{words}</span>
        {addresses.map((address) => (
          <button key={address} type="button" className="link" onClick={() => onChoose(address)}>
            {address}
          </button>
        ))}
      </div>
    </div>
  );
}

/** What an address of one's own looks like, or where it is found. */
function ownAddress(vendor: Vendor, example: string): string {
  const key = `connections.address-own-${vendor}`;
  return t(isMessageKey(key) ? key : 'connections.address-own', { example });
}

interface AddressFieldProps {
  readonly vendor: Vendor;
  readonly address: string;
  readonly onChange: (address: string) => void;
  /** Whether the person lets the key travel unprotected to this address. */
  readonly isOpenAllowed: boolean;
  readonly onOpenAllowed: (isAllowed: boolean) => void;
  readonly problem: string | undefined;
}

/** The vendor's own address as it is, until the person asks to change it; a field where each account has its own. */
export function AddressField(props: AddressFieldProps) {
  const { vendor, address, onChange, isOpenAllowed, onOpenAllowed, problem } = props;
  const { defaultUrl, otherUrls, addressExample } = accountFacts(vendor);
  const [isChanging, setChanging] = useState(defaultUrl === null);
  const known = [...(defaultUrl === null ? [] : [defaultUrl]), ...otherUrls];
  const others = otherUrls.length === 0 || known.length > FEW ? [] : known.filter((url) => url !== address);
  return (
    <>
      {isChanging || problem !== undefined ? (
        <TextField
          label={t('connections.address')}
          type="url"
          name="url"
          takesFocus={defaultUrl !== null}
          value={address}
          placeholder={addressExample}
          suggestions={known}
          maxLength={500}
          isRequired
          onChange={onChange}
          note={address === '' ? ownAddress(vendor, addressExample) : <AddressNote address={address} />}
          problem={problem}
        />
      ) : (
        <div className="form-row">
          <span className="form-label">{t('connections.address')}</span>
          <div className="account-address">
            <span className="connection-address selectable">{address}</span>
            <Button look="quiet" onPress={() => setChanging(true)}>
              {t('connections.address-change')}
            </Button>
          </div>
        </div>
      )}
      <OtherAddresses
        words={wordOf('connections.address-other-', vendor, 'connections.address-other')}
        addresses={others}
        onChoose={onChange}
      />
      {protectionOf(address) === 'open' && (
        <div className="form-row">
          <div className="form-wide">
            <CheckField
              label={t('connections.allow-http')}
              note={t('connections.allow-http-note', { vendor: vendorName(vendor) })}
              isChecked={isOpenAllowed}
              onChange={onOpenAllowed}
            />
          </div>
        </div>
      )}
    </>
  );
}
