import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import type { ListOwner } from '../../src/shared/model/mapped-record.ts';
import type { Kind } from '../../src/shared/model/record.ts';
import { connectnow } from '../../src/main/vendors/connectnow/client.ts';
import { conqa } from '../../src/main/vendors/conqa/client.ts';
import type { Collection, CollectionList } from '../../src/main/vendors/core/collection.ts';
import type { CallParams } from '../../src/main/vendors/core/operation.ts';
import { firstPage, nextPage, PAGE_SIZE, type PagingStep } from '../../src/main/vendors/core/paging.ts';
import { openAnswer } from '../../src/main/vendors/core/read-answer.ts';
import { prepareRequest } from '../../src/main/vendors/core/prepare-request.ts';
import type { VendorDefinition } from '../../src/main/vendors/core/vendor.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { smartq } from '../../src/main/vendors/smartq/client.ts';

/** One full page of a list as the network gives it, and whose list it is. */
export interface RecordsPage {
  readonly operation: string;
  readonly owner?: ListOwner;
  readonly bytes: ArrayBuffer;
}

/** The pages of one kind of record, and what reads them. */
export interface KindPages {
  readonly collection: Collection;
  /** The data of a page's bytes, as the cache's writer reads it. */
  readonly read: (operation: string, bytes: ArrayBuffer) => unknown;
  readonly pages: readonly RecordsPage[];
}

const NOW = '2026-11-20T08:00:00.000Z';

/** The sample vendors in this process, as an account of theirs sees them. */
export interface SampleAccount {
  readonly definition: VendorDefinition;
  /** The bytes of a successful answer. Throws when it is none. */
  readonly ask: (operation: string, params: CallParams) => Promise<ArrayBuffer>;
}

function accountOf({ app, vendors }: Sandbox, definition: VendorDefinition) {
  const account = vendors.find(({ vendor }) => vendor === definition.vendor);
  if (account === undefined) throw new Error(`The sample has no ${definition.vendor}.`);
  const ask: SampleAccount['ask'] = async (operation, params) => {
    const row = definition.operations[operation];
    if (row === undefined) throw new Error(`There is no operation ${operation}.`);
    const { url, headers } = prepareRequest({ row, baseUrl: `http://127.0.0.1${account.path}`, params });
    const answer = await app.request(url.href, { headers: { ...headers, ...definition.authorize(account.secret) } });
    if (!answer.ok) throw new Error(`The sample answered ${operation} with ${answer.status}.`);
    return answer.arrayBuffer();
  };
  return { definition, ask };
}

/** The accounts of a sample with so many audits. */
export function sampleAccounts(
  audits: number,
): Readonly<Record<'monitorqa' | 'conqa' | 'smartq' | 'connectnow', SampleAccount>> {
  const sandbox = createSandbox({ seed: 7, now: NOW, audits, clock: () => Date.parse(NOW) });
  return {
    monitorqa: accountOf(sandbox, monitorqa),
    conqa: accountOf(sandbox, conqa),
    smartq: accountOf(sandbox, smartq),
    connectnow: accountOf(sandbox, connectnow),
  };
}

const reader =
  (definition: VendorDefinition): KindPages['read'] =>
  (operation, bytes) =>
    openAnswer(
      definition,
      { vendor: definition.vendor, operation, status: 200, contentType: '' },
      new Uint8Array(bytes),
    );

/** How an account's vendor has a kind read. Throws when it has no such kind. */
function collectionOf({ definition }: SampleAccount, kind: Kind): Collection {
  const collection = definition.collections.find((candidate) => candidate.kind === kind);
  if (collection === undefined) throw new Error(`${definition.vendor} has no ${kind}.`);
  return collection;
}

/** Every list of a kind, with whose it is. */
async function listsOf(account: SampleAccount, { lists, within }: Collection) {
  const own: readonly { readonly list: CollectionList; readonly owner?: ListOwner }[] = lists.map((list) => ({ list }));
  if (within === undefined) return own;
  const owners = collectionOf(account, within.kind);
  const answers = owners.lists.map(async ({ operation, params = {} }) =>
    owners.mapPage(operation, reader(account.definition)(operation, await account.ask(operation, params))),
  );
  const pages = await Promise.all(answers);
  return [
    ...own,
    ...pages.flatMap(({ records }) => records.map((owner) => ({ list: within.list(owner.vendorId), owner }))),
  ];
}

/**
 * The first full pages of a kind's lists, 100 rows each, at most `most`; pages that are not full are left out. Throws
 * when there is none.
 */
export async function fullPages(account: SampleAccount, kind: Kind, most: number): Promise<KindPages> {
  const collection = collectionOf(account, kind);
  const read = reader(account.definition);
  const pages: RecordsPage[] = [];
  for (const { list, owner } of await listsOf(account, collection)) {
    const { operation, params } = list;
    const rule = { style: account.definition.operations[operation]?.paging ?? 'none', size: PAGE_SIZE };
    let step: PagingStep = { kind: 'next', request: firstPage(rule) };
    while (step.kind === 'next' && pages.length < most) {
      const { query, state } = step.request;
      const bytes = await account.ask(operation, { ...params, query: { ...params?.query, ...query } });
      const { received, total, cursor } = collection.mapPage(operation, read(operation, bytes), owner);
      if (received === PAGE_SIZE) pages.push({ operation, bytes, ...(owner === undefined ? {} : { owner }) });
      step = nextPage(rule, state, { received, repeated: 0, total, cursor });
    }
  }
  if (pages.length === 0) throw new Error(`The sample has no full page of ${kind}.`);
  return { collection, read, pages };
}
