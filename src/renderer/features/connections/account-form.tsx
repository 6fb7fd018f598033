import { useState } from 'react';
import type { Connection } from '../../../shared/model/connection.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { t } from '../../lib/words.ts';
import { RadioFields } from '../../ui/fields/choice-fields.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { accountFacts } from './account-facts.ts';
import { SecretAccountForm } from './secret-account-form.tsx';
import { SignInAccountForm } from './sign-in-account-form.tsx';
import { newAccountKey, useSignIn } from './sign-in-state.ts';
import './connections.css';

interface AccountFormProps {
  readonly vendor: Vendor;
  readonly onAdded: (connection: Connection) => void;
  /** Left out where there is nothing to go back to. */
  readonly onCancel?: () => void;
}

const METHODS = ['browser', 'secret'] as const;

/** Connects an account: by the secret that the vendor gives for programs, or by a sign-in in the person's browser. */
export function AccountForm({ vendor, onAdded, onCancel }: AccountFormProps) {
  const offersSignIn = accountFacts(vendor).signInUrl !== undefined;
  const [method, setMethod] = useState<(typeof METHODS)[number]>(offersSignIn ? 'browser' : 'secret');
  const started = useSignIn((state) => state.valuesOf(newAccountKey(vendor)));
  const isWaiting = useSignIn(({ run }) => run?.key === newAccountKey(vendor));
  const [name, setName] = useState(started?.name ?? '');
  const look = vendorLook(vendor);
  const common = { vendor, name, onName: setName, onAdded, ...(onCancel ? { onCancel } : {}) };
  return (
    <div className="account-form">
      <div className="account-head">
        <VendorMark {...look} isDecoration />
        <h2>{look.name}</h2>
      </div>
      {offersSignIn && !isWaiting && (
        <RadioFields
          legend={t('connections.method', { vendor: look.name })}
          isLegendHidden
          name="method"
          className="account-methods"
          selected={method}
          onSelect={setMethod}
          options={METHODS.map((id) => ({
            id,
            label: t(`connections.method-${id}`),
            note: t(`connections.method-${id}-note`, { vendor: look.name }),
          }))}
        />
      )}
      {method === 'browser' ? <SignInAccountForm {...common} /> : <SecretAccountForm {...common} />}
    </div>
  );
}
