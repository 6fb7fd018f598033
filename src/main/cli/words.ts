import { IntlMessageFormat } from 'intl-messageformat';
import type { AppError } from '../../shared/errors/app-error.ts';
import { errorMessages } from '../../shared/messages/en/errors.ts';
import { VENDOR_NAMES, type Vendor } from '../../shared/model/vendor.ts';

const vendorName = (error: AppError): string => {
  const vendor = error.data['vendor'];
  return typeof vendor === 'string' && vendor in VENDOR_NAMES ? VENDOR_NAMES[vendor as Vendor] : 'The vendor';
};

/** An error for a person: what happened, what it means for the data, what to do, and the code to quote. */
export function errorWords(error: AppError): string {
  const values = { vendor: vendorName(error) };
  const say = (part: 'what' | 'data' | 'do'): string =>
    String(new IntlMessageFormat(errorMessages[`error.${error.code}.${part}`], 'en').format(values));
  return `${say('what')} (${error.message})\n${say('data')}\n${say('do')}\nCode: ${error.code}\n`;
}
