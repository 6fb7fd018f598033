import { hostileBodies } from './hostile-bodies.ts';
import { hostileConnections } from './hostile-connections.ts';
import { all, type Failure, type HostileFault } from './hostile-outcomes.ts';
import { headOf, playRight, type Play } from './hostile-server.ts';

const refused: Failure = { code: 'redirect-refused', sent: 'yes' };

/** A redirect of the first request; the next is answered rightly. */
const playRedirect =
  (status: number, locationOf: (elsewhere: string, target: string) => string, always = false): Play =>
  (socket, right, turn) => {
    if (turn.count > 1 && !always) return playRight(socket, right, turn);
    socket.write(headOf(status, `location: ${locationOf(turn.elsewhere, turn.target)}`, 'content-length: 0'));
  };

const redirects: readonly HostileFault[] = [301, 302, 303, 307, 308].flatMap((status): readonly HostileFault[] => [
  {
    name: `a ${status} within the origin`,
    play: playRedirect(status, (_elsewhere, target) => target),
    read: { taken: 2 },
    write: { ...refused, status },
    file: { taken: 2 },
  },
  {
    name: `a ${status} to another origin`,
    play: playRedirect(status, (elsewhere) => `${elsewhere}/x`),
    ...all({ ...refused, status }),
  },
  {
    name: `a ${status} to itself for ever`,
    play: playRedirect(status, (_elsewhere, target) => target, true),
    ...all({ ...refused, status, tries: 4 }),
  },
]);

const astray: readonly HostileFault[] = [
  'file:///etc/passwd',
  'http://vendor.invalid/',
  'javascript:alert(1)',
  '//[::1]:1/',
  'https://user:word@vendor.invalid/',
  '',
].map((location) => ({
  name: `a 302 to ${location === '' ? 'nowhere' : location}`,
  play: playRedirect(302, () => location),
  ...all({ ...refused, status: 302 }),
}));

/** Every fault whose outcome is the same for every vendor. */
export const hostileFaults: readonly HostileFault[] = [
  ...hostileConnections,
  ...hostileBodies,
  ...redirects,
  ...astray,
];
