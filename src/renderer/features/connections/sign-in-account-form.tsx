import type { Connection } from '../../../shared/model/connection.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { codeWords } from '../../api/error-words.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { t } from '../../lib/words.ts';
import { Notice } from '../../ui/feedback/notice.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { newAccountKey } from './sign-in-state.ts';
import { useSignInOption } from './use-sign-in-option.ts';

interface SignInAccountFormProps {
  readonly vendor: Vendor;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onAdded: (connection: Connection) => void;
  readonly onCancel?: () => void;
}

/** Connects an account that its person signs in to in their own browser. */
export function SignInAccountForm({ vendor, name, onName, onAdded, onCancel }: SignInAccountFormProps) {
  const { option, isKnown } = useSignInOption(vendor);
  if (!isKnown) return null;
  if (option === undefined) return <Notice {...codeWords('not-offered-here', vendorName(vendor))} />;
  return (
    <SignInForm
      id={newAccountKey(vendor)}
      option={option}
      label={t('connections.add-title', { vendor: vendorName(vendor) })}
      name={name}
      onName={onName}
      onDone={onAdded}
      {...(onCancel ? { onCancel } : {})}
    />
  );
}
