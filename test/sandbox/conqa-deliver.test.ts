import { describe, expect, it } from 'vitest';
import { deliver, isLoopback } from '../../src/sandbox/conqa/deliver.ts';
import { listen } from './conqa-support.ts';

const never = new AbortController().signal;

describe('isLoopback', () => {
  it.each([
    'http://127.0.0.1:4000/x',
    'https://127.9.8.7',
    'http://localhost/',
    'http://[::1]:80/',
    'http://2130706433/',
  ])('knows %s as this computer', (address) => expect(isLoopback(address)).toBe(true));

  it.each([
    'https://example.com/webhook',
    'http://127.0.0.1.example.com/',
    'http://localhost.example/',
    'http://127.0.0.1@example.com/',
    'http://10.0.0.1/',
    'http://0.0.0.0/',
    'http://[::ffff:7f00:1]/',
  ])('takes %s for another', (address) => expect(isLoopback(address)).toBe(false));
});

describe('deliver', () => {
  it('calls no other computer', async () => {
    await expect(deliver('https://example.com/webhook', {}, never)).rejects.toThrow(RangeError);
  });

  it('tells whether the notification was taken', async () => {
    let answer = 204;
    const hook = await listen(() => answer);
    expect(await deliver(hook.url, { data: 1 }, never)).toBe(true);
    answer = 404;
    expect(await deliver(hook.url, { data: 2 }, never)).toBe(false);
    expect(hook.received.map(({ body }) => body)).toEqual([{ data: 1 }, { data: 2 }]);
    await hook.close();
    expect(await deliver(hook.url, {}, never)).toBe(false);
  });
});
