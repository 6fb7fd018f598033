import { AppError } from '../../../shared/errors/app-error.ts';

/** The fields of a vendor's secret by name, and which may be left out. */
export type SecretFields = Readonly<Record<string, 'needed' | 'optional'>>;

/** Whether a connection may do without a secret: its calls then go without credentials. */
export const isSecretOptional = (fields: SecretFields): boolean =>
  Object.values(fields).every((field) => field === 'optional');

/**
 * Checks the names of a secret's fields, never what is in them. Throws AppError `bad-input` that names the first field
 * that is missing, empty or none of the vendor's.
 */
export function checkSecret(fields: SecretFields, secret: Readonly<Record<string, string>>): void {
  const refuse = (name: string, problem: string): never => {
    throw new AppError('bad-input', `secret.${name}: ${problem}`, { data: { field: `secret.${name}` } });
  };
  const known = Object.keys(fields).join(', ');
  for (const name of Object.keys(secret)) {
    if (!Object.hasOwn(fields, name)) refuse(name.slice(0, 50), `is not a field of this vendor’s secret (${known})`);
  }
  for (const [name, rule] of Object.entries(fields)) {
    if (rule === 'needed' && (secret[name] ?? '') === '') refuse(name, `is missing (${known})`);
  }
}
