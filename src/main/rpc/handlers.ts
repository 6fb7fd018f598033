import type { OperationName, Output, ParsedInput } from '../../shared/contract/index.ts';
import type { Progress } from '../../shared/contract/operation.ts';
import type { Workspaces } from '../services/services.ts';

/** What a handler may use besides its input. */
export interface Call {
  readonly workspaces: Workspaces;
  /** Aborted when the caller cancels or is gone. */
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  /** Whether a click or a key press of a person led to it. */
  readonly gesture: boolean;
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
  'connections.add': (input, { workspaces }) => workspaces.current().accounts.add(input),
  'connections.test': ({ id }, { workspaces }) => workspaces.current().accounts.test(id),
  'connections.update': (input, { workspaces }) => workspaces.current().accounts.update(input),
  'connections.setSecret': (input, { workspaces }) => workspaces.current().accounts.setSecret(input),
  'connections.remove': (input, { workspaces }) => workspaces.current().accounts.remove(input),
  'connections.secrets': (_input, { workspaces }) => workspaces.current().accounts.secrets(),
  'connections.permissions': ({ id }, { workspaces, signal }) => workspaces.current().permissions.of(id, signal),
  'connections.retryKeychain': (_input, { workspaces }) => workspaces.current().accounts.retryKeychain(),
  'connections.signInOptions': ({ id }, { workspaces }) => workspaces.current().signIn.options(id),
  'connections.signIn': (input, { workspaces, signal, progress, gesture }) =>
    workspaces.current().signIn.signIn(input, { signal, progress, gesture }),
  'connections.signOut': ({ id }, { workspaces }) => workspaces.current().signIn.signOut(id),
  'records.list': (input, { workspaces, signal }) => workspaces.current().records.list(input, signal),
  'records.count': (input, { workspaces, signal }) => workspaces.current().records.count(input, signal),
  'records.groups': (input, { workspaces, signal }) => workspaces.current().records.groups(input, signal),
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
  'outbox.list': (_input, { workspaces }) => workspaces.current().outbox.list(),
  'outbox.show': ({ id }, { workspaces }) => workspaces.current().outbox.show(id),
  'outbox.draft': (input, { workspaces, signal }) => workspaces.current().vendorCalls.draft(input, signal),
  'outbox.send': ({ ids }, { workspaces, signal, progress }) =>
    workspaces.current().outbox.send(ids, { signal, progress }),
  'outbox.retry': (input, { workspaces }) => workspaces.current().outbox.retry(input),
  'outbox.markSent': ({ id }, { workspaces }) => workspaces.current().outbox.markSent(id),
  'outbox.discard': async (input, { workspaces }) => {
    await workspaces.current().outbox.discard(input);
    return { ok: true };
  },
  'actions.document': ({ id }, { workspaces }) => workspaces.current().actions.document(id),
  'actions.change': (input, { workspaces, signal }) => workspaces.current().actions.change(input, signal),
  'uploads.add': ({ path }, { workspaces, signal }) => workspaces.current().uploads.add(path, signal),
  'uploads.logo': (input, { workspaces }) => workspaces.current().uploads.logo(input),
  'company.show': ({ connectionId }, { workspaces }) => workspaces.current().uploads.company(connectionId),
  'settings.list': (_input, { workspaces }) => workspaces.current().settings.list(),
  'settings.set': ({ key, value }, { workspaces }) => workspaces.current().settings.set(key, value),
  'network.status': (_input, { workspaces }) => workspaces.current().network.status(),
  'network.set': (input, { workspaces }) => workspaces.current().network.set(input),
  'network.setProxySecret': (input, { workspaces }) => workspaces.current().network.setProxySecret(input),
  'network.addCertificate': (input, { workspaces }) => workspaces.current().network.addCertificate(input),
  'network.removeCertificate': (input, { workspaces }) => workspaces.current().network.removeCertificate(input),
  'vendors.operations': ({ vendor }, { workspaces }) => workspaces.current().vendorCalls.operations(vendor),
  'vendors.call': (input, { workspaces, signal }) => workspaces.current().vendorCalls.call(input, signal),
  'diagnostics.drift': (_input, { workspaces }) => workspaces.current().diagnostics.drift(),
  'system.openLink': async ({ url }, { workspaces }) => {
    await workspaces.current().system.openLink(url);
    return { ok: true };
  },
  'system.revealFile': async ({ id }, { workspaces }) => {
    await workspaces.current().system.revealFile(id);
    return { ok: true };
  },
  'system.saveFile': ({ id, name }, { workspaces }) => workspaces.current().system.saveFile(id, name),
  'system.chooseFolder': (_input, { workspaces }) => workspaces.current().system.chooseFolder(),
  'system.print': async (_input, { workspaces }) => {
    await workspaces.current().system.print();
    return { ok: true };
  },
  'system.setTheme': ({ theme }, { workspaces }) => {
    workspaces.current().system.setTheme(theme);
    return { ok: true };
  },
  'system.takeCommands': (_input, { workspaces }) => workspaces.current().system.takeCommands(),
};
