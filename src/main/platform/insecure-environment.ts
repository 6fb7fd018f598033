import { AppError } from '../../shared/errors/app-error.ts';

/**
 * Refuses to work where Node was told to take any certificate for a vendor's: keys would go to whoever answers.
 *
 * @throws AppError `insecure-environment`
 */
export function refuseInsecureEnvironment(environment: Readonly<Record<string, string | undefined>>): void {
  if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0') return;
  throw new AppError('insecure-environment', 'NODE_TLS_REJECT_UNAUTHORIZED switches certificate checks off.');
}
