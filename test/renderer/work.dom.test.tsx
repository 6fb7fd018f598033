import { fireEvent, screen, waitFor, within, type Matcher } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revealWork, resetWork, workLists } from '../../src/renderer/features/work/work-state.ts';
import { useRoute } from '../../src/renderer/app/route-state.ts';
import { sampleConnection } from '../../src/renderer/gallery/fake-connections.ts';
import { workConnections } from '../../src/renderer/gallery/sample-work.ts';
import { giveScreen } from './screen.ts';
import { endApp, startApp } from './start-app.tsx';

beforeEach(() => {
  giveScreen(1440);
  localStorage.clear();
});
afterEach(() => {
  endApp();
  resetWork();
});

const all = () => [sampleConnection, ...workConnections()];
const of = (...vendors: readonly string[]) => workConnections().filter(({ vendor }) => vendors.includes(vendor));

const start = (options: Parameters<typeof startApp>[0] = {}) => startApp({ connections: all(), ...options });

/** Goes to a list by the sidebar, as soon as that leads there. */
async function goTo(name: RegExp): Promise<void> {
  const navigation = await screen.findByRole('navigation');
  fireEvent.click(await within(navigation).findByRole('button', { name }));
}

/** The detail pane of a list, once it shows this text. */
async function detailWith(name: string, text: Matcher): Promise<HTMLElement> {
  const pane = await screen.findByRole('region', { name });
  await within(pane).findAllByText(text);
  return pane;
}

/** A record's number, which is drawn in pieces. */
const number =
  (text: string) =>
  (_: string, element: Element | null): boolean =>
    element?.className === 'record-number' && element.textContent === text;

/** Names and values of the lists of facts in a part. */
const factsOf = (part: HTMLElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...part.querySelectorAll('dt')].map((name) => [name.textContent, name.nextElementSibling?.textContent ?? '']),
  );

const press = (key: string): void => {
  fireEvent.keyDown(document.body, { key });
};

/** What the last page of a list was asked with. */
const lastAsked = (inputsOf: (operation: string) => readonly unknown[], kind: string): unknown =>
  inputsOf('records.list')
    .filter((input) => (input as { kind?: string; limit?: number }).kind === kind)
    .at(-1);

describe('the way to the work lists', () => {
  const workIn = async (): Promise<readonly string[]> => {
    const navigation = await screen.findByRole('navigation');
    return [...navigation.querySelectorAll('button')]
      .map(({ textContent }) => textContent)
      .filter((text) => /^(Issues|Tickets|Milestones|Projects)/.test(text));
  };

  it('shows each list that an account has records for, with how many', async () => {
    start();
    await waitFor(async () => expect(await workIn()).toEqual(['Issues37', 'Tickets24', 'Milestones12', 'Projects6']));
  });

  it('shows none of a vendor that has none, and counts none of it', async () => {
    const { inputsOf } = startApp();
    await screen.findByRole('grid', { name: 'Audits' });
    await waitFor(() => expect(inputsOf('records.counts')).toHaveLength(2));
    expect(await workIn()).toEqual([]);
  });

  it('shows none of which nothing is there', async () => {
    startApp({ connections: [sampleConnection, ...of('smartq')], rows: [] });
    await waitFor(async () => expect(await workIn()).toEqual([]));
  });

  it('opens a list with G and its letter', async () => {
    start();
    await screen.findByRole('grid', { name: 'Audits' });
    press('g');
    press('t');
    expect(await screen.findByRole('grid', { name: 'Tickets' })).toBeDefined();
  });

  it('finds a record in the palette and opens it in its own list', async () => {
    start();
    await screen.findByRole('grid', { name: 'Audits' });
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'barrier' } });
    fireEvent.click((await screen.findAllByRole('option', { name: /Car park barrier/ }))[0] ?? document.body);
    await detailWith('Issue details', 'Car park barrier stuck open, level B1');
    expect(useRoute.getState().route).toEqual({ screen: 'issue' });
    expect(workLists.issue.getState().segment).toBe('all');
  });
});

describe('a work list', () => {
  it('shows both vendors’ issues that are open, late ones first, and follows J and K with the detail', async () => {
    const { inputsOf } = start();
    await goTo(/^Issues/);
    await detailWith('Issue details', number('IS-100'));
    expect(lastAsked(inputsOf, 'issue')).toMatchObject({
      status: ['open', 'disputed', 'ready-to-inspect', 'work-completed'],
      sort: 'due',
      direction: 'ascending',
    });
    expect(screen.getByRole('radio', { name: /Open/ }).textContent).toBe('Open26');
    press('j');
    await detailWith('Issue details', number('IS-101'));
  });

  it('shows one system’s records alone when it is chosen, without the counts of all', async () => {
    const { inputsOf } = start();
    await goTo(/^Issues/);
    fireEvent.click(await screen.findByRole('button', { name: /^System/ }));
    fireEvent.click(await screen.findByRole('option', { name: 'ConnectNow' }));
    await waitFor(() => expect(lastAsked(inputsOf, 'issue')).toMatchObject({ vendor: 'connectnow' }));
    expect(screen.getByRole('radio', { name: 'Open' }).textContent).toBe('Open');
    expect(await screen.findByRole('columnheader', { name: 'Severity' })).toBeDefined();
    expect(await screen.findByText('6 issues match')).toBeDefined();
  });

  it('offers no choice of systems where there is one, and no severity where nobody rates', async () => {
    startApp({ connections: of('conqa') });
    await goTo(/^Issues/);
    await screen.findByRole('grid', { name: 'Issues' });
    expect(screen.queryByRole('button', { name: /^System/ })).toBeNull();
    expect(screen.queryByRole('columnheader', { name: 'Severity' })).toBeNull();
  });

  it('narrows projects to one of the statuses there are', async () => {
    const { inputsOf } = start();
    await goTo(/^Projects/);
    fireEvent.click(await screen.findByRole('button', { name: /^Status/ }));
    fireEvent.click(await screen.findByRole('option', { name: /Disconnected/ }));
    await waitFor(() => expect(lastAsked(inputsOf, 'project')).toMatchObject({ status: ['disconnected'] }));
    await detailWith('Project details', 'Kauri Street Apartments');
  });

  it('sorts by a column and says how', async () => {
    const { inputsOf } = start();
    await goTo(/^Milestones/);
    fireEvent.click(await screen.findByTitle('Sort by Title'));
    await waitFor(() => expect(lastAsked(inputsOf, 'milestone')).toMatchObject({ sort: 'title' }));
    expect(screen.getByText('sorted by title, A to Z')).toBeDefined();
  });

  it('says when nothing matches, and clears every filter at once', async () => {
    start();
    await goTo(/^Issues/);
    fireEvent.click(await screen.findByRole('button', { name: /^System/ }));
    fireEvent.click(await screen.findByRole('option', { name: 'CONQA' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Filter by words' }), { target: { value: 'nothing' } });
    expect((await screen.findByTestId('state-empty-by-filter')).textContent).toContain('2 filters');
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByText('26 issues')).toBeDefined();
    expect(screen.getByRole('button', { name: 'System: All systems' })).toBeDefined();
  });

  it('asks for a sync where nothing was ever read', async () => {
    startApp({ connections: [sampleConnection, ...of('smartq')], rows: [] });
    await screen.findByRole('navigation');
    useRoute.getState().go('ticket');
    expect(await screen.findByTestId('state-first-run-empty')).toBeDefined();
  });

  it('says what is wrong when it cannot be read', async () => {
    start({ fail: { operation: 'records.list', code: 'disk-failed' } });
    await goTo(/^Tickets/);
    expect(await screen.findByText('disk-failed')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  });

  it('keeps a day without a zone the day the vendor gave, whatever the clocks here say', async () => {
    start();
    await goTo(/^Tickets/);
    const pane = await detailWith('Ticket details', 'Roof membrane blistering above plant room 2');
    // Ended on 5 November in UTC, when it was 13:00 of the sixth in Auckland.
    expect(factsOf(pane)['Due']).toMatch(/16 days late.*Thu (5 Nov|Nov 5)$/);
    expect(pane.textContent).toContain('smartQ gives a day without a time or zone');
  });

  it('puts the detail in place of the list where there is room for one', async () => {
    giveScreen(360);
    start();
    await screen.findByRole('grid', { name: 'Audits' });
    useRoute.getState().go('ticket');
    fireEvent.keyDown(await screen.findByRole('grid', { name: 'Tickets' }), { key: 'Enter' });
    await detailWith('Ticket details', 'Roof membrane blistering above plant room 2');
    expect(screen.queryByRole('grid')).toBeNull();
    press('Escape');
    expect(await screen.findByRole('grid', { name: 'Tickets' })).toBeDefined();
  });
});

describe('the detail of a record', () => {
  const open = async (kind: 'issue' | 'ticket' | 'milestone' | 'project', id: string, text: string | RegExp) => {
    const app = start();
    await screen.findByRole('grid', { name: 'Audits' });
    revealWork(kind, id);
    useRoute.getState().go(kind);
    const name = { issue: 'Issue', ticket: 'Ticket', milestone: 'Milestone', project: 'Project' }[kind];
    return { ...app, pane: await detailWith(`${name} details`, text) };
  };

  it('shows a smartQ ticket with its step, the board’s fields by their titles, and its notes', async () => {
    const { pane } = await open('ticket', 'sample-smartq:ticket:7/482', 'Roofing');
    expect(factsOf(pane)).toMatchObject({
      Status: 'In work',
      Step: 'In work3 of 4',
      Owner: 'Dan Whitlock',
      Trade: 'Roofing',
      'Cost estimate': '1250.5',
      // A field that the board has no more, and what nobody knows: by their own names.
      f9: 'kept by nobody',
      weather: 'nothing',
      mood: 'hurried',
    });
    const notes = within(pane).getByRole('list', { name: 'Notes' });
    expect(notes.children).toHaveLength(3);
    expect(notes.children[0]?.textContent).toMatch(/^Kev O’BrienFri (20 Nov|Nov 20), .*membrane-C4\.jpg/s);
    expect(notes.children[1]?.textContent).toContain('Private');
    expect(notes.children[2]?.textContent).toContain('User 99');
    expect([...notes.querySelectorAll('.vendor-html *')].map(({ localName }) => localName)).toEqual(
      'p b ul li li p a p p'.split(' '),
    );
  });

  it('goes from a ticket to its board', async () => {
    const { pane } = await open('ticket', 'sample-smartq:ticket:7/482', 'Roofing');
    fireEvent.click(within(pane).getByRole('button', { name: 'Wharf 7 fit-out' }));
    const board = await detailWith('Project details', 'Steps of the board');
    expect(board.textContent).toContain('at most 5 tickets');
  });

  it('shows a closed ConnectNow issue as one that nobody changes, with its categories and its history in order', async () => {
    const { pane } = await open('issue', 'sample-connectnow:issue:120', 'Part on order.');
    expect(pane.textContent).toMatch(/Closed .*ConnectNow changes no closed issue/);
    expect(factsOf(pane)).toMatchObject({
      Severity: 'Info',
      Categories: 'Lifts, Civic Campus EastAccess, Otis Ward',
      reporter: 'reception@civic.example',
    });
    const history = within(pane).getByRole('list', { name: 'History' });
    expect([...history.children].map(({ textContent }) => /[A-Z][a-z]+ \w+ .*\./.exec(textContent)?.[0])).toEqual([
      expect.stringContaining('Reported by reception.'),
      expect.stringContaining('Engineer called'),
      expect.stringContaining('Part on order.'),
    ]);
    expect(history.textContent).toContain('"channel":"sms"');
  });

  it('shows an unknown severity and an open issue’s missing due date in words', async () => {
    const { pane } = await open('issue', 'sample-connectnow:issue:121', '“urgent-ish”');
    expect(pane.textContent).toContain('ConnectNow gives no due date.');
    expect(pane.textContent).not.toContain('changes no closed issue');
  });

  it('shows a CONQA issue as read only, with everybody in it and what nobody names by its own name', async () => {
    const { pane } = await open('issue', 'sample-conqa:issue:issue-0', 'riskScore');
    expect(pane.textContent).toContain('CONQA lets nobody change this through its interface.');
    expect(factsOf(pane)).toMatchObject({
      Assignee: 'Dan Whitlock',
      'Ball in court': 'Priya Raman',
      'Raised by': 'Hana Petersen',
      'Days at status': '12 days',
      assignedTo: 'user-77',
      riskScore: '{"likelihood":3,"consequence":"major"}',
    });
    expect(within(pane).queryByRole('button', { name: 'Refresh' })).toBeNull();
  });

  it('shows a CONQA milestone with its project’s fields and its measurements against their thresholds', async () => {
    const { pane } = await open('milestone', 'sample-conqa:milestone:ms:0', 'timeToApproved');
    expect(factsOf(pane)).toMatchObject({
      Status: 'Open for inspection',
      level: 'Level 4',
      holdPoint: 'Yes',
      timeToApproved: '31 daysoverdue',
      timeToClosed: '2 daysheld',
    });
  });

  it('shows an Aconex project with its codes, its address and who is responsible', async () => {
    const { pane } = await open('project', 'sample-aconex:project:1879048300', 'Ridgeline Engineers');
    expect(factsOf(pane)).toMatchObject({
      Code: 'HL-1',
      Value: '184000000.00',
      Owner: 'Harbour Line Authority, Harbour Line',
      Site: '1 Quay Street, Auckland, 1010, New Zealand',
      Engineer: 'Ridgeline Engineers',
      ProjectOwnerOrganizationId: '1879048200',
    });
  });

  it('shows the vendor’s own data of every part as it came', async () => {
    const { pane } = await open('ticket', 'sample-smartq:ticket:7/482', 'Roofing');
    fireEvent.click(within(pane).getByRole('tab', { name: 'Vendor data' }));
    const list = await within(pane).findByRole('region', { name: 'As the list gave it' });
    expect(JSON.parse(list.textContent)).toMatchObject({ id: 482, weather: null });
    expect(within(pane).getByRole('region', { name: 'Part “notes”' }).textContent).toContain('<script>');
  });

  it('reads a ticket again with R', async () => {
    const { inputsOf } = await open('ticket', 'sample-smartq:ticket:7/482', 'Roofing');
    press('r');
    await waitFor(() => expect(inputsOf('sync.record')).toEqual([{ id: 'sample-smartq:ticket:7/482' }]));
  });

  it('says of a record that the vendor has no more that it was deleted, and keeps it readable', async () => {
    const { pane } = await open('ticket', 'sample-smartq:ticket:7/490', 'Roofing');
    expect(within(pane).getByTestId('state-deleted').textContent).toContain('Deleted at smartQ');
  });
});
