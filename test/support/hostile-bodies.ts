import { gzipSync } from 'node:zlib';
import {
  TAKEN,
  UNSEEN,
  EMPTY,
  takenByAll,
  all,
  broken,
  unexpected,
  wrongFile,
  halfFile,
  PAGE,
  half,
  playBody,
  type HostileFault,
} from './hostile-outcomes.ts';
import { headOf, playRight, type RightAnswer } from './hostile-server.ts';

const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20));

/** Bytes that are no UTF-8 behind the first byte of the body. */
const torn = ({ body }: RightAnswer): Buffer =>
  Buffer.concat([body.subarray(0, 2), Buffer.of(0xff, 0xfe, 0xfd), body.subarray(2)]);

/** Whole answers that hold something else than they should. */
export const hostileBodies: readonly HostileFault[] = [
  {
    name: 'a gzip bomb',
    play: playBody(() => bomb, 'content-encoding: gzip'),
    read: { code: 'answer-too-large', sent: 'yes', status: 200 },
    write: { code: 'answer-too-large', sent: 'unknown', status: 200 },
    file: unexpected,
  },
  {
    name: 'bytes that are not the gzip they are called',
    play: playBody((right) => right.body, 'content-encoding: gzip'),
    ...broken('connection-lost', 4),
    file: unexpected,
  },
  {
    name: 'gzip that nobody asked for',
    play: playBody(({ body }) => gzipSync(body), 'content-encoding: gzip'),
    read: TAKEN,
    write: TAKEN,
    file: unexpected,
  },
  {
    name: 'a byte order mark',
    play: playBody(({ body }) => Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), body])),
    read: TAKEN,
    write: TAKEN,
  },
  {
    name: 'a charset that is not the body’s',
    play: (socket, right, turn) =>
      playRight(socket, { ...right, contentType: `${right.contentType}; charset=iso-8859-1` }, turn),
    ...takenByAll,
  },
  {
    name: 'bytes in no known encoding',
    play: playBody(torn),
    read: unexpected,
    write: unexpected,
    file: wrongFile,
    picture: UNSEEN,
  },
  { name: 'a login page', play: playBody(() => PAGE, 'content-type: text/html; charset=utf-8'), ...all(unexpected) },
  {
    name: 'a login page under the right type',
    play: playBody(() => PAGE),
    read: unexpected,
    write: unexpected,
    file: wrongFile,
    picture: UNSEEN,
  },
  {
    name: 'half a body with its own length',
    play: playBody(half),
    read: unexpected,
    write: unexpected,
    file: halfFile,
    picture: UNSEEN,
  },
  { name: 'an empty body', play: playBody(() => ''), read: EMPTY, write: EMPTY, file: halfFile, picture: EMPTY },
  {
    name: 'a 204 with a body behind it',
    play: (socket, { body }) => socket.write(`${headOf(204)}${body.toString('latin1')}`, 'latin1'),
    read: EMPTY,
    write: EMPTY,
    file: halfFile,
    picture: EMPTY,
  },
];
