import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountFacts, protectionOf } from '../../src/renderer/features/connections/account-facts.ts';
import { networkErrors } from '../../src/shared/contract/error-groups.ts';
import { VENDORS } from '../../src/shared/model/vendor.ts';
import { testSteps, wasKeyUsed } from '../../src/renderer/features/connections/test-steps.ts';
import { useConnectionsScreen } from '../../src/renderer/features/connections/connections-state.ts';
import { vendorDefinitions } from '../../src/main/vendor-definitions.ts';
import { sampleConnections } from '../../src/renderer/gallery/fake-connections.ts';
import { sampleAconex } from '../../src/renderer/gallery/fake-sign-in.ts';
import { sampleConqa } from '../../src/renderer/gallery/sample-conqa.ts';
import { sampleOutbox } from '../../src/renderer/gallery/sample-outbox.ts';
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

const type = (name: string, value: string): void => {
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
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

describe('connecting a CONQA account', () => {
  const tokenField = (): HTMLInputElement => screen.getByLabelText('API token', { selector: 'input' });

  /** The form for a CONQA account, filled: the first system that has no account yet is proposed. */
  async function openForm(token: string, options: Parameters<typeof startApp>[0] = {}) {
    const app = startApp(options);
    await goTo(/Connections/);
    fireEvent.click(await screen.findByRole('button', { name: /^Add account/ }));
    fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'Kauri' } });
    fireEvent.change(tokenField(), { target: { value: token } });
    return app;
  }

  it('asks for a token under the document’s address, sends it alone, and reads the account at once', async () => {
    const { inputsOf } = await openForm(' cq-canary ');
    submit();
    await screen.findByText('Kauri is connected.');
    expect(inputsOf('connections.add')).toEqual([
      {
        vendor: 'conqa',
        name: 'Kauri',
        url: 'https://api-oceania.con.qa/api-v1',
        secret: { token: 'cq-canary' },
        allowHttp: false,
      },
    ]);
    await waitFor(() => expect(inputsOf('sync.run')).toEqual([{ connections: ['added-1'] }]));
  });

  it('says where the token is made', async () => {
    await openForm('');
    expect(screen.getByText(/user settings in CONQA Console/)).toBeDefined();
  });

  it.each(['Bearer cq-canary', 'authorization: bearer  cq-canary'])(
    'warns of “%s” and takes the word off when told',
    async (pasted) => {
      const { inputsOf } = await openForm(pasted);
      expect((await screen.findByRole('alert')).textContent).toContain('CONQA takes the token alone');
      fireEvent.click(screen.getByRole('button', { name: 'Remove “Bearer”' }));
      expect(screen.queryByRole('alert')).toBeNull();
      submit();
      await screen.findByText('Kauri is connected.');
      expect(inputsOf('connections.add')).toMatchObject([{ secret: { token: 'cq-canary' } }]);
    },
  );

  it('sends a “Bearer” that the person leaves in place', async () => {
    const { inputsOf } = await openForm('Bearer cq-canary');
    submit();
    await screen.findByText('Kauri is connected.');
    expect(inputsOf('connections.add')).toMatchObject([{ secret: { token: 'Bearer cq-canary' } }]);
  });

  it('warns of nothing for a token that only begins alike', async () => {
    await openForm('bearer-cq-canary');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what a refused token means, and keeps it nowhere', async () => {
    const app = await openForm('cq-canary', { keyError: 'key-rejected' });
    submit();
    await screen.findByText('CONQA refused the key.');
    expect(tokenField().value).toBe('');
    expect(keptBy(app)).not.toContain('cq-canary');
  });

  it('takes a 404 for a wrong address, not for something that is gone', async () => {
    await openForm('cq-canary', { keyError: 'not-at-vendor' });
    submit();
    expect(await screen.findByText('At this address there is no CONQA API.')).toBeDefined();
    expect(screen.getByText(/Compare the address with the one in the CONQA documentation/)).toBeDefined();
  });

  it('asks for the other system’s secret once that is chosen, in an empty form', async () => {
    await openForm('cq-canary');
    fireEvent.click(screen.getByRole('radio', { name: /^MonitorQA/ }));
    expect((await screen.findByRole('form', { name: 'Connect a MonitorQA account' })).textContent).toContain(
      'https://api-external.monitorqa.com',
    );
    expect(keyField().value).toBe('');
  });

  it('changes the token of an account under its own name', async () => {
    const { inputsOf } = startApp({ connections: [{ ...sampleConqa, status: 'key-rejected' }] });
    fireEvent.click(await screen.findByRole('button', { name: 'Enter a new key' }));
    fireEvent.change(await screen.findByLabelText('API token', { selector: 'input' }), { target: { value: KEY } });
    submit();
    await screen.findByText('The new key works and is kept.');
    expect(inputsOf('connections.setSecret')).toEqual([{ id: 'sample-conqa', secret: { token: KEY } }]);
  });
});

describe('connecting a smartQ account', () => {
  const openForm = async (options: Parameters<typeof startApp>[0] = {}) => {
    const app = startApp({ mode: 'own', ...options });
    fireEvent.click(await screen.findByRole('button', { name: /^smartQ/ }));
    type('Name', 'Wharf 7');
    type('E-mail', 'hana@dawson.example');
    fireEvent.change(screen.getByLabelText('Password', { selector: 'input' }), { target: { value: 'pw-canary' } });
    fireEvent.change(screen.getByLabelText('API access key', { selector: 'input' }), { target: { value: KEY } });
    return app;
  };

  it('asks for its own address, and sends all three parts of the secret', async () => {
    const { inputsOf } = await openForm();
    expect(screen.getByRole('button', { name: /Test and save/ }).hasAttribute('disabled')).toBe(true);
    type('Address', 'https://dawson.smartqweb.com');
    submit();
    await screen.findByText('Wharf 7 is connected.');
    expect(inputsOf('connections.add')).toEqual([
      {
        vendor: 'smartq',
        name: 'Wharf 7',
        url: 'https://dawson.smartqweb.com',
        secret: { username: 'hana@dawson.example', password: 'pw-canary', clientId: KEY },
        allowHttp: false,
      },
    ]);
  });

  it('keeps the e-mail but neither password nor key after a refusal', async () => {
    const app = await openForm({ keyError: 'key-rejected' });
    type('Address', 'https://dawson.smartqweb.com');
    submit();
    await screen.findByText('smartQ refused the key.');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail' }).value).toBe('hana@dawson.example');
    expect(keptBy(app)).not.toContain(KEY);
    expect(keptBy(app)).not.toContain('pw-canary');
  });

  it('says beside the field what we refused ourselves', async () => {
    await openForm({ keyError: 'bad-input', keyErrorData: { field: 'username' } });
    type('Address', 'https://dawson.smartqweb.com');
    submit();
    const field = await screen.findByRole('textbox', { name: 'E-mail', description: /holds no colon/ });
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('connecting a ConnectNow account', () => {
  const openForm = async (options: Parameters<typeof startApp>[0] = {}) => {
    const app = startApp({ mode: 'own', ...options });
    fireEvent.click(await screen.findByRole('button', { name: /^ConnectNow/ }));
    type('Name', 'Notices');
    return app;
  };

  it('needs no token, and says what works without one', async () => {
    const { inputsOf } = await openForm();
    expect(screen.getByText(/Reading works without one/)).toBeDefined();
    submit();
    await screen.findByText('Notices is connected.');
    expect(inputsOf('connections.add')).toEqual([
      {
        vendor: 'connectnow',
        name: 'Notices',
        url: 'https://issuetracker-api.connectnow.org.uk',
        allowHttp: false,
      },
    ]);
  });

  it('offers the address of the document to be pressed, and the other one again', async () => {
    const { inputsOf } = await openForm();
    fireEvent.click(screen.getByRole('button', { name: 'https://issuetracker.connectnow.org.uk' }));
    expect(screen.getByRole('button', { name: 'https://issuetracker-api.connectnow.org.uk' })).toBeDefined();
    submit();
    await screen.findByText('Notices is connected.');
    expect(inputsOf('connections.add')).toMatchObject([{ url: 'https://issuetracker.connectnow.org.uk' }]);
  });

  it('says a vendor’s words beside the field they are about, and the others below', async () => {
    await openForm({
      keyError: 'invalid-for-vendor',
      keyErrorData: { fields: { 'secret.token': 'The token has expired.', 'query.per_page': 'At most 50.' } },
    });
    submit();
    const field = await screen.findByLabelText('API token', { selector: 'input' });
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText('The token has expired.')).toBeDefined();
    expect(screen.getByText('per_page: At most 50.')).toBeDefined();
  });

  it('does not claim that an empty field was emptied', async () => {
    await openForm({ keyError: 'not-permitted' });
    submit();
    await screen.findByText('ConnectNow does not permit this with your key.');
    expect(screen.queryByText('The field was emptied after the key was used.')).toBeNull();
  });

  it('misses no token afterwards, and tests none', async () => {
    const [account] = sampleAconex().filter(({ vendor }) => vendor === 'connectnow');
    if (account === undefined) throw new Error('The sample has no ConnectNow account.');
    startApp({ connections: [account], rows: [] });
    await goTo(/Connections/);
    expect(await screen.findByText(/ConnectNow lets everybody read/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Test' }));
    const steps = await screen.findByRole('list', { name: 'Steps of the test' });
    expect(steps.textContent).not.toContain('Key accepted');
  });
});

describe('connecting an Aconex account by name and password', () => {
  it('leaves the integration’s id out where there is none, at one of the instances', async () => {
    const { inputsOf } = startApp({ mode: 'own' });
    fireEvent.click(await screen.findByRole('button', { name: /^Oracle Aconex/ }));
    fireEvent.click(await screen.findByRole('radio', { name: /^User name and password/ }));
    type('Name', 'Kauri');
    const address = screen.getByRole<HTMLInputElement>('combobox', { name: 'Address' });
    expect([...(address.list?.options ?? [])].map(({ text }) => text)).toContain('https://uk1.aconex.co.uk');
    fireEvent.change(address, { target: { value: 'https://uk1.aconex.co.uk' } });
    type('User name', 'hana');
    fireEvent.change(screen.getByLabelText('Password', { selector: 'input' }), { target: { value: KEY } });
    submit();
    await screen.findByText('Kauri is connected.');
    expect(inputsOf('connections.add')).toMatchObject([
      { vendor: 'aconex', url: 'https://uk1.aconex.co.uk', secret: { username: 'hana', password: KEY } },
    ]);
  });
});

describe('the first account', () => {
  it('can be one of each system that is offered, by its name in the list', async () => {
    const { inputsOf } = startApp({ mode: 'own' });
    fireEvent.click(await screen.findByRole('button', { name: /^CONQA/ }));
    expect(screen.getByRole('button', { name: /^CONQA/ }).getAttribute('aria-pressed')).toBe('true');
    fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'Kauri' } });
    fireEvent.change(screen.getByLabelText('API token', { selector: 'input' }), { target: { value: KEY } });
    submit();
    await screen.findByText('Kauri is connected.');
    expect(inputsOf('connections.add')).toMatchObject([{ vendor: 'conqa', secret: { token: KEY } }]);
  });

  it('can be one of all five systems', async () => {
    startApp({ mode: 'own' });
    const list = await screen.findByRole('list', { name: 'Your systems' });
    expect(within(list).getAllByRole('button')).toHaveLength(5);
  });
});

describe('a workspace whose systems have no list yet', () => {
  it('shows what was read in place of an audit list that could only be empty', async () => {
    startApp({ connections: [sampleConqa], rows: [] });
    const screenful = await screen.findByTestId('without-list');
    expect(screenful.textContent).toContain('CONQA has no audits.');
    const issues = await screen.findByRole('list', { name: 'Issues by status' });
    expect([...issues.children].map(({ textContent }) => textContent)).toEqual([
      'Open8',
      'Disputed4',
      'Ready to inspect4',
      'Work completed4',
      'Closed8',
    ]);
    expect(await screen.findByText('7 issues are late')).toBeDefined();
    expect(screen.queryByTestId('state-first-run-empty')).toBeNull();
  });

  it('says the same of corrective actions', async () => {
    startApp({ connections: [sampleConqa], rows: [] });
    await screen.findByTestId('without-list');
    await goTo(/Corrective actions/);
    expect(await screen.findByText('CONQA has no corrective actions.')).toBeDefined();
  });

  it('shows the list as soon as one account has such records', async () => {
    startApp({ connections: [sampleConqa, ...sampleConnections()] });
    expect(await screen.findByRole('grid', { name: 'Audits' })).toBeDefined();
    expect(screen.queryByTestId('without-list')).toBeNull();
  });

  it('keeps the list for what was read of an account that is gone', async () => {
    startApp({ connections: [sampleConqa] });
    expect(await screen.findByRole('grid', { name: 'Audits' })).toBeDefined();
    expect(screen.queryByTestId('without-list')).toBeNull();
  });
});

describe('the detail of an account', () => {
  /** Names and values of a list of facts. */
  const factsOf = (part: HTMLElement): readonly (string | null)[] =>
    [...part.querySelectorAll('dt, dd')].map(({ textContent }) => textContent);
  const section = async (title: string): Promise<HTMLElement> => {
    const heading = await screen.findByRole('heading', { name: title });
    const part = heading.closest('section');
    if (part === null) throw new Error(`${title} is in no section.`);
    return part;
  };

  it('says of CONQA how much was read of each kind and how old it is', async () => {
    startApp({ connections: [sampleConqa], rows: [] });
    await goTo(/Connections/);
    const read = await section('Read from it');
    await waitFor(() =>
      expect(factsOf(read)).toEqual([
        'Projects',
        expect.stringMatching(/^2as of 06:48/),
        'Issues',
        expect.stringMatching(/^28as of 06:48/),
        'Milestones',
        expect.stringMatching(/^12as of 06:48/),
      ]),
    );
  });

  it('does not ask who somebody is where the vendor lists nobody', async () => {
    startApp({ connections: [sampleConqa], rows: [] });
    await goTo(/Connections/);
    await section('What this key may do');
    expect(screen.queryByRole('button', { name: /^Who am I/ })).toBeNull();
    expect(await screen.findByText(/CONQA does not document what a key may do/)).toBeDefined();
  });

  it('says whose key it is, and counts what it may, may not and may perhaps do', async () => {
    startApp({ role: 'observer' });
    await goTo(/Connections/);
    expect(await screen.findByText('It belongs to Aroha Ngata, whose role is Client observer.')).toBeDefined();
    const counts = screen.getByRole('list', { name: 'Operations by permission' });
    expect([...counts.children].map(({ textContent }) => textContent)).toEqual([
      'Allowed1',
      'Not allowed3',
      'Not known until tried2',
    ]);
  });

  it('names what is not allowed with its reason, once asked', async () => {
    const { inputsOf } = startApp({ role: 'observer' });
    await goTo(/Connections/);
    const button = await screen.findByRole('button', { name: 'Show what is not allowed' });
    expect(inputsOf('vendors.operations')).toEqual([]);
    fireEvent.click(button);
    const list = await screen.findByRole('list', { name: 'What is not allowed' });
    await waitFor(() =>
      expect([...list.children].map(({ textContent }) => textContent)).toEqual([
        'Changes a corrective actionThe role lacks correctiveActions.manage.',
        'Invites a userThe role lacks users.manage.',
        'Deletes usersThe role lacks users.manage.',
      ]),
    );
    expect(button.getAttribute('aria-expanded')).toBe('true');
  });

  it('tells a refusal that was met from a role that lacks something, and unknown from denied', async () => {
    startApp({ role: 'refused' });
    await goTo(/Connections/);
    expect(await screen.findByText('Nobody has said whose key it is, so its role is not known.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Show what is not allowed' }));
    const list = await screen.findByRole('list', { name: 'What is not allowed' });
    expect(list.children).toHaveLength(1);
    expect(list.textContent).toContain('MonitorQA refused it when it was last tried.');
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

describe('accountFacts', () => {
  it('are told of every vendor that the program can speak to', () => {
    expect(VENDORS.toSorted()).toEqual(Object.keys(vendorDefinitions).toSorted());
  });

  it.each(VENDORS)('of %s gives the address and the secret that its client takes', (vendor) => {
    const { defaultUrl, otherUrls, secretFields, listsPeople, signInUrl } = accountFacts(vendor);
    const definition = vendorDefinitions[vendor];
    expect(defaultUrl).toBe(definition?.defaultUrl);
    expect(otherUrls).toEqual(definition?.otherUrls ?? []);
    expect(signInUrl).toBe(definition?.signIn?.url);
    const secret = Object.fromEntries(secretFields.map(({ name }) => [name, `canary-${name}`]));
    const sent = definition?.authorize(secret) ?? {};
    const basic = /^Basic (.+)$/.exec(sent['authorization'] ?? '')?.[1] ?? '';
    const readable = `${Object.values(sent).join(' ')} ${Buffer.from(basic, 'base64').toString()}`;
    for (const { name } of secretFields) expect(readable).toContain(`canary-${name}`);
    expect(listsPeople).toBe(definition?.collections.some(({ kind }) => kind === 'user'));
  });

  it.each(VENDORS)('of %s have the fields of its client, and need those that it needs', (vendor) => {
    const fields = accountFacts(vendor).secretFields.map(
      ({ name, isOptional }) => [name, isOptional === true ? 'optional' : 'needed'] as const,
    );
    expect(Object.fromEntries(fields)).toEqual(vendorDefinitions[vendor]?.secretFields);
  });
});

describe('testSteps', () => {
  it.each([
    ['offline', ['failed', 'open', 'open', 'open']],
    ['certificate-unknown-authority', ['failed', 'open', 'open', 'open']],
    ['tls-failed', ['failed', 'open', 'open', 'open']],
    ['proxy-needs-sign-in', ['failed', 'open', 'open', 'open']],
    ['redirect-refused', ['done', 'failed', 'open', 'open']],
    ['key-rejected', ['done', 'done', 'failed', 'open']],
    ['disk-full', ['done', 'done', 'done', 'failed']],
    [undefined, ['done', 'done', 'done', 'done']],
  ] as const)('places %s', (code, states) => {
    expect(testSteps(code)?.map(({ state }) => state)).toEqual(states);
  });

  it.each(networkErrors)('places %s on the way, with the key unused', (code) => {
    expect(testSteps(code)?.[0]).toEqual({ name: 'reached', state: 'failed' });
    expect(wasKeyUsed(code)).toBe(false);
  });

  it('claims no step for an error that says nothing about one', () => {
    expect(testSteps('internal')).toBeUndefined();
    expect(wasKeyUsed('internal')).toBe(false);
    expect(wasKeyUsed('offline')).toBe(false);
    expect(wasKeyUsed('key-rejected')).toBe(true);
  });
});
