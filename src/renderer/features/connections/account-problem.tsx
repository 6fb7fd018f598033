import { KeyRound } from 'lucide-react';
import type { ConnectionHealth } from '../../api/connection-health.ts';
import { codeWords } from '../../api/error-words.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { NetworkButton } from './network-way.tsx';
import { isOfTheWay } from './test-steps.ts';

interface AccountProblemProps {
  readonly health: ConnectionHealth;
  /** Its person signs in to it in a browser. */
  readonly signsIn: boolean;
  readonly onSignIn: () => void;
}

/** Why an account is not read any more, and what its person can do about it; nothing where that is said elsewhere. */
export function AccountProblem({ health, signsIn, onSignIn }: AccountProblemProps) {
  const { connection, problem, error } = health;
  const vendor = vendorName(connection.vendor);
  if (signsIn && (problem === 'key-rejected' || problem === 'key-missing')) {
    return (
      <div className="connection-part">
        <Notice
          tone="warn"
          icon={KeyRound}
          what={t(`connections.sign-in-${problem}.what`, { vendor })}
          data={t('connections.sign-in-readable')}
          todo={t('connections.sign-in-todo', { vendor })}
          actions={<Button onPress={onSignIn}>{t('connections.sign-in-again')}</Button>}
        />
      </div>
    );
  }
  const code = problem === 'key-rejected' ? 'key-rejected' : error?.code;
  if (problem === 'none' || code === undefined || !(code === 'key-rejected' || isOfTheWay(code))) return null;
  return (
    <div className="connection-part">
      <Notice {...codeWords(code, vendor)} actions={<NetworkButton code={code} />} />
    </div>
  );
}
