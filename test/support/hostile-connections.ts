import {
  HEAD_MS,
  UNSEEN,
  takenByAll,
  unanswered,
  broken,
  unexpected,
  halfFile,
  typed,
  lengthOf,
  half,
  playAndEnd,
  type HostileFault,
} from './hostile-outcomes.ts';
import { headOf, playRight, type Play, type RightAnswer } from './hostile-server.ts';

const slowly: Play = (socket, right) => {
  void (async () => {
    socket.write(headOf(200, typed(right), lengthOf(right.body)));
    for (const byte of right.body) {
      socket.write(Buffer.of(byte));
      await new Promise(setImmediate);
    }
  })();
};

const chunked = (right: RightAnswer): string => headOf(200, typed(right), 'transfer-encoding: chunked');

/** What goes wrong on the way, whatever is sent. */
export const hostileConnections: readonly HostileFault[] = [
  { name: 'latency', play: (...given) => setTimeout(() => playRight(...given), 60), ...takenByAll },
  { name: 'no answer', silent: true, play: () => undefined, ...unanswered('timed-out', 2) },
  {
    name: 'half a head',
    silent: true,
    play: (socket) => socket.write('HTTP/1.1 200 OK\r\nconte'),
    ...unanswered('timed-out', 2),
  },
  {
    name: 'a stall in the body',
    silent: true,
    play: (socket, right) => {
      socket.write(headOf(200, typed(right), lengthOf(right.body)));
      socket.write(half(right));
    },
    ...broken('timed-out', 2),
  },
  { name: 'a reset before the head', play: (socket) => socket.resetAndDestroy(), ...unanswered('connection-lost', 4) },
  {
    name: 'a reset in the body',
    play: (socket, right) => {
      socket.write(headOf(200, typed(right), lengthOf(right.body)));
      socket.write(half(right));
      setTimeout(() => socket.resetAndDestroy(), HEAD_MS);
    },
    ...broken('connection-lost', 4),
  },
  { name: 'one byte at a time', play: slowly, ...takenByAll },
  {
    name: 'a body cut off with its length',
    play: playAndEnd((right) => [headOf(200, typed(right), lengthOf(right.body)), half(right)]),
    ...broken('connection-lost', 4),
  },
  {
    name: 'a body cut off without a length',
    play: playAndEnd((right) => [headOf(200, typed(right), 'connection: close'), half(right)]),
    read: unexpected,
    write: unexpected,
    file: halfFile,
    picture: UNSEEN,
  },
  {
    name: 'a chunk of no size',
    play: playAndEnd((right) => [chunked(right), 'zz\r\n[]\r\n0\r\n\r\n']),
    ...broken('connection-lost', 4),
  },
  {
    name: 'chunks that stop',
    play: playAndEnd((right) => [chunked(right), `${right.body.length.toString(16)}\r\n`, half(right)]),
    ...broken('connection-lost', 4),
  },
  {
    name: 'something that is not HTTP',
    play: playAndEnd(() => ['SSH-2.0-OpenSSH_9.6\r\n']),
    ...unanswered('connection-lost', 4),
  },
  { name: 'a closed connection', play: playAndEnd(() => []), ...unanswered('connection-lost', 4) },
  {
    name: 'a head without end',
    play: playAndEnd(() => ['HTTP/1.1 200 OK\r\n', `x-a: ${'a'.repeat(1000)}\r\n`.repeat(60)]),
    ...unanswered('connection-lost', 4),
  },
  {
    name: 'two lengths that differ',
    play: playAndEnd((right) => [headOf(200, typed(right), 'content-length: 1', lengthOf(right.body)), right.body]),
    ...unanswered('connection-lost', 4),
  },
  {
    name: 'a connection in use that is closed when it is used again',
    warm: true,
    play: (socket, right, turn) => (turn.count === 1 ? socket.destroy() : playRight(socket, right, turn)),
    read: { taken: 2 },
    write: { code: 'connection-lost', sent: 'unknown', status: 0 },
    file: { taken: 2 },
  },
  {
    name: 'early hints before the answer',
    play: (socket, right, turn) => {
      socket.write(headOf(103, 'link: </style.css>; rel=preload'));
      playRight(socket, right, turn);
    },
    ...takenByAll,
  },
  {
    name: 'a second answer that nobody asked for',
    play: (socket, right, turn) => {
      playRight(socket, right, turn);
      socket.write(`${headOf(200, typed(right), 'content-length: 13')}{"evil":true}`);
    },
    ...takenByAll,
  },
];
