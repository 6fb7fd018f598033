import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';

/** What a proxy heard of one connection: the head of its CONNECT, and every byte that came after it. */
interface HeardTunnel {
  readonly target: string;
  readonly head: string;
  readonly bytes: Buffer[];
}

export interface TestProxy {
  readonly port: number;
  readonly heard: HeardTunnel[];
  /** Cuts every tunnel that is open. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

interface ProxyOptions {
  /** Where tunnels lead, whatever they ask for: a port of 127.0.0.1. */
  readonly to: number;
  /** `user:password` that is asked for. */
  readonly login?: string;
  /** What the proxy offers when it asks. */
  readonly offers?: readonly string[];
  /** Answers CONNECT with this, as it is, and closes. */
  readonly answer?: string;
  /** Says nothing at all. */
  readonly isSilent?: boolean;
  /** The proxy's own TLS, for an https proxy. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Looks into tunnels: shows this certificate in the vendor's name, and answers itself. */
  readonly inspects?: { readonly key: string; readonly cert: string; readonly answer: RequestListener };
}

/** Listens on 127.0.0.1; closing it ends what is open. */
export async function listen(server: Server): Promise<{ port: number; cut: () => void; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    close: () =>
      new Promise((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}

/** A proxy that understands CONNECT and nothing else. */
export async function startProxy(options: ProxyOptions): Promise<TestProxy> {
  const heard: HeardTunnel[] = [];
  const inside = createHttpServer(options.inspects?.answer);

  const allow = (socket: Socket, tunnel: HeardTunnel): void => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (options.inspects) {
      const { key, cert } = options.inspects;
      const opened = new TLSSocket(socket, { isServer: true, key, cert });
      opened.on('error', () => undefined);
      inside.emit('connection', opened);
      return;
    }
    const onward = connect(options.to, '127.0.0.1');
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
    onward.on('close', () => socket.destroy());
    socket.on('data', (bytes: Buffer) => tunnel.bytes.push(bytes));
    socket.pipe(onward).pipe(socket);
  };

  const answer = (socket: Socket, head: string): void => {
    const [, target = ''] = /^CONNECT (\S+) HTTP/.exec(head) ?? [];
    const tunnel = { target, head, bytes: [] };
    heard.push(tunnel);
    if (options.isSilent) return;
    if (options.answer !== undefined) return void socket.end(options.answer);
    const given = /^proxy-authorization: Basic (\S+)$/im.exec(head)?.[1];
    const isIn = options.login === undefined || given === Buffer.from(options.login).toString('base64');
    if (isIn && options.offers === undefined) return allow(socket, tunnel);
    const offers = (options.offers ?? ['Basic realm="a, b"']).map((offer) => `Proxy-Authenticate: ${offer}\r\n`);
    socket.end(`HTTP/1.1 407 Sign in\r\n${offers.join('')}Content-Length: 4\r\n\r\nno!\n`);
  };

  const onSocket = (socket: Socket): void => {
    socket.on('error', () => undefined);
    let head = '';
    const onData = (bytes: Buffer): void => {
      head += bytes.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      socket.off('data', onData);
      answer(socket, head);
    };
    socket.on('data', onData);
  };

  const server = options.tls ? createTlsServer(options.tls, onSocket) : createServer(onSocket);
  const { port, cut, close } = await listen(server);
  return { port, heard, cut, close };
}

interface SocksOptions {
  readonly to: number;
  readonly login?: readonly [user: string, password: string];
  /** The reply to CONNECT; 0 lets it through. */
  readonly reply?: number;
}

/** A SOCKS 5 proxy (RFC 1928, 1929) that understands CONNECT by name. */
export async function startSocks({ to, login, reply = 0 }: SocksOptions): Promise<TestProxy> {
  const heard: HeardTunnel[] = [];
  const onSocket = (socket: Socket): void => {
    socket.on('error', () => undefined);
    const step = (take: (bytes: Buffer) => void): void => void socket.once('data', take);
    const onConnect = (bytes: Buffer): void => {
      const length = bytes[4] ?? 0;
      const target = `${bytes.subarray(5, 5 + length).toString()}:${String(bytes.readUInt16BE(5 + length))}`;
      heard.push({ target, head: '', bytes: [] });
      socket.write(Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]));
      if (reply !== 0) return void socket.end();
      const onward = connect(to, '127.0.0.1');
      onward.on('error', () => socket.destroy());
      socket.pipe(onward).pipe(socket);
    };
    step((greeting) => {
      const offers = greeting.subarray(2);
      const wanted = login === undefined ? 0 : 2;
      if (!offers.includes(wanted)) return void socket.end(Buffer.from([5, 0xff]));
      socket.write(Buffer.from([5, wanted]));
      if (login === undefined) return step(onConnect);
      step((given) => {
        const userLength = given[1] ?? 0;
        const user = given.subarray(2, 2 + userLength).toString();
        const isIn = user === login[0] && given.subarray(3 + userLength).toString() === login[1];
        socket.write(Buffer.from([1, isIn ? 0 : 1]));
        if (isIn) step(onConnect);
        else socket.end();
      });
    });
  };
  const { port, cut, close } = await listen(createServer(onSocket));
  return { port, heard, cut, close };
}
