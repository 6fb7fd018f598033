import { TriangleAlert } from 'lucide-react';
import { Fragment } from 'react';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { SecretField } from '../../ui/fields/secret-field.tsx';
import { labelOfSecret, noteOfSecret } from './connection-words.ts';
import type { SecretInputs } from './use-secret-fields.ts';

interface VendorSecretProps {
  readonly vendor: Vendor;
  readonly secret: SecretInputs;
  readonly takesFocus?: boolean;
  /** What was found wrong, by field. */
  readonly problems: ReadonlyMap<string, string>;
}

/** The secret of a vendor's account under the vendor's own names for it, with where to find it and what is odd about it. */
export function VendorSecret({ vendor, secret, takesFocus = false, problems }: VendorSecretProps) {
  return secret.inputs.map(({ facts, field, hasBearer, onChange, dropBearer }, index) => (
    <Fragment key={facts.name}>
      <SecretField
        label={labelOfSecret(vendor, facts.name)}
        field={field}
        onChange={onChange}
        takesFocus={takesFocus && index === 0}
        isShown={facts.isShown ?? false}
        isRequired={facts.isOptional !== true}
        kind={facts.name}
        note={noteOfSecret(vendor, facts.name)}
        problem={problems.get(facts.name)}
      />
      {hasBearer && (
        <div className="form-row" role="alert">
          <div className="form-wide secret-odd">
            <p className="form-note is-warn">
              <TriangleAlert className="icon icon-12" aria-hidden="true" />
              {t('connections.bearer', { vendor: vendorName(vendor) })}
            </p>
            <Button onPress={dropBearer}>{t('connections.bearer-drop')}</Button>
          </div>
        </div>
      )}
    </Fragment>
  ));
}
