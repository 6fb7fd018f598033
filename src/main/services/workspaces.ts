import type { WorkspaceMode, WorkspaceStatus } from '../../shared/contract/workspace.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { EventHub } from './event-hub.ts';
import type { Services, Workspaces } from './services.ts';

/** The made-up vendors of an open sample workspace. */
export interface SampleVendors {
  readonly isOnline: () => boolean;
  readonly setOnline: (online: boolean) => Promise<void>;
}

/** One workspace, open. */
export interface OpenWorkspace {
  readonly mode: WorkspaceMode;
  readonly services: Services;
  readonly sample: SampleVendors | null;
  readonly status: () => Promise<WorkspaceStatus>;
  readonly close: () => Promise<void>;
}

interface WorkspacesParts {
  readonly events: EventHub;
  readonly openOne: (mode: WorkspaceMode, events: EventHub) => Promise<OpenWorkspace>;
  /** Deletes the sample's data folder. */
  readonly deleteSample: () => Promise<void>;
}

/**
 * Keeps one workspace open and changes it on request. The new one is opened before the old one is let go, so that a
 * workspace that cannot be opened leaves a person where they were. Changes are done one after the other.
 */
export async function createWorkspaces(mode: WorkspaceMode, parts: WorkspacesParts): Promise<Workspaces> {
  const { events, openOne, deleteSample } = parts;
  let opened = await openOne(mode, events);
  let queue: Promise<unknown> = Promise.resolve();

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work, work);
    queue = result.catch(() => undefined);
    return result;
  };

  const change = async (next: OpenWorkspace): Promise<void> => {
    const former = opened;
    opened = next;
    events.emit('workspace.changed', {});
    await former.close();
  };

  return {
    events,
    current: () => opened.services,
    status: () => opened.status(),
    open: (wanted) =>
      inTurn(async () => {
        if (wanted !== opened.mode) await change(await openOne(wanted, events));
      }),
    resetSample: () =>
      inTurn(async () => {
        if (opened.mode !== 'sample') return deleteSample();
        // Its files are open: another workspace takes its place while they are deleted.
        await change(await openOne('own', events));
        await deleteSample();
        await change(await openOne('sample', events));
      }),
    setSampleOnline: async (online) => {
      if (opened.sample === null) {
        throw new AppError('not-offered-here', 'Only the vendors of the sample can be taken off line.');
      }
      await opened.sample.setOnline(online);
      events.emit('connections.changed', {});
    },
    close: () => inTurn(() => opened.close()),
  };
}
