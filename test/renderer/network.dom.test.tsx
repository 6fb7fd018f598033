import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proxySetting, type AuthorityRefusal } from '../../src/shared/contract/network.ts';
import { connectionHealth } from '../../src/renderer/api/connection-health.ts';
import { useNetworkPanel } from '../../src/renderer/features/network/network-state.ts';
import { proxyProblem } from '../../src/renderer/features/network/proxy-address.ts';
import { readCertificateFile } from '../../src/renderer/features/network/read-certificate.ts';
import { sampleConnection, sampleConnections } from '../../src/renderer/gallery/fake-connections.ts';
import { isMessageKey } from '../../src/renderer/lib/words.ts';
import { giveScreen } from './screen.ts';
import { endApp, goTo, startApp } from './start-app.tsx';

type Options = NonNullable<Parameters<typeof startApp>[0]>;

const PROXY = 'http://proxy.northgate.example:8080';
const PASSWORD = 'proxy-canary';

beforeEach(() => giveScreen(1440));
afterEach(() => {
  endApp();
  useNetworkPanel.setState(useNetworkPanel.getInitialState());
});

async function openPanel(options: Options = {}) {
  const app = startApp({ connections: sampleConnections(), host: 'desktop', network: 'proxied', ...options });
  await goTo(/Connections/);
  const panel = await screen.findByRole('region', { name: 'Network' });
  await within(panel).findByText('Certificates');
  return { ...app, panel };
}

const fileOf = (content: BlobPart, name = 'northgate.pem'): File => new File([content], name);

describe('the network panel', () => {
  it('says how each account is reached and who decided it', async () => {
    const { panel } = await openPanel();
    const ways = within(panel).getByRole('list', { name: 'How each account is reached' });
    expect([...ways.children].map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^On this computer.*Kauri Construction Group$/),
      expect.stringMatching(new RegExp(`^Through ${PROXY}, as this system says.*Northgate Hospital.*Wharf 7$`)),
    ]);
  });

  it('is there for the first account too', async () => {
    startApp({ mode: 'own', keyError: 'proxy-needs-sign-in', network: 'proxied' });
    fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'Northgate' } });
    fireEvent.change(screen.getByLabelText('API key', { selector: 'input' }), { target: { value: 'a-key' } });
    fireEvent.click(screen.getByRole('button', { name: /Test and save/ }));
    const alert = await screen.findByRole('alert');
    fireEvent.click(within(alert).getByRole('button', { name: 'Proxy sign-in' }));
    const user = await screen.findByRole('textbox', { name: 'User name' });
    expect(document.activeElement).toBe(user);
  });

  it.each([
    [/^As this system says/, undefined, 'system'],
    [/^None/, undefined, 'none'],
    [/^This one/, ' socks5://10.0.0.1:1080 ', 'socks5://10.0.0.1:1080'],
  ] as const)('sets %s', async (choice, address, proxy) => {
    const { panel, inputsOf } = await openPanel();
    fireEvent.click(within(panel).getByRole('button', { name: 'Change' }));
    const form = within(panel).getByRole('form', { name: 'Proxy' });
    fireEvent.click(within(form).getByRole('radio', { name: choice }));
    if (address !== undefined) {
      fireEvent.change(within(form).getByRole('textbox'), { target: { value: address } });
    }
    fireEvent.click(within(form).getByRole('button', { name: /^Save/ }));
    await screen.findByText('Saved. Calls from now on go that way.');
    expect(inputsOf('network.set')).toEqual([{ proxy }]);
    expect(within(panel).queryByRole('form', { name: 'Proxy' })).toBeNull();
  });

  it('says beside the field why an address is none, and sends nothing', async () => {
    const { panel, inputsOf } = await openPanel();
    fireEvent.click(within(panel).getByRole('button', { name: 'Change' }));
    fireEvent.click(within(panel).getByRole('radio', { name: /^This one/ }));
    fireEvent.change(within(panel).getByRole('textbox'), { target: { value: 'http://me:secret@proxy.example:8080' } });
    fireEvent.click(within(panel).getByRole('button', { name: /^Save/ }));
    const field = within(panel).getByRole('textbox', { description: /Leave the name and the password out/ });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(inputsOf('network.set')).toEqual([]);
  });

  it('keeps a name and a password for the proxy that wants them, and the password nowhere on the page', async () => {
    const { panel, inputsOf, cache } = await openPanel();
    fireEvent.click(within(panel).getByRole('button', { name: 'Proxy sign-in' }));
    const form = await within(panel).findByRole('form', { name: `Sign-in for ${PROXY}` });
    fireEvent.change(within(form).getByRole('textbox', { name: 'User name' }), {
      target: { value: 'northgate\\hana' },
    });
    fireEvent.change(within(form).getByLabelText('Password', { selector: 'input' }), { target: { value: PASSWORD } });
    fireEvent.click(within(form).getByRole('button', { name: /^Keep/ }));
    expect(await within(panel).findByText('Its password is in the keychain.')).toBeDefined();
    expect(inputsOf('network.setProxySecret')).toEqual([
      { proxy: PROXY, secret: { user: 'northgate\\hana', password: PASSWORD } },
    ]);
    const kept = JSON.stringify([
      cache
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
      cache
        .getQueryCache()
        .getAll()
        .map(({ state }) => state),
      useNetworkPanel.getState(),
    ]);
    expect(kept + document.documentElement.outerHTML).not.toContain(PASSWORD);
    fireEvent.click(within(panel).getByRole('button', { name: 'Forget sign-in' }));
    expect(await within(panel).findByText('No password is kept for it.')).toBeDefined();
    expect(inputsOf('network.setProxySecret')[1]).toEqual({ proxy: PROXY, secret: null });
  });

  it('takes no user’s name with a colon, which would begin the password', async () => {
    const { panel } = await openPanel();
    fireEvent.click(within(panel).getByRole('button', { name: 'Proxy sign-in' }));
    const user = await within(panel).findByRole('textbox', { name: 'User name' });
    fireEvent.change(user, { target: { value: 'hana:pw' } });
    expect(within(panel).getByText('A user name holds no colon.')).toBeDefined();
    expect(within(panel).getByRole('button', { name: /^Keep/ }).hasAttribute('disabled')).toBe(true);
  });

  it('shows whom the person added, until when, and what is wrong with it', async () => {
    const { panel } = await openPanel();
    const list = within(panel).getByRole('list', { name: 'Authorities of your organization' });
    expect([...list.children].map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Northgate Root CA 2.*until .*2033/),
      expect.stringMatching(/^Northgate Root CA 1.*Expired/),
      expect.stringMatching(/^Without a name.*Not trusted/),
    ]);
  });

  it('removes an authority by its fingerprint', async () => {
    const { panel, inputsOf } = await openPanel();
    const [, old] = within(panel).getAllByRole('button', { name: 'Remove' });
    if (old === undefined) throw new Error('There is only one authority.');
    fireEvent.click(old);
    await screen.findByText('Northgate Root CA 1 is trusted no longer.');
    expect(inputsOf('network.removeCertificate')).toEqual([
      { fingerprint: expect.stringMatching(/^91c40ed2[0-9a-f]{56}$/) },
    ]);
    expect(within(panel).queryByText('Northgate Root CA 1')).toBeNull();
  });

  it('names a chosen file before it is trusted, and says what trusting it means', async () => {
    const { panel, inputsOf } = await openPanel({ network: 'plain' });
    const pem = '-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n';
    fireEvent.change(within(panel).getByLabelText('Certificate file'), { target: { files: [fileOf(pem)] } });
    const question = await within(panel).findByRole('group', { name: 'Trust what is in northgate.pem?' });
    expect(question.textContent).toContain('can read what Plumbline sends');
    expect(inputsOf('network.addCertificate')).toEqual([]);
    fireEvent.click(within(question).getByRole('button', { name: 'Trust this authority' }));
    await within(panel).findByText('Northgate Root CA 2');
    expect(inputsOf('network.addCertificate')).toEqual([{ pem }]);
  });

  it('says why a file was refused, beside its button', async () => {
    const { panel } = await openPanel({ network: 'plain' });
    fireEvent.change(within(panel).getByLabelText('Certificate file'), { target: { files: [fileOf('hello')] } });
    fireEvent.click(await within(panel).findByRole('button', { name: 'Trust this authority' }));
    const alert = await within(panel).findByRole('alert');
    expect(alert.textContent).toContain('northgate.pem: There is no certificate in it.');
  });

  it('adds none from a page in a browser, and says where to', async () => {
    const { panel } = await openPanel({ host: 'serve' });
    expect(within(panel).getByText(/A page in a browser cannot add one/)).toBeDefined();
    expect(within(panel).queryByLabelText('Certificate file')).toBeNull();
  });
});

describe('an account that the network keeps away', () => {
  it('says so, and leads to the sign-in of the proxy', async () => {
    const { panel } = await openPanel({ syncError: 'proxy-needs-sign-in' });
    fireEvent.click(screen.getByRole('option', { name: /Kauri/ }));
    const notice = await screen.findByRole('group', { name: /wants a name and a password/ });
    fireEvent.click(within(notice).getByRole('button', { name: 'Proxy sign-in' }));
    const user = await within(panel).findByRole('textbox', { name: 'User name' });
    expect(document.activeElement).toBe(user);
  });

  it('leads to where a certificate is added', async () => {
    const { panel } = await openPanel({ syncError: 'certificate-unknown-authority' });
    fireEvent.click(screen.getByRole('option', { name: /Kauri/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Add a certificate' }));
    await waitFor(() =>
      expect(document.activeElement).toBe(within(panel).getByRole('button', { name: 'Choose a certificate…' })),
    );
  });

  it('of what another network may cure is one that is not reached', () => {
    const health = (code: 'proxy-refused' | 'certificate-expired') =>
      connectionHealth(
        [sampleConnection],
        [
          {
            connectionId: sampleConnection.id,
            kind: 'audit',
            completeAt: null,
            attemptedAt: '2026-11-22T06:00:00Z',
            outcome: 'failed',
            error: { code, message: 'made up' },
          },
        ],
        false,
      )[0]?.problem;
    expect(health('proxy-refused')).toBe('unreachable');
    expect(health('certificate-expired')).toBe('other');
  });
});

describe('proxyProblem', () => {
  it.each([
    ['http://proxy.example:8080', undefined],
    ['HTTPS://Proxy.Example:3128/', undefined],
    ['socks5://[::1]:1080', undefined],
    ['', 'kind'],
    ['proxy.example:8080', 'kind'],
    ['socks4://proxy.example:1080', 'kind'],
    ['http://me:pw@proxy.example:8080', 'sign-in'],
    ['http://proxy.example', 'port'],
    ['http://proxy.example:port', 'port'],
    ['http://proxy.example/path:8080', 'form'],
    ['http://-proxy:8080', 'form'],
  ] as const)('finds in “%s” what the workspace would refuse: %s', (address, problem) => {
    expect(proxyProblem(address)).toBe(problem);
    expect(proxySetting.safeParse(address).success).toBe(problem === undefined);
  });
});

describe('readCertificateFile', () => {
  it('gives PEM text as it is', async () => {
    expect(await readCertificateFile(fileOf('-----BEGIN …'))).toMatchObject({ ok: true, name: 'northgate.pem' });
  });

  it('turns the binary form into PEM of the same bytes', async () => {
    const der = new Uint8Array(200).fill(7);
    der.set([0x30, 0x82]);
    const read = await readCertificateFile(fileOf(der, 'northgate.cer'));
    const pem = read.ok ? read.pem : '';
    expect(pem).toMatch(/^-----BEGIN CERTIFICATE-----\n(?:[\w+/=]{1,64}\n)+-----END CERTIFICATE-----\n$/);
    const inner = pem.replaceAll(/-----[^-]+-----|\n/g, '');
    expect([...Buffer.from(inner, 'base64')]).toEqual([...der]);
  });

  it.each([
    ['', 'empty'],
    ['x'.repeat(140_001), 'too-large'],
  ])('refuses a file that is no certificate by its size', async (content, reason) => {
    expect(await readCertificateFile(fileOf(content))).toEqual({ ok: false, reason });
  });
});

describe('the words for refused files', () => {
  it.each([
    'not-pem',
    'private-key',
    'too-many',
    'unreadable',
    'not-an-authority',
    'below-another',
    'expired',
    'not-yet-valid',
  ] satisfies readonly AuthorityRefusal[])('are there for %s', (reason) => {
    expect(isMessageKey(`network.refused-${reason}`)).toBe(true);
  });
});
