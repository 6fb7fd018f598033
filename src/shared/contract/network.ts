import { z } from 'zod';
import type { SecretPlace } from '../model/connection.ts';
import type { ConnectionId } from '../model/ids.ts';
import { diskErrors } from './error-groups.ts';
import { command, query } from './operation.ts';

/** How a connection's origin is reached at present. */
export interface ConnectionRoute {
  readonly id: ConnectionId;
  /** Scheme, host and port of the connection. */
  readonly origin: string;
  /**
   * Who decided: `loopback` (this computer itself, which no proxy is asked for), `setting` (`network.proxy`), `system`
   * (the desktop's proxy settings, its script included) or `environment` (`HTTPS_PROXY`, `NO_PROXY` …).
   */
  readonly by: 'loopback' | 'setting' | 'system' | 'environment';
  /** The proxy as `kind://host:port`; null for straight. */
  readonly proxy: string | null;
  /** A kind of proxy that Plumbline cannot use, as the system calls it: calls end with `proxy-not-supported`. */
  readonly unsupported: string | null;
}

/** A proxy that is on the way of at least one connection, or set by the person. */
export interface ProxyStatus {
  /** `kind://host:port`, always with its port; `kind` is http, https or socks5. */
  readonly address: string;
  /**
   * By the last try since the start. `needs-sign-in`: `network.setProxySecret` is what is wanted. `no-way-on`: it could
   * not reach the vendor itself. `not-supported`: it offers only ways to sign in that Plumbline cannot do.
   */
  readonly state: 'not-tried' | 'passes' | 'needs-sign-in' | 'not-supported' | 'refused' | 'unreachable' | 'no-way-on';
  /** What the proxy said: an HTTP status, or the ways to sign in that it offers (`ntlm, negotiate`); null for nothing. */
  readonly said: string | null;
  /** Where its password is. `environment`: in the address of an environment variable. Never the password itself. */
  readonly secret: SecretPlace | 'environment';
}

/** A certificate authority of the person's organisation. Times are ISO 8601 in UTC. */
export interface AuthorityStatus {
  /** SHA-256 of its certificate, 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** What it calls itself; its certificate's words, not ours. Null when its file is gone. */
  readonly subject: string | null;
  readonly organisation: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** `missing`: its file in the data folder is gone or was changed, and it is not trusted: add it again. */
  readonly state: 'trusted' | 'expired' | 'missing';
}

export interface NetworkStatus {
  /** The setting `network.proxy`: `system`, `none`, or a proxy's address. */
  readonly proxy: string;
  /** What `system` means in this host: the desktop asks the system, everything else reads the environment. */
  readonly systemIs: 'system' | 'environment';
  /** In the order of the connections. */
  readonly connections: readonly ConnectionRoute[];
  readonly proxies: readonly ProxyStatus[];
  readonly authorities: {
    /** How many come with Plumbline, those of `NODE_EXTRA_CA_CERTS` included. */
    readonly builtIn: number;
    /** How many the system trusts; null where its trust store cannot be read. */
    readonly system: number | null;
    readonly own: readonly AuthorityStatus[];
  };
}

/** Why `network.addCertificate` refused a file, as `data.reason` of `authority-refused`; its message says it in words. */
export type AuthorityRefusal =
  | 'not-pem'
  | 'private-key'
  | 'too-many'
  | 'unreadable'
  | 'not-an-authority'
  | 'below-another'
  | 'expired'
  | 'not-yet-valid';

/** A proxy as a person writes it: with its port, without a name and a password, which belong in the keychain. */
const PROXY = /^(?:https?|socks5):\/\/(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?):\d{1,5}\/?$/i;

const proxyAddress = z
  .string()
  .trim()
  .max(300)
  .refine((text) => PROXY.test(text), 'not kind://host:port, without a name and a password')
  .transform((text) => text.toLowerCase().replace(/\/$/, ''));

/** What `network.proxy` may be. */
export const proxySetting = z.union([z.enum(['system', 'none']), proxyAddress]);

/** What `network.certificates` may be: fingerprints of authorities that were added. */
export const certificatesSetting = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(20);

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

/** The way to the vendors: proxies, and whose certificates are trusted. Each command answers how things stand after it. */
export const networkOperations = {
  /** Asks the system anew at most once a minute for each origin; sends nothing to any vendor or proxy. */
  'network.status': query<NetworkStatus>()({ input: z.strictObject({}) }),
  /**
   * `system` (as the desktop or the environment says), `none` (straight to every vendor), or one proxy for everything
   * but this computer: `http://host:port`, `https://host:port`, `socks5://host:port`. The same as the setting
   * `network.proxy`. Calls from now on go that way.
   */
  'network.set': command<NetworkStatus>()({ input: z.strictObject({ proxy: proxySetting }), errors: diskErrors }),
  /**
   * Keeps a name and a password for one proxy, bound to its address, in the keychain (until the app closes where there
   * is none); null forgets them. One proxy's are kept at a time. Not tried out here: the next call does that, and
   * `network.status` tells.
   */
  'network.setProxySecret': command<NetworkStatus>()({
    input: z.strictObject({
      /** As `ProxyStatus.address`. */
      proxy: proxyAddress,
      secret: z
        .strictObject({
          user: z
            .string()
            .min(1)
            .max(255)
            // Basic puts a colon between the two.
            .regex(/^[^:\p{Cc}]+$/u),
          password: z
            .string()
            .max(255)
            .regex(/^\P{Cc}*$/u),
        })
        .nullable(),
    }),
    errors: ['no-secret'],
  }),
  /**
   * Trusts the authorities in a PEM text (a file's content: at most 20 root certificates, each valid today), for
   * connections to vendors and proxies. The certificates are copied into the data folder. Refused as a whole with
   * `authority-refused` and a reason. It widens what is trusted: the desktop's window, after a click, and the command line.
   */
  'network.addCertificate': command<NetworkStatus>()({
    input: z.strictObject({ pem: z.string().min(1).max(200_000) }),
    errors: ['authority-refused', ...diskErrors],
    reach: 'window',
    gesture: true,
  }),
  /** Trusts an authority no longer and deletes its copy. Connections that are open are used for nothing new. */
  'network.removeCertificate': command<NetworkStatus>()({
    input: z.strictObject({ fingerprint }),
    errors: ['not-found', ...diskErrors],
  }),
} as const;
