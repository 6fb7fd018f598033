import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPage, pageRoute } from '../../src/main/desktop/page-protocol.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { createDoor } from '../../src/main/rpc/door.ts';
import type { Services } from '../../src/main/services/services.ts';
import { AppError } from '../../src/shared/errors/app-error.ts';
import type { SpooledFile } from '../../src/shared/contract/outbox.ts';
import { fakeWorkspaces } from '../support/fake-workspaces.ts';

let folder: string;
const received: { readonly name: string; readonly bytes: string }[] = [];

const never = (): Promise<never> => Promise.reject(new Error('not in this test'));

const files: Services['files'] = {
  open: never,
  show: never,
  served: (id) =>
    id === 'kept'
      ? Promise.resolve({ path: join(folder, 'kept.pdf'), contentType: 'application/pdf', bytes: 8 })
      : Promise.reject(new AppError('not-found', 'No such file.')),
};

const uploads: Services['uploads'] = {
  add: never,
  logo: never,
  company: never,
  receive: async (body, name) => {
    const bytes = await text(body);
    if (bytes === 'full') throw new AppError('disk-full', 'The disk is full.');
    received.push({ name, bytes });
    return { id: 'spooled', name } as unknown as SpooledFile;
  },
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-page-'));
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html><title>Plumbline</title>');
  await writeFile(join(folder, 'page', 'assets', 'app.js'), 'export {};');
  await writeFile(join(folder, 'page', 'notes.txt'), 'of no use to a page');
  await writeFile(join(folder, 'secret.js'), 'outside the page');
  await writeFile(join(folder, 'kept.pdf'), '%PDF-1.7');
});

afterAll(() => rm(folder, { recursive: true }));

const ask = (url: string, init: RequestInit = {}): Promise<Response> =>
  answerPage(new Request(url, init), {
    door: createDoor(fakeWorkspaces({ files, uploads }), silentLog),
    folder: join(folder, 'page'),
  });

const route = (method: string, url: string, origin: string | null = null) => pageRoute({ method, url, origin });

describe('pageRoute', () => {
  it.each([
    ['app://plumbline/', { kind: 'page', path: '/' }],
    ['app://plumbline', { kind: 'page', path: '/' }],
    ['app://plumbline/?locale=pseudo', { kind: 'page', path: '/' }],
    ['app://plumbline/assets/app.js', { kind: 'page', path: '/assets/app.js' }],
    ['app://plumbline/files/a%20b', { kind: 'file', id: 'a b' }],
    ['app://plumbline/files/%ff', { kind: 'refused', status: 404 }],
  ])('GET %s', (url, expected) => {
    expect(route('GET', url)).toEqual(expected);
  });

  it.each([
    'app://elsewhere/',
    'app://plumbline.evil/',
    'app://plumbline:80/',
    'app://someone@plumbline/',
    'app:plumbline/',
    'APP://PLUMBLINE/',
    'https://plumbline/',
    'file:///etc/passwd',
    ' app://plumbline/',
  ])('knows no other address: %s', (url) => {
    expect(route('GET', url)).toEqual({ kind: 'refused', status: 404 });
  });

  it('takes a POST for the spool alone, and no other method', () => {
    expect(route('POST', 'app://plumbline/spool')).toEqual({ kind: 'spool' });
    expect(route('POST', 'app://plumbline/')).toEqual({ kind: 'refused', status: 405 });
    expect(route('POST', 'app://plumbline/spool/x')).toEqual({ kind: 'refused', status: 405 });
    for (const method of ['HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect(route(method, 'app://plumbline/')).toEqual({ kind: 'refused', status: 405 });
    }
  });

  it('refuses what another origin sends', () => {
    expect(route('POST', 'app://plumbline/spool', 'app://plumbline')).toEqual({ kind: 'spool' });
    for (const origin of ['null', 'app://elsewhere', 'https://example.com', '']) {
      expect(route('POST', 'app://plumbline/spool', origin)).toEqual({ kind: 'refused', status: 403 });
    }
  });
});

describe('answerPage', () => {
  it('sends the page with the strict policy, word for word', async () => {
    const response = await ask('app://plumbline/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>Plumbline</title>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
        "img-src 'self' blob: data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types plumbline',
      ].join('; '),
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('sends the page’s own files by what they are', async () => {
    const response = await ask('app://plumbline/assets/app.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe('export {};');
  });

  it.each([
    'app://plumbline/../secret.js',
    'app://plumbline/assets/../../secret.js',
    'app://plumbline/%2e%2e/secret.js',
    'app://plumbline/..%2fsecret.js',
    'app://plumbline/%2e%2e%2fsecret.js',
    'app://plumbline/..%5csecret.js',
    'app://plumbline/%5c..%5csecret.js',
    'app://plumbline/..\\secret.js',
    'app://plumbline/secret.js%00.html',
    'app://plumbline/%00',
    'app://plumbline//host/share/secret.js',
    'app://plumbline/C:/secret.js',
    'app://plumbline/C%3A%5csecret.js',
    'app://plumbline/%252e%252e/secret.js',
    'app://plumbline/%ff',
    'app://plumbline/assets',
    'app://plumbline/notes.txt',
  ])('finds nothing outside the page, nor what a page has no use for: %s', async (url) => {
    const response = await ask(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('sends a kept file as bytes that are no document of their own', async () => {
    const response = await ask('app://plumbline/files/kept');
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(await readFile(join(folder, 'kept.pdf')));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '8',
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('answers 404 for a file that is not kept', async () => {
    expect((await ask('app://plumbline/files/none')).status).toBe(404);
  });

  it('hands the bytes and the name of a pasted file to the spool', async () => {
    const response = await ask('app://plumbline/spool', {
      method: 'POST',
      headers: { 'x-file-name': 'r%C3%BCck%2Fwand.png' },
      body: 'picture',
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ id: 'spooled' });
    expect(received.at(-1)).toEqual({ name: 'rück/wand.png', bytes: 'picture' });
  });

  it('gives a file without a readable name one', async () => {
    await ask('app://plumbline/spool', { method: 'POST', headers: { 'x-file-name': '%ff' }, body: 'a' });
    await ask('app://plumbline/spool', { method: 'POST' });
    expect(received.slice(-2)).toEqual([
      { name: 'file', bytes: 'a' },
      { name: 'file', bytes: '' },
    ]);
  });

  it('answers what the spool refused, in wire form', async () => {
    const response = await ask('app://plumbline/spool', { method: 'POST', body: 'full' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: { code: 'disk-full' } });
  });
});
