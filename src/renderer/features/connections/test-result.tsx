import { isErrorCode } from '../../../shared/errors/codes.ts';
import type { ConnectionTest } from '../../../shared/contract/connections.ts';
import type { Connection } from '../../../shared/model/connection.ts';
import { errorWords } from '../../api/error-words.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { t } from '../../lib/words.ts';
import { Notice } from '../../ui/feedback/notice.tsx';
import { testCodeWords } from './connection-words.ts';
import { NetworkButton } from './network-way.tsx';
import { StepList } from './step-list.tsx';
import { testSteps, type TestStep } from './test-steps.ts';

interface TestResultProps {
  readonly connection: Connection;
  readonly test: { readonly data: ConnectionTest | undefined; readonly error: Error | null };
  /** Whether the account has a secret that was tried; where it has none, nothing is said of one. */
  readonly hasSecret: boolean;
}

/** What a test found: its steps, and what to do where one failed. */
export function TestResult({ connection, test, hasSecret }: TestResultProps) {
  const vendor = vendorName(connection.vendor);
  const shown = (steps: readonly TestStep[]): readonly TestStep[] =>
    steps.filter(({ name }) => name !== 'kept' && (name !== 'key' || hasSecret));
  if (test.data?.ok) {
    const { account } = test.data;
    return (
      <div className="connection-part" role="status">
        <p>{account === null ? t('connections.test-good') : t('connections.test-good-as', { account })}</p>
        <StepList steps={shown(testSteps(undefined) ?? [])} vendor={vendor} />
      </div>
    );
  }
  const failed = test.data && isErrorCode(test.data.error.code) ? test.data.error.code : undefined;
  const words = failed ? testCodeWords(failed, vendor) : test.error ? errorWords(test.error, vendor) : undefined;
  const steps = failed && testSteps(failed);
  if (words === undefined) return null;
  return (
    <div className="connection-part" role="alert">
      <Notice {...words} actions={failed && <NetworkButton code={failed} />} />
      {steps && <StepList steps={shown(steps)} vendor={vendor} />}
    </div>
  );
}
