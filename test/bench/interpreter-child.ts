/**
 * A bare vendor in a process of its own, which gives the same answers again and again. Takes one line of JSON, the
 * bodies by path; says where it listens and runs until its input ends.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

/** The JSON texts that are answered, by path without the query. */
export type Bodies = Readonly<Record<string, string>>;

/** Where the vendor listens. */
export interface InterpreterAddress {
  readonly url: string;
}

const lines = createInterface({ input: process.stdin });
const [line] = (await once(lines, 'line')) as [string];
const bodies = new Map(Object.entries(JSON.parse(line) as Bodies).map(([path, text]) => [path, Buffer.from(text)]));

const server = createServer((request, response) => {
  const [path = ''] = (request.url ?? '').split('?');
  const body = bodies.get(path);
  if (body === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address: InterpreterAddress = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
console.log(JSON.stringify(address));
await once(lines, 'close');
server.close();
server.closeAllConnections();
