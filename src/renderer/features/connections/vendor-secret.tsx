import { TriangleAlert } from 'lucide-react';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { SecretField } from '../../ui/fields/secret-field.tsx';
import { accountFacts, secretFieldOf } from './account-facts.ts';
import type { useSecretField } from './use-secret-field.ts';

interface VendorSecretProps {
  readonly vendor: Vendor;
  readonly secret: ReturnType<typeof useSecretField>;
  readonly takesFocus?: boolean;
}

/** The secret of a vendor's account under the vendor's own name for it, with where to find it and what is odd about it. */
export function VendorSecret({ vendor, secret, takesFocus = false }: VendorSecretProps) {
  const name = secretFieldOf(vendor);
  const isOdd = secret.hasBearer && accountFacts(vendor)?.isSecretRaw === true;
  return (
    <>
      <SecretField
        label={t(`connections.secret-${name}`)}
        field={secret.field}
        onFilled={secret.onFilled}
        takesFocus={takesFocus}
        note={t(`connections.secret-${name}-note`, { vendor: vendorName(vendor) })}
      />
      {isOdd && (
        <div className="form-row" role="alert">
          <div className="form-wide secret-odd">
            <p className="form-note is-warn">
              <TriangleAlert className="icon icon-12" aria-hidden="true" />
              {t('connections.bearer', { vendor: vendorName(vendor) })}
            </p>
            <Button onPress={secret.dropBearer}>{t('connections.bearer-drop')}</Button>
          </div>
        </div>
      )}
    </>
  );
}
