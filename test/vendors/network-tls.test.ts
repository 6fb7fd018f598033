import { createServer } from 'node:net';
import type { ServerOptions } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/shared/errors/codes.ts';
import { VendorError } from '../../src/main/vendors/core/vendor-error.ts';
import {
  earlyLeaf,
  expiredLeaf,
  inspectionRoot,
  intermediate,
  leafKey,
  localLeaf,
  testRoot,
  vendorLeaf,
} from '../support/certificates.ts';
import { listen } from '../support/connect-proxy.ts';
import { networkClient, startVendor, testNetwork, VENDOR_KEY, type TestNetwork } from '../support/network-client.ts';
import { certificate } from './test-certificate.ts';
import { rejection } from './vendor-server.ts';

const open: { close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

function network(...given: Parameters<typeof testNetwork>): TestNetwork {
  const made = testNetwork(...given);
  open.push({ close: () => made.dispatcher.destroy() });
  return made;
}

async function vendor(...given: Parameters<typeof startVendor>) {
  const server = await startVendor(...given);
  open.push(server);
  return server;
}

async function failure(promise: Promise<unknown>): Promise<VendorError> {
  const error = await rejection(promise);
  expect(error).toBeInstanceOf(VendorError);
  expect(JSON.stringify(error) + String(error)).not.toContain(VENDOR_KEY);
  return error as VendorError;
}

const leaf = (cert: string): ServerOptions => ({ key: leafKey, cert });
const old = (version: 'TLSv1' | 'TLSv1.1'): ServerOptions => ({
  ...leaf(localLeaf),
  minVersion: version,
  maxVersion: version,
  ciphers: 'DEFAULT@SECLEVEL=0',
});

describe('the one dispatcher: certificates and versions of TLS (R7, N-4)', () => {
  it.each<[name: string, server: ServerOptions, trusts: string, code: ErrorCode]>([
    ['that has expired', leaf(expiredLeaf), testRoot, 'certificate-expired'],
    ['that is not valid yet', leaf(earlyLeaf), testRoot, 'certificate-expired'],
    ['of another host', leaf(vendorLeaf), testRoot, 'certificate-wrong-host'],
    ['that its server signed itself', certificate, testRoot, 'certificate-self-signed'],
    ['of an authority nobody trusts', leaf(localLeaf), inspectionRoot, 'certificate-unknown-authority'],
    [
      'of an unknown authority that is sent along',
      leaf(`${localLeaf}\n${testRoot}`),
      inspectionRoot,
      'certificate-unknown-authority',
    ],
    [
      'whose authority is only below one that is trusted',
      leaf(localLeaf),
      intermediate,
      'certificate-unknown-authority',
    ],
  ])('R7 refuses a certificate %s by its own name, with nothing sent', async (_name, server, trusts, code) => {
    const { port, seen } = await vendor(server);
    const client = networkClient(network({ own: [trusts] }), `https://127.0.0.1:${port}`);
    expect(await failure(client.call('listUsers', {}))).toMatchObject({ code, sent: 'no', status: 0 });
    expect(seen).toEqual([]);
  });

  it.each(['TLSv1', 'TLSv1.1'] as const)('R7 refuses a server that speaks %s at most', async (version) => {
    const { port, seen } = await vendor(old(version));
    const client = networkClient(network({ own: [testRoot] }), `https://127.0.0.1:${port}`);
    expect(await failure(client.call('listUsers', {}))).toMatchObject({ code: 'tls-too-old', sent: 'no', status: 0 });
    expect(seen).toEqual([]);
  });

  it('calls a port that does not speak TLS at all by its own name', async () => {
    const server = await listen(createServer((socket) => void socket.end('HTTP/1.1 400 Bad\r\n\r\n')));
    open.push(server);
    const client = networkClient(network(), `https://127.0.0.1:${server.port}`);
    expect(await failure(client.call('listUsers', {}))).toMatchObject({ code: 'tls-failed', sent: 'no' });
  });

  it('asks once where a second try could not help', async () => {
    const { port, connections } = await vendor(leaf(expiredLeaf));
    const made = network({ own: [testRoot] });
    await failure(networkClient(made, `https://127.0.0.1:${port}`).call('listUsers', {}));
    expect(connections()).toBeLessThanOrEqual(1);
  });

  it.each<[name: string, trusts: Partial<TestNetwork>]>([
    ['the system', { system: [testRoot] }],
    ['the person', { own: [testRoot] }],
  ])('R7 trusts an authority of %s', async (_name, trusts) => {
    const { port, seen } = await vendor(leaf(localLeaf));
    const client = networkClient(network(trusts), `https://127.0.0.1:${port}`);
    expect((await client.call('listUsers', {})).data).toEqual([]);
    expect(seen).toHaveLength(1);
  });

  it('passes over a certificate of the system that is broken', async () => {
    const { port } = await vendor(leaf(localLeaf));
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
    const made = network({ system: [broken, testRoot] });
    expect((await networkClient(made, `https://127.0.0.1:${port}`).call('listUsers', {})).data).toEqual([]);
  });

  it('trusts an authority from when it is added until it is removed, on new connections and old', async () => {
    const { port, seen } = await vendor(leaf(localLeaf));
    const made = network();
    const client = networkClient(made, `https://127.0.0.1:${port}`);
    expect((await failure(client.call('listUsers', {}))).code).toBe('certificate-unknown-authority');
    made.own = [testRoot];
    made.network.forgetTrust();
    expect((await client.call('listUsers', {})).status).toBe(200);
    made.own = [];
    made.network.forgetTrust();
    expect((await failure(client.call('listUsers', {}))).code).toBe('certificate-unknown-authority');
    expect(seen).toHaveLength(1);
  });

  it('keeps a connection for the next call', async () => {
    const { port, connections } = await vendor(leaf(localLeaf));
    const client = networkClient(network({ own: [testRoot] }), `https://127.0.0.1:${port}`);
    for (let call = 0; call < 4; call += 1) {
      await client.call('listUsers', {});
      await new Promise(setImmediate);
    }
    expect(connections()).toBe(1);
  });

  it('sends nothing after it was destroyed', async () => {
    const { port, seen } = await vendor(leaf(localLeaf));
    const made = network({ own: [testRoot] });
    await made.dispatcher.destroy();
    const client = networkClient(made, `https://127.0.0.1:${port}`);
    expect((await failure(client.call('listUsers', {}))).sent).toBe('no');
    expect(seen).toEqual([]);
  });
});
