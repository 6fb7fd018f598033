import type { Vendor } from '../../../shared/model/vendor.ts';

/** Vendors whose accounts can be connected in this version, with the address their document names. */
const CONNECTABLE: Partial<Readonly<Record<Vendor, { readonly defaultUrl: string }>>> = {
  // "API Base URL" of the vendor's document.
  monitorqa: { defaultUrl: 'https://api-external.monitorqa.com' },
};

/** The vendor's usual address; undefined where its accounts cannot be connected yet. */
export const defaultAddress = (vendor: Vendor): string | undefined => CONNECTABLE[vendor]?.defaultUrl;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * How an address is protected. `open`: plain http to another computer, where the key could be read on the way;
 * `loopback`: http that never leaves this computer; `invalid`: no address at all.
 */
export function protectionOf(address: string): 'https' | 'loopback' | 'open' | 'invalid' {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'invalid';
  }
  if (url.protocol === 'https:') return 'https';
  if (url.protocol !== 'http:') return 'invalid';
  return LOOPBACK.test(url.hostname) ? 'loopback' : 'open';
}
