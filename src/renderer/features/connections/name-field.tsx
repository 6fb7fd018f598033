import type { Vendor } from '../../../shared/model/vendor.ts';
import { t } from '../../lib/words.ts';
import { TextField } from '../../ui/fields/text-field.tsx';
import { namesItsUser } from './account-facts.ts';

interface NameFieldProps {
  readonly vendor: Vendor;
  readonly name: string;
  readonly onChange: (name: string) => void;
  readonly takesFocus?: boolean;
  readonly problem: string | undefined;
}

/** How the person calls an account. */
export function NameField({ vendor, name, onChange, takesFocus = false, problem }: NameFieldProps) {
  // To a password manager the login is the user's name where the vendor has one, else what the person calls the account.
  const login = namesItsUser(vendor) ? {} : { name: 'username', autoComplete: 'username' };
  return (
    <TextField
      {...login}
      label={t('connections.name')}
      value={name}
      maxLength={100}
      isRequired
      takesFocus={takesFocus}
      placeholder={t('connections.name-example')}
      onChange={onChange}
      note={t('connections.name-note')}
      problem={problem}
    />
  );
}
