import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultAddress, protectionOf } from '../../src/renderer/features/connections/account-facts.ts';
import { testSteps, wasKeyUsed } from '../../src/renderer/features/connections/test-steps.ts';
import { useConnectionsScreen } from '../../src/renderer/features/connections/connections-state.ts';
import { sampleConnections } from '../../src/renderer/gallery/fake-connections.ts';
import { sampleOutbox } from '../../src/renderer/gallery/sample-outbox.ts';
import { VENDORS } from '../../src/shared/model/vendor.ts';
import { giveScreen } from './screen.ts';
import { endApp, goTo, startApp } from './start-app.tsx';

const KEY = 'mq-5f1d-canary';

beforeEach(() => {
  giveScreen(1440);
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(endApp);

const keyField = (): HTMLInputElement => screen.getByLabelText('API key', { selector: 'input' });

async function fill(): Promise<void> {
  fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'Northgate' } });
  fireEvent.change(keyField(), { target: { value: ` ${KEY} ` } });
}

const submit = (): void => {
  fireEvent.click(screen.getByRole('button', { name: /Test and save/ }));
};

/** Everything this page keeps outside of its fields. */
function keptBy({ cache }: ReturnType<typeof startApp>): string {
  const mutations = cache.getMutationCache().getAll();
  const queries = cache.getQueryCache().getAll();
  return JSON.stringify([
    mutations.map(({ state }) => state),
    queries.map(({ state, queryKey }) => [state, queryKey]),
    Object.values(localStorage),
    Object.values(sessionStorage),
    useConnectionsScreen.getState(),
    history.state,
    document.documentElement.outerHTML,
  ]);
}

describe('connecting an account', () => {
  it('sends name, the vendor’s own address and the key without its blanks, once', async () => {
    const { inputsOf } = startApp({ mode: 'own' });
    await fill();
    submit();
    await screen.findByText('Northgate is connected.');
    expect(inputsOf('connections.add')).toEqual([
      {
        vendor: 'monitorqa',
        name: 'Northgate',
        url: 'https://api-external.monitorqa.com',
        secret: { apiKey: KEY },
        allowHttp: false,
      },
    ]);
  });

  it('keeps the key nowhere on the page once it was sent', async () => {
    const app = startApp({ mode: 'own' });
    await fill();
    submit();
    await screen.findByText('Northgate is connected.');
    expect(keptBy(app)).not.toContain(KEY);
  });

  it('empties the field after a refused key, and says so', async () => {
    const app = startApp({ mode: 'own', keyError: 'key-rejected' });
    await fill();
    submit();
    await screen.findByText('MonitorQA refused the key.');
    expect(keyField().value).toBe('');
    expect(screen.getByText('The field was emptied after the key was used.')).toBeDefined();
    expect(keptBy(app)).not.toContain(KEY);
    const steps = screen.getByRole('list', { name: 'Steps of the test' });
    expect([...steps.children].map(({ textContent }) => textContent)).toEqual([
      'Address reacheddone',
      'Answers as MonitorQAdone',
      'Key acceptedfailed',
      'Account keptnot tested',
    ]);
  });

  it('leaves the key in its field when nothing was reached, so that it need not be pasted again', async () => {
    const app = startApp({ mode: 'own', keyError: 'offline' });
    await fill();
    submit();
    await screen.findByText('MonitorQA could not be reached.');
    expect(keyField().value.trim()).toBe(KEY);
    expect(keptBy(app)).not.toContain(KEY);
  });

  it('shows the key only while asked to, and lets password managers fill it', async () => {
    startApp({ mode: 'own' });
    await fill();
    expect(keyField().type).toBe('password');
    expect(keyField().autocomplete).toBe('current-password');
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(keyField().type).toBe('text');
  });

  it('refuses plain http until the person allows it for this account', async () => {
    const { inputsOf } = startApp({ mode: 'own' });
    await fill();
    fireEvent.click(screen.getByRole('button', { name: 'Change address' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Address' }), { target: { value: 'http://qa.example' } });
    const button = screen.getByRole('button', { name: /Test and save/ });
    expect(button.hasAttribute('disabled')).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: /Send my key without protection/ }));
    submit();
    await screen.findByText('Northgate is connected.');
    expect(inputsOf('connections.add')).toMatchObject([{ url: 'http://qa.example', allowHttp: true }]);
  });
});

describe('the connections screen', () => {
  it('marks an account without protection for good, and says how each stands', async () => {
    startApp({ connections: sampleConnections() });
    await goTo(/Connections/);
    const options = await screen.findAllByRole('option');
    expect(options.map((option) => option.querySelector('.item-note')?.textContent)).toEqual([
      'Works',
      'Key refused',
      'Paused',
    ]);
    fireEvent.click(screen.getByRole('option', { name: /Wharf 7/ }));
    expect(await screen.findByText('http, not protected')).toBeDefined();
  });

  it('leads from the banner of a refused key to the field for a new one', async () => {
    const { inputsOf } = startApp({ connections: sampleConnections() });
    fireEvent.click(await screen.findByRole('button', { name: 'Enter a new key' }));
    fireEvent.change(await screen.findByLabelText('API key', { selector: 'input' }), { target: { value: KEY } });
    submit();
    await screen.findByText('The new key works and is kept.');
    expect(inputsOf('connections.setSecret')).toEqual([{ id: 'northgate', secret: { apiKey: KEY } }]);
    expect(screen.queryByLabelText('API key', { selector: 'input' })).toBeNull();
  });

  it.each([
    ['available', 'never falls back to a file'],
    ['locked', 'Unlock'],
    ['missing', 'Install and unlock'],
    ['denied', 'Allow Plumbline'],
  ] as const)('says how a keychain that is %s stands', async (keychain, words) => {
    startApp({ keychain });
    await goTo(/Connections/);
    const panel = await screen.findByTestId(`keychain-${keychain}`);
    expect(panel.textContent).toContain(words);
    expect(within(panel).queryByRole('button') === null).toBe(keychain === 'available');
  });

  it('badges a key that is kept for this session only', async () => {
    startApp({ keychain: 'missing' });
    await goTo(/Connections/);
    expect(await screen.findAllByText('This session only')).toHaveLength(2);
    expect(screen.getByText(/Kept in memory until Plumbline is closed/)).toBeDefined();
  });

  it('tests an account and shows what was found', async () => {
    startApp();
    await goTo(/Connections/);
    fireEvent.click(await screen.findByRole('button', { name: 'Test' }));
    expect(await screen.findByText('The account works. It is Kauri Construction Group.')).toBeDefined();
  });

  it('asks what becomes of what was read, and names the changes that wait', async () => {
    const { inputsOf } = startApp({ outbox: sampleOutbox() });
    await goTo(/Connections/);
    fireEvent.click(await screen.findByRole('button', { name: 'Remove account' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('8 changes in the outbox stay there as drafts. They are not sent.');
    fireEvent.click(within(dialog).getByRole('radio', { name: /Erase what was read/ }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove account and erase' }));
    await waitFor(() => expect(inputsOf('connections.remove')).toEqual([{ id: 'sample-monitorqa', erase: true }]));
  });

  it('keeps what was read unless the person says otherwise', async () => {
    const { inputsOf } = startApp();
    await goTo(/Connections/);
    fireEvent.click(await screen.findByRole('button', { name: 'Remove account' }));
    const dialog = await screen.findByRole('alertdialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove account' }));
    await waitFor(() => expect(inputsOf('connections.remove')).toEqual([{ id: 'sample-monitorqa', erase: false }]));
  });

  it('lets the person say who they are, from the people of the account', async () => {
    const { inputsOf } = startApp();
    await goTo(/Connections/);
    fireEvent.click(await screen.findByRole('button', { name: /^Who am I/ }));
    fireEvent.click(await screen.findByRole('option', { name: /Priya Raman/ }));
    await waitFor(() =>
      expect(inputsOf('connections.update')).toEqual([
        { id: 'sample-monitorqa', user: { vendorId: 'user-3', name: 'Priya Raman' } },
      ]),
    );
  });

  it('pauses and resumes', async () => {
    const { inputsOf } = startApp();
    await goTo(/Connections/);
    fireEvent.click(await screen.findByRole('button', { name: 'Pause' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Resume' }));
    await screen.findByRole('button', { name: 'Pause' });
    expect(inputsOf('connections.update')).toEqual([
      { id: 'sample-monitorqa', paused: true },
      { id: 'sample-monitorqa', paused: false },
    ]);
  });
});

describe('protectionOf', () => {
  it.each([
    ['https://api-external.monitorqa.com', 'https'],
    ['http://127.0.0.1:4100/monitorqa', 'loopback'],
    ['http://localhost:8080', 'loopback'],
    ['http://[::1]:8080', 'loopback'],
    ['http://127.0.0.1.example.com', 'open'],
    ['http://qa.example', 'open'],
    ['ftp://qa.example', 'invalid'],
    ['qa.example', 'invalid'],
  ])('takes %s for %s', (address, protection) => {
    expect(protectionOf(address)).toBe(protection);
  });
});

describe('defaultAddress', () => {
  it('is known for the one vendor that can be connected', () => {
    expect(VENDORS.filter((vendor) => defaultAddress(vendor) !== undefined)).toEqual(['monitorqa']);
  });
});

describe('testSteps', () => {
  it.each([
    ['offline', ['failed', 'open', 'open', 'open']],
    ['redirect-refused', ['done', 'failed', 'open', 'open']],
    ['key-rejected', ['done', 'done', 'failed', 'open']],
    ['disk-full', ['done', 'done', 'done', 'failed']],
    [undefined, ['done', 'done', 'done', 'done']],
  ] as const)('places %s', (code, states) => {
    expect(testSteps(code)?.map(({ state }) => state)).toEqual(states);
  });

  it('claims no step for an error that says nothing about one', () => {
    expect(testSteps('internal')).toBeUndefined();
    expect(wasKeyUsed('internal')).toBe(false);
    expect(wasKeyUsed('offline')).toBe(false);
    expect(wasKeyUsed('key-rejected')).toBe(true);
  });
});
