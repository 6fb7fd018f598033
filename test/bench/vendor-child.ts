/** The sample vendor in a process of its own; says where it listens and runs until its input ends. */
import { once } from 'node:events';
import { startSandbox } from '../../src/main/sandbox-server.ts';

/** Where the vendor listens, and the key it accepts. */
export interface VendorAddress {
  readonly url: string;
  readonly key: string;
}

const vendor = await startSandbox({ seed: 7, now: '2026-11-20T08:00:00.000Z', audits: 10, clock: () => 0 });
const [account] = vendor.vendors;
if (account === undefined) throw new Error('The sample has no vendor.');
const address: VendorAddress = { url: `${vendor.url}${account.path}`, key: account.secret['apiKey'] ?? '' };
console.log(JSON.stringify(address));
await once(process.stdin.resume(), 'end');
await vendor.close();
