import type { WorkspaceStatus } from '../../src/shared/contract/workspace.ts';
import { createEventHub } from '../../src/main/services/event-hub.ts';
import type { Services, Workspaces } from '../../src/main/services/services.ts';

/** A status as a workspace without anything in it gives. */
const emptyStatus: WorkspaceStatus = {
  mode: 'own',
  version: '0.0.0-test',
  dataDir: 'nowhere',
  connections: 0,
  records: 0,
  zone: 'UTC',
  host: 'serve',
  recovered: null,
  sampleOnline: null,
};

/** Workspaces whose services are only those a test gives; any other use is a mistake of the test and throws. */
export function fakeWorkspaces(services: Partial<Services> = {}): Workspaces & { closed: boolean } {
  const events = createEventHub((thrown) => {
    throw thrown;
  });
  const workspaces = {
    closed: false,
    events,
    current: () => services as Services,
    status: () => Promise.resolve(emptyStatus),
    open: () => Promise.resolve(),
    resetSample: () => Promise.resolve(),
    setSampleOnline: () => Promise.resolve(),
    close: () => {
      workspaces.closed = true;
      return Promise.resolve();
    },
  };
  return workspaces;
}

/** A connection service that lists nothing, or fails in the way given. */
export function fakeConnections(
  list: Services['connections']['list'] = () => Promise.resolve([]),
): Pick<Services, 'connections'> {
  const none = (): Promise<never> => Promise.reject(new Error('no connection in this test'));
  return {
    connections: { list, listReady: list, find: none, open: none },
  };
}
