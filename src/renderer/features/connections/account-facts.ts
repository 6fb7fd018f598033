import { VENDORS, type Vendor } from '../../../shared/model/vendor.ts';

/** One field of an account's secret, by the name its client reads. Words for it: `connections.secret-NAME`. */
export interface SecretFieldFacts {
  readonly name: 'apiKey' | 'token' | 'username' | 'password' | 'clientId' | 'applicationKey';
  /** Names somebody and opens nothing by itself: it is seen while it is typed. */
  readonly isShown?: true;
  readonly isOptional?: true;
  /** It goes out alone: a copied `Bearer` would go with it, and its document shows none. */
  readonly isRaw?: true;
}

/** What connecting an account of a vendor takes, and what its accounts can tell. */
interface AccountFacts {
  /** The address its document names; null where each account has its own. */
  readonly defaultUrl: string | null;
  /** Other addresses of the vendor's that an account may be at. */
  readonly otherUrls: readonly string[];
  /** What an address of one's own looks like. */
  readonly addressExample: string;
  readonly secretFields: readonly SecretFieldFacts[];
  /** Whether its people are read: only then can somebody say who of them they are. */
  readonly listsPeople: boolean;
  /** Whether any screen lists its work. */
  readonly hasList: boolean;
}

/** Vendors whose accounts can be connected in this version. */
const CONNECTABLE: Partial<Readonly<Record<Vendor, AccountFacts>>> = {
  // "Getting Started with the API" of the vendor's document, which names no other region's address.
  conqa: {
    defaultUrl: 'https://api-oceania.con.qa/api-v1',
    otherUrls: [],
    addressExample: 'https://api-oceania.con.qa/api-v1',
    secretFields: [{ name: 'token', isRaw: true }],
    listsPeople: false,
    hasList: false,
  },
  // "API Base URL" of the vendor's document.
  monitorqa: {
    defaultUrl: 'https://api-external.monitorqa.com',
    otherUrls: [],
    addressExample: 'https://api-external.monitorqa.com',
    secretFields: [{ name: 'apiKey' }],
    listsPeople: true,
    hasList: true,
  },
};

/** What connecting an account of this vendor takes; undefined where its accounts cannot be connected yet. */
export const accountFacts = (vendor: Vendor): AccountFacts | undefined => CONNECTABLE[vendor];

/** The vendors whose accounts can be connected, in the order vendors are always listed. */
export const connectableVendors: readonly Vendor[] = VENDORS.filter((vendor) => accountFacts(vendor) !== undefined);

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
