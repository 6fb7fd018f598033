/**
 * A bare server in a process of its own, which counts the bytes of each body and keeps none. Says where it listens and
 * runs until its input ends; a GET answers how many bytes the last body had.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where the server listens. */
export interface CountingAddress {
  readonly url: string;
}

let last = 0;
const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.end(String(last));
    return;
  }
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  request.once('end', () => {
    last = bytes;
    response.writeHead(204).end();
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address: CountingAddress = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
console.log(JSON.stringify(address));
await once(process.stdin.resume(), 'end');
server.close();
server.closeAllConnections();
