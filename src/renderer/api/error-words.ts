import { AppError, isAppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';
import { VENDOR_NAMES, VENDORS } from '../../shared/model/vendor.ts';
import { t } from '../lib/words.ts';

/** What a person is told of an error: what happened, what it means for their data, what to do, and the code to quote. */
export interface ErrorWords {
  readonly what: string;
  readonly data: string;
  readonly todo: string;
  readonly code: string;
}

const vendorNames = (): string => VENDORS.map((vendor) => VENDOR_NAMES[vendor]).join(' / ');

/** The vendor's own name where the error tells which it was. */
function vendorOf({ data }: AppError, fallback: string | undefined): string {
  const named = data['vendor'];
  const vendor = VENDORS.find((one) => one === named);
  return vendor === undefined ? (fallback ?? vendorNames()) : VENDOR_NAMES[vendor];
}

/** Words for an error code; `vendor` is the name to use. */
export const codeWords = (code: ErrorCode, vendor: string): ErrorWords => ({
  what: t(`error.${code}.what`, { vendor }),
  data: t(`error.${code}.data`, { vendor }),
  todo: t(`error.${code}.do`, { vendor }),
  code,
});

/**
 * Words for anything that was thrown. `vendor` names the vendor where the error itself does not. The vendor's own code
 * to quote (`supportCode`) is added where there is one.
 */
export function errorWords(thrown: unknown, vendor?: string): ErrorWords {
  const error = isAppError(thrown) ? thrown : new AppError('internal', 'Something else was thrown.', { cause: thrown });
  const words = codeWords(error.code, vendorOf(error, vendor));
  const extra = [error.data['status'], error.data['supportCode']].filter(
    // Status 0: no answer came, and there is no number to quote.
    (part): part is string | number => typeof part === 'string' || (typeof part === 'number' && part !== 0),
  );
  return extra.length === 0 ? words : { ...words, code: [error.code, ...extra].join(' ') };
}
