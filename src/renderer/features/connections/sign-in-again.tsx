import type { Connection } from '../../../shared/model/connection.ts';
import { codeWords } from '../../api/error-words.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { t } from '../../lib/words.ts';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { SignInForm } from './sign-in-form.tsx';
import { againKey } from './sign-in-state.ts';
import { useAccountSignInOption } from './use-sign-in-option.ts';

interface SignInAgainProps {
  readonly connection: Connection;
  readonly onDone: () => void;
}

/** Signs in to an account that is there. It stays as it is until the new sign-in was tried. */
export function SignInAgain({ connection, onDone }: SignInAgainProps) {
  const { option, isKnown } = useAccountSignInOption(connection);
  const toast = useToast((state) => state.show);
  if (!isKnown) return null;
  if (option === undefined) return <Notice {...codeWords('not-offered-here', vendorName(connection.vendor))} />;
  return (
    <div className="key-form">
      <SignInForm
        id={againKey(connection.id)}
        option={option}
        label={t('connections.sign-in-again')}
        account={connection.id}
        name={connection.name}
        onDone={() => {
          toast(t('connections.signed-in', { name: connection.name }));
          onDone();
        }}
        onCancel={onDone}
      />
    </div>
  );
}
