import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What the vendor would have answered. */
export interface RightAnswer {
  readonly contentType: string;
  readonly body: Buffer;
}

/** Which request is answered, and what else there is. */
interface Turn {
  /** 1 for the first request of the fault. */
  readonly count: number;
  readonly target: string;
  /** The request's head, as it came. */
  readonly head: string;
  /** Another server, which nobody has any business with. */
  readonly elsewhere: string;
}

/** Answers one request on its socket, well or badly. */
export type Play = (socket: Socket, right: RightAnswer, turn: Turn) => void;

/** One request as it came. */
interface HostileRequest {
  readonly method: string;
  readonly target: string;
  readonly text: string;
}

export interface HostileServer {
  readonly url: string;
  readonly seen: readonly HostileRequest[];
  /** What came to the other server, to the letter. */
  readonly astray: () => string;
  /** From now on requests are answered so; they are counted from 1 again. */
  readonly play: (next: Play) => void;
  readonly close: () => Promise<void>;
}

/** The first line and the headers of an answer. */
export const headOf = (status: number, ...headers: readonly string[]): string =>
  [`HTTP/1.1 ${status} Status`, ...headers, '', ''].join('\r\n');

/** The right answer, and the connection kept. */
export const playRight: Play = (socket, { contentType, body }) => {
  socket.write(headOf(200, `content-type: ${contentType}`, `content-length: ${body.length}`));
  socket.write(body);
};

/** Takes the first whole request off what has come; null while it is not whole. */
function takeRequest(bytes: Buffer): { readonly head: string; readonly text: string; readonly rest: Buffer } | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.subarray(0, end).toString('latin1');
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  const whole = end + 4 + length;
  if (bytes.length < whole) return null;
  return { head, text: bytes.subarray(0, whole).toString('latin1'), rest: bytes.subarray(whole) };
}

async function listen(onSocket: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A vendor that speaks HTTP by hand, so that it can break every rule of it, and another computer beside it. */
export async function startHostileServer(right: RightAnswer): Promise<HostileServer> {
  const seen: HostileRequest[] = [];
  let played: Play = playRight;
  let count = 0;
  let astray = '';
  const elsewhere = await listen((socket) => {
    socket.on('data', (bytes) => {
      astray += bytes.toString('latin1');
      socket.end(headOf(200, 'content-length: 0'));
    });
  });
  const server = await listen((socket) => {
    let waiting: Buffer = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      waiting = Buffer.concat([waiting, bytes]);
      const request = takeRequest(waiting);
      if (request === null) return;
      waiting = request.rest;
      const [method = '', target = ''] = request.head.split(' ');
      seen.push({ method, target, text: request.text });
      count += 1;
      played(socket, right, { count, target, head: request.head, elsewhere: elsewhere.url });
    });
  });
  return {
    url: server.url,
    seen,
    astray: () => astray,
    play: (next) => {
      played = next;
      count = 0;
      seen.length = 0;
    },
    close: async () => {
      await Promise.all([server.close(), elsewhere.close()]);
    },
  };
}
