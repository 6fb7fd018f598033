import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOCKET_PROTOCOL } from '../../src/shared/contract/protocol.ts';
import { launchChromium } from '../support/chromium.ts';
import { openPage, serveApp, type ServedApp } from '../support/served-app.ts';

let app: ServedApp;
let browser: Browser;
let other: Server;

beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp('--sample'), launchChromium()]);
  other = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Somebody else</title><body>');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await app.close();
  other.close();
});

/** A page of somebody else on this computer, under a name of the browser's that counts as another site. */
async function strangersPage() {
  const { port } = other.address() as AddressInfo;
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  return page;
}

describe('a page of another origin', () => {
  it.each(['', 'session', 'socket', 'files/1', 'index.html'])('L-3 cannot read /%s by fetch', async (path) => {
    const page = await strangersPage();
    const outcome = await page.evaluate(async (url) => {
      try {
        await fetch(url);
        return 'read';
      } catch {
        return 'refused';
      }
    }, `${app.origin}/${path}`);
    expect(outcome).toBe('refused');
    await page.close();
  });

  it('L-3 cannot spend a ticket, even one it knows', async () => {
    const page = await strangersPage();
    const { hash } = new URL(app.address);
    await page.evaluate(
      async ([url, ticket]) => {
        await fetch(url, { method: 'POST', mode: 'no-cors', body: JSON.stringify({ ticket }) }).catch(() => undefined);
      },
      [`${app.origin}/session`, hash.slice(1)] as const,
    );
    await page.close();
    const own = await openPage(browser, app.address);
    await own.page.getByRole('grid').first().waitFor();
    expect(await own.page.getByTestId('refused').count()).toBe(0);
    // The ticket is spent now, for everybody: a second tab of the same browser is refused too.
    const second = await own.page.context().newPage();
    await second.goto(app.address);
    await second.getByTestId('refused').waitFor();
    expect(await second.getByRole('grid').count()).toBe(0);
    await own.page.context().close();
  });

  it('L-3 cannot post a form', async () => {
    const page = await strangersPage();
    const answered = page.waitForResponse((response) => response.url().endsWith('/session'));
    await page.evaluate((url) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = url;
      document.body.append(form);
      form.submit();
    }, `${app.origin}/session`);
    expect((await answered).status()).toBe(403);
    await page.close();
  });

  it('L-3 gets neither picture nor script', async () => {
    const page = await strangersPage();
    const outcomes = await page.evaluate(
      (origin) =>
        Promise.all(
          (['img', 'script'] as const).map(
            (name) =>
              new Promise<string>((resolve) => {
                const element = document.createElement(name);
                element.addEventListener('load', () => resolve('loaded'));
                element.addEventListener('error', () => resolve('refused'));
                element.src = `${origin}/files/1`;
                document.body.append(element);
              }),
          ),
        ),
      app.origin,
    );
    expect(outcomes).toEqual(['refused', 'refused']);
    await page.close();
  });

  it('L-3 opens no socket', async () => {
    const page = await strangersPage();
    const outcome = await page.evaluate(
      ([url, protocol]) =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(url, [protocol, 'guess']);
          socket.addEventListener('open', () => resolve('open'));
          socket.addEventListener('error', () => resolve('refused'));
        }),
      [`${app.origin.replace('http', 'ws')}/socket`, SOCKET_PROTOCOL] as const,
    );
    expect(outcome).toBe('refused');
    await page.close();
  });

  it('L-3 cannot show the app in a frame', async () => {
    const page = await strangersPage();
    const refused = page.waitForEvent('console', (message) => /frame-ancestors|X-Frame-Options/i.test(message.text()));
    await page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    }, `${app.origin}/`);
    await refused;
    expect(
      await page
        .frames()[1]
        ?.evaluate(() => document.title)
        .catch(() => 'blocked'),
    ).not.toBe('Plumbline');
    await page.close();
  });

  it('L-3 reaches nothing by another name of this computer', async () => {
    const { port } = new URL(app.origin);
    const page = await browser.newPage();
    const answer = await page.goto(`http://localhost:${port}/`).catch(() => null);
    expect(answer?.status() ?? 421).toBe(421);
    await page.close();
  });
});
