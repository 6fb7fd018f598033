import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCallbackError, readTokenError } from '../../src/main/vendors/aconex/oauth.ts';
import { portOf } from '../../src/renderer/features/connections/sign-in-fields.tsx';
import { useSignIn } from '../../src/renderer/features/connections/sign-in-state.ts';
import { signInReason, signInWords } from '../../src/renderer/features/connections/sign-in-words.ts';
import { sampleAconex } from '../../src/renderer/gallery/fake-sign-in.ts';
import { giveScreen } from './screen.ts';
import { endApp, goTo, startApp } from './start-app.tsx';

type Options = NonNullable<Parameters<typeof startApp>[0]>;

beforeEach(() => giveScreen(1440));
afterEach(() => {
  endApp();
  useSignIn.getState().run?.cancel();
  useSignIn.setState(useSignIn.getInitialState());
});

const type = (name: string, value: string): void => {
  fireEvent.change(screen.getByRole(name === 'Sign-in page' ? 'combobox' : 'textbox', { name }), { target: { value } });
};

/** The form for a first Aconex account, filled. */
async function openForm(options: Options = {}) {
  const app = startApp({ mode: 'own', ...options });
  fireEvent.click(await screen.findByRole('button', { name: /^Oracle Aconex/ }));
  await screen.findByRole('textbox', { name: 'Client ID' });
  type('Name', 'Kauri');
  type('Client ID', ' 7c1e4b02 ');
  return app;
}

const signIn = (): void => {
  fireEvent.click(screen.getByRole('button', { name: /^Sign in/ }));
};

describe('a sign-in by browser', () => {
  it('is what an Aconex account is offered first, at the usual page', async () => {
    await openForm();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Sign in with your browser/ }).checked).toBe(true);
    const page = screen.getByRole<HTMLInputElement>('combobox', { name: 'Sign-in page' });
    expect(page.value).toBe('https://constructionandengineering.oraclecloud.com');
    expect(page.list?.options).toHaveLength(2);
  });

  it('sends what was entered, and connects the account', async () => {
    const { inputsOf } = await openForm();
    fireEvent.click(screen.getByRole('button', { name: /constructionandengineering-ea/ }));
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    type('Return port', '8765');
    signIn();
    await screen.findByText('Kauri is connected.');
    expect(inputsOf('connections.signIn')).toEqual([
      {
        vendor: 'aconex',
        name: 'Kauri',
        url: 'https://api.aconex.com',
        clientId: '7c1e4b02',
        lobby: 'https://constructionandengineering-ea.oraclecloud.com',
        redirectPort: 8765,
      },
    ]);
  });

  it('says where the browser comes back to, with the port that was entered', async () => {
    await openForm();
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    type('Return port', '8765');
    expect(screen.getByText(/http:\/\/127\.0\.0\.1:8765\/callback/)).toBeDefined();
    type('Return port', '70000');
    expect(screen.getByText('A port is a number up to 65535.')).toBeDefined();
    expect(screen.getByRole('button', { name: /^Sign in/ }).hasAttribute('disabled')).toBe(true);
  });

  it('gives the page as a link of its own while it is waited for, and puts the focus there', async () => {
    await openForm({ signIn: 'waits' });
    signIn();
    const link = await screen.findByRole<HTMLAnchorElement>('link', { name: 'Open the sign-in page' });
    expect(link.href).toContain('https://constructionandengineering.oraclecloud.com/auth/authorize');
    expect(link.target).toBe('_blank');
    expect(link.rel).toBe('noopener noreferrer');
    expect(document.activeElement).toBe(link);
    const steps = screen.getByRole('list', { name: 'Steps of the sign-in' });
    expect([...steps.children].map(({ textContent }) => textContent)).toEqual([
      'You sign in to Oracle Aconex in your browsernow',
      'The browser comes back to Plumblineto come',
      'The account is tried with one read, and keptto come',
    ]);
  });

  it('leaves the opening to the desktop, and offers the address to copy', async () => {
    await openForm({ signIn: 'waits', host: 'desktop' });
    signIn();
    await screen.findByRole('button', { name: 'Copy its address' });
    expect(screen.getByText(/Your browser has opened the sign-in page/)).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Open the sign-in page' })).toBeNull();
  });

  it('ends with a cancel, keeps what was entered, and says nothing went wrong', async () => {
    await openForm({ signIn: 'waits' });
    signIn();
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    const client = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Client ID' });
    expect(client.value.trim()).toBe('7c1e4b02');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Kauri');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('goes on while another screen is looked at, and is found again', async () => {
    startApp({ signIn: 'waits' });
    await goTo(/Connections/);
    fireEvent.click(await screen.findByRole('button', { name: /^Add account/ }));
    fireEvent.click(await screen.findByRole('radio', { name: /^Oracle Aconex/ }));
    await screen.findByRole('textbox', { name: 'Client ID' });
    type('Name', 'Kauri');
    type('Client ID', '7c1e4b02');
    signIn();
    await screen.findByRole('link', { name: 'Open the sign-in page' });
    await goTo(/Outbox/);
    await screen.findByRole('heading', { name: 'Outbox' });
    await goTo(/Connections/);
    expect(await screen.findByRole('link', { name: 'Open the sign-in page' })).toBeDefined();
  });

  it.each([
    ['cancelled', 'access_denied', 'The sign-in was declined in the browser.'],
    ['key-rejected', 'invalid_client', 'The sign-in page does not know this client ID.'],
    ['invalid-for-vendor', 'invalid_redirect_uri', 'The address that the browser comes back to is not registered'],
    ['sign-in-timed-out', undefined, 'Nobody finished the sign-in to Oracle Aconex.'],
    ['port-in-use', undefined, 'The port is in use by another program.'],
    ['offline', undefined, 'Oracle Aconex could not be reached.'],
  ] as const)('that ended with %s %s says so in plain words', async (code, vendorCode, words) => {
    await openForm({ signIn: vendorCode === undefined ? { code } : { code, vendorCode } });
    signIn();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(words);
  });

  it.each([
    ['port-in-use', undefined, 'Return port'],
    ['key-rejected', 'unauthorized_client', 'Client ID'],
  ] as const)('that ended with %s %s marks the field %s', async (code, vendorCode, name) => {
    await openForm({ signIn: vendorCode === undefined ? { code } : { code, vendorCode } });
    signIn();
    await screen.findByRole('alert');
    expect(screen.getByRole('textbox', { name }).getAttribute('aria-invalid')).toBe('true');
  });
});

describe('an account that is signed in to', () => {
  const openAccount = async (name: RegExp, options: Options = {}) => {
    const app = startApp({ connections: sampleAconex(), rows: [], ...options });
    await goTo(/Connections/);
    fireEvent.click(await screen.findByRole('option', { name }));
    return app;
  };

  it('is signed out, and then says so with its status', async () => {
    const { inputsOf } = await openAccount(/Kauri on Aconex/);
    fireEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(inputsOf('connections.signOut')).toEqual([{ id: 'kauri-aconex' }]));
    expect(await screen.findByText('You are not signed in to Oracle Aconex.')).toBeDefined();
    const option = screen.getByRole('option', { name: /Kauri on Aconex/ });
    expect(option.querySelector('.item-note')?.textContent).toBe('Sign in again');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Sign out' })).toBeNull());
  });

  it('whose sign-in has ended is signed in to again with what was used before', async () => {
    const { inputsOf } = await openAccount(/Harbour Build/);
    const notice = await screen.findByRole('group', { name: 'Your sign-in to Oracle Aconex has ended.' });
    fireEvent.click(within(notice).getByRole('button', { name: 'Sign in again' }));
    const form = await screen.findByRole('form', { name: 'Sign in again' });
    expect(within(form).getByRole<HTMLInputElement>('textbox', { name: 'Client ID' }).value).toBe('7c1e4b02-client');
    fireEvent.click(within(form).getByRole('button', { name: /^Sign in/ }));
    expect(await screen.findByText('You are signed in to Harbour Build again.')).toBeDefined();
    expect(inputsOf('connections.signIn')).toEqual([
      {
        vendor: 'aconex',
        id: 'old-aconex',
        clientId: '7c1e4b02-client',
        lobby: 'https://constructionandengineering.oraclecloud.com',
        redirectPort: 0,
      },
    ]);
  });

  it('is offered no key, and one with a user’s name no sign-in', async () => {
    await openAccount(/Harbour Build/);
    await screen.findAllByRole('button', { name: 'Sign in again' });
    expect(screen.queryByRole('button', { name: 'New password' })).toBeNull();
    fireEvent.click(screen.getByRole('option', { name: /Wharf 7/ }));
    expect(await screen.findByRole('button', { name: 'New password' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Sign in again' })).toBeNull();
  });

  it('is led to from the banner of a refused key', async () => {
    startApp({ connections: sampleAconex(), rows: [] });
    fireEvent.click(await screen.findByRole('button', { name: 'Enter a new key' }));
    expect(await screen.findByRole('form', { name: 'Sign in again' })).toBeDefined();
  });
});

describe('signInWords', () => {
  it.each([
    ['access_denied', 'denied'],
    ['invalid_client', 'client'],
    ['unauthorized_client', 'organization'],
    ['invalid_redirect_uri', 'redirect'],
    ['aconex_account_not_found', 'account'],
    ['invalid_amr_claims', 'method'],
    ['invalid_grant', 'expired'],
  ])('know %s, as the client passes it on', (said, reason) => {
    expect(signInReason(readCallbackError(said))).toBe(reason);
    expect(signInReason(readTokenError(400, JSON.stringify({ error: said })))).toBe(reason);
  });

  it('take a bare 401 of the sign-in server for an unknown client', () => {
    expect(signInReason(readTokenError(401, ''))).toBe('client');
  });

  it('leave everything else to the words of its code, and quote the server’s own', () => {
    const words = signInWords(readCallbackError('server_error'), 'Oracle Aconex');
    expect(words.what).toBe('Oracle Aconex has a problem of its own at the moment.');
    expect(words.code).toBe('vendor-down server_error');
  });
});

describe('portOf', () => {
  it.each([
    ['', 0],
    [' 8765 ', 8765],
    ['65535', 65_535],
    ['65536', undefined],
    ['-1', undefined],
    ['80a', undefined],
  ])('reads “%s” as %s', (text, port) => {
    expect(portOf(text)).toBe(port);
  });
});
