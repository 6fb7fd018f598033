import { useState } from 'react';
import type { Connection } from '../../../shared/model/connection.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { wordOf, t } from '../../lib/words.ts';
import { RadioFields } from '../../ui/fields/choice-fields.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { connectableVendors } from './account-facts.ts';
import { AccountForm } from './account-form.tsx';

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
  const [chosen, setChosen] = useState<Vendor | undefined>(
    () => connectableVendors.find(isNew) ?? connectableVendors[0],
  );
  return (
    <div className="connection-add">
      {isAlone && <h1 className="visually-hidden">{t('connections.add')}</h1>}
      <RadioFields
        legend={t('connections.system')}
        name="vendor"
        className="account-systems"
        selected={chosen ?? ''}
        onSelect={(id) => setChosen(connectableVendors.find((vendor) => vendor === id))}
        options={connectableVendors.map((vendor) => ({
          id: vendor,
          label: (
            <span className="account-system">
              <VendorMark {...vendorLook(vendor)} isDecoration />
              {vendorLook(vendor).name}
            </span>
          ),
          note: wordOf('connections.brings-', vendor, 'first-run.later'),
        }))}
      />
      {chosen && <AccountForm key={chosen} vendor={chosen} onAdded={onAdded} onCancel={onCancel} />}
    </div>
  );
}
