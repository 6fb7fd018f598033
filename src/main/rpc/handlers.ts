import type { OperationName, Output, ParsedInput } from '../../shared/contract/index.ts';
import type { Progress } from '../../shared/contract/operation.ts';
import type { Workspaces } from '../services/services.ts';

/** What a handler may use besides its input. */
export interface Call {
  readonly workspaces: Workspaces;
  /** Aborted when the caller cancels or is gone. */
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

type Handler<Name extends OperationName> = (
  input: ParsedInput<Name>,
  call: Call,
) => Output<Name> | Promise<Output<Name>>;

/** One handler for every operation of the contract: leaving one out, or adding one, does not compile. */
export type Handlers = { readonly [Name in OperationName]: Handler<Name> };

export const handlers: Handlers = {
  'workspace.status': (_input, { workspaces }) => workspaces.status(),
  'workspace.open': async ({ mode }, { workspaces }) => {
    await workspaces.open(mode);
    return workspaces.status();
  },
  'workspace.resetSample': async (_input, { workspaces }) => {
    await workspaces.resetSample();
    return { ok: true };
  },
  'workspace.setSampleOnline': async ({ online }, { workspaces }) => {
    await workspaces.setSampleOnline(online);
    return workspaces.status();
  },
  'connections.list': (_input, { workspaces }) => workspaces.current().connections.list(),
  'records.list': (input, { workspaces, signal }) => workspaces.current().records.list(input, signal),
  'records.count': (input, { workspaces, signal }) => workspaces.current().records.count(input, signal),
  'records.counts': ({ kind }, { workspaces }) => workspaces.current().records.counts(kind),
  'records.show': ({ id }, { workspaces }) => workspaces.current().records.show(id),
  'audits.document': ({ id }, { workspaces }) => workspaces.current().records.auditDocument(id),
  'sync.run': ({ connections, acceptRemovals }, { workspaces, signal, progress }) =>
    workspaces.current().sync.run(connections, { signal, progress, acceptRemovals }),
  'sync.status': (_input, { workspaces }) => workspaces.current().sync.status(),
  'sync.record': ({ id }, { workspaces, signal }) => workspaces.current().sync.record(id, signal),
  'reports.open': (input, { workspaces, signal, progress }) =>
    workspaces.current().reports.open(input, { signal, progress }),
  'reports.download': (input, { workspaces, signal, progress }) =>
    workspaces.current().reports.download(input, { signal, progress }),
  'files.open': (input, { workspaces, signal }) => workspaces.current().files.open(input, signal),
  'files.show': ({ id }, { workspaces }) => workspaces.current().files.show(id),
  'vendors.operations': ({ vendor }, { workspaces }) => workspaces.current().vendorCalls.operations(vendor),
  'vendors.call': (input, { workspaces, signal }) => workspaces.current().vendorCalls.call(input, signal),
};
