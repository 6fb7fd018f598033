/** The application that is registered at the sample's Lobby: an installed one, which has no secret. */
export const sampleAconexClientId = 'sample-aconex-client';

/** An address a person may be sent back to; the port is whatever is free when somebody signs in (RFC 8252, 7.3). */
type RedirectUri = { readonly hostname: string; readonly path: string };

/** A registered application. */
export type LobbyClient = { readonly id: string; readonly redirectUris: readonly RedirectUri[] };

const clients: readonly LobbyClient[] = [
  {
    id: sampleAconexClientId,
    redirectUris: [
      { hostname: '127.0.0.1', path: '/callback' },
      { hostname: '[::1]', path: '/callback' },
    ],
  },
];

/** Returns the application of an id, or null. */
export const clientOf = (id: string | null): LobbyClient | null => clients.find((client) => client.id === id) ?? null;

/** Tells whether an application may have people sent back to an address: the registered one, at any port. */
export const isRegistered = ({ redirectUris }: LobbyClient, address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password, hostname, pathname, search, hash } = new URL(address);
  if (protocol !== 'http:' || [username, password, search, hash].some((part) => part !== '')) return false;
  return redirectUris.some((registered) => registered.hostname === hostname && registered.path === pathname);
};
