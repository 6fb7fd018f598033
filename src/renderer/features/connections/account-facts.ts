import type { Vendor } from '../../../shared/model/vendor.ts';

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
  /** The address of accounts that their people sign in to in a browser; left out where nobody can. */
  readonly signInUrl?: string;
  /** Whether its people are read: only then can somebody say who of them they are. */
  readonly listsPeople: boolean;
  /** Whether its work is audits and corrective actions, which have screens of their own. */
  readonly hasAudits: boolean;
}

const FACTS: Readonly<Record<Vendor, AccountFacts>> = {
  // "Getting Started with the API" of the vendor's document, which names no other region's address.
  conqa: {
    defaultUrl: 'https://api-oceania.con.qa/api-v1',
    otherUrls: [],
    addressExample: 'https://api-oceania.con.qa/api-v1',
    secretFields: [{ name: 'token', isRaw: true }],
    listsPeople: false,
    hasAudits: false,
  },
  // "API Base URL" of the vendor's document.
  monitorqa: {
    defaultUrl: 'https://api-external.monitorqa.com',
    otherUrls: [],
    addressExample: 'https://api-external.monitorqa.com',
    secretFields: [{ name: 'apiKey' }],
    listsPeople: true,
    hasAudits: true,
  },
  // "Authentication and access": each account has a host of its own.
  smartq: {
    defaultUrl: null,
    otherUrls: [],
    addressExample: 'https://your-name.smartqweb.com',
    secretFields: [{ name: 'username', isShown: true }, { name: 'password' }, { name: 'clientId' }],
    listsPeople: true,
    hasAudits: false,
  },
  // Each account lives on one instance; those who sign in by browser all have one address.
  aconex: {
    defaultUrl: null,
    otherUrls: [
      'https://asia1.aconex.com',
      'https://asia2.aconex.com',
      'https://au1.aconex.com',
      'https://ca1.aconex.com',
      'https://eu1.aconex.com',
      'https://ksa1.aconex.com',
      'https://mea.aconex.com',
      'https://uk1.aconex.co.uk',
      'https://us1.aconex.com',
      'https://ea1.aconex.com',
    ],
    addressExample: 'https://uk1.aconex.co.uk',
    secretFields: [
      { name: 'username', isShown: true },
      { name: 'password' },
      { name: 'applicationKey', isShown: true, isOptional: true },
    ],
    signInUrl: 'https://api.aconex.com',
    listsPeople: false,
    hasAudits: false,
  },
  // The document names the address of what is the web app by now; its API has moved.
  connectnow: {
    defaultUrl: 'https://issuetracker-api.connectnow.org.uk',
    otherUrls: ['https://issuetracker.connectnow.org.uk'],
    addressExample: 'https://issuetracker-api.connectnow.org.uk',
    secretFields: [{ name: 'token', isOptional: true }],
    listsPeople: false,
    hasAudits: false,
  },
};

/** What connecting an account of this vendor takes. */
export const accountFacts = (vendor: Vendor): AccountFacts => FACTS[vendor];

/** True where the secret says whose it is: nobody has to be asked. */
export const namesItsUser = (vendor: Vendor): boolean =>
  accountFacts(vendor).secretFields.some(({ name }) => name === 'username');

/** True where an account works, for reading, without any secret. */
export const worksWithoutSecret = (vendor: Vendor): boolean =>
  accountFacts(vendor).secretFields.every(({ isOptional }) => isOptional === true);

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
