import { useState } from 'react';
import type { Connection } from '../../../shared/model/connection.ts';
import { VENDORS, type Vendor } from '../../../shared/model/vendor.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { t } from '../../lib/words.ts';
import { RadioFields } from '../../ui/fields/choice-fields.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { AccountForm } from './account-form.tsx';
import { newAccountKey, useSignIn } from './sign-in-state.ts';

interface AddAccountProps {
  /** The accounts there are: the first system without one is proposed. */
  readonly connections: readonly Connection[];
  readonly onAdded: (connection: Connection) => void;
  readonly onCancel: () => void;
  /** No list stands beside it whose title says where one is. */
  readonly isAlone: boolean;
}

/** Another account: first of which system, then what that system asks for. Changing the system empties the form. */
export function AddAccount({ connections, onAdded, onCancel, isAlone }: AddAccountProps) {
  const isNew = (vendor: Vendor): boolean => connections.every((connection) => connection.vendor !== vendor);
  // A sign-in that goes on is what the person came back to.
  const waiting = useSignIn(({ run }) => VENDORS.find((vendor) => run?.key === newAccountKey(vendor)));
  const [chosen, setChosen] = useState<Vendor | undefined>(() => waiting ?? VENDORS.find(isNew) ?? VENDORS[0]);
  return (
    <div className="connection-add">
      {isAlone && <h1 className="visually-hidden">{t('connections.add')}</h1>}
      <RadioFields
        legend={t('connections.system')}
        name="vendor"
        className="account-systems"
        selected={chosen ?? ''}
        onSelect={(id) => setChosen(VENDORS.find((vendor) => vendor === id))}
        options={VENDORS.map((vendor) => ({
          id: vendor,
          label: (
            <span className="account-system">
              <VendorMark {...vendorLook(vendor)} isDecoration />
              {vendorLook(vendor).name}
            </span>
          ),
          note: t(`connections.brings-${vendor}`),
        }))}
      />
      {chosen && <AccountForm key={chosen} vendor={chosen} onAdded={onAdded} onCancel={onCancel} />}
    </div>
  );
}
