import { firstPage, nextPage, type IncompleteReason, type PageRequest } from '../../src/main/vendors/core/paging.ts';
import { startServer, testClient, type TestServer } from '../vendors/vendor-server.ts';
import { pageOf, SIZE, type Page, type PagedList } from './paged-vendors.ts';

/** Something in every field that any vendor's sign-in reads. */
const ANY_SECRET = { apiKey: 'test-key', token: 'test-token', username: 'test', password: 'test', clientId: 'test' };

/** How a reading ended and what it found. */
interface Reading {
  /** Each row that was found, in the order it was first seen. */
  readonly ids: readonly number[];
  readonly calls: number;
  readonly end: 'whole' | IncompleteReason;
  /** What each request asked for. */
  readonly asked: readonly string[];
}

/** What a vendor does while it is read; calls are counted from 1. */
export interface Course {
  /** Rows it gives at most, whatever it is asked for. */
  readonly cap?: number;
  /** The list as it stands when the call comes. */
  readonly rowsAt?: (call: number, rows: readonly number[]) => readonly number[];
  /** What it says instead of the page it should. */
  readonly says?: (page: Page, call: number, query: URLSearchParams) => Page;
}

/** A vendor on 127.0.0.1 that answers every list of the suite. */
export interface PagingServer {
  readonly read: (list: PagedList, rows: readonly number[], course?: Course) => Promise<Reading>;
  readonly close: () => Promise<void>;
}

const unmoved: NonNullable<Course['rowsAt']> = (_call, rows) => rows;

/** Starts the vendor. Readings go one after another. */
export async function startPagingServer(): Promise<PagingServer> {
  let answer: (query: URLSearchParams) => unknown = () => null;
  const server: TestServer = await startServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer(searchParams)));
  });

  const read: PagingServer['read'] = async (list, rows, { cap = SIZE, rowsAt = unmoved, says } = {}) => {
    const client = testClient(server.url, {
      definition: list.definition,
      secret: async () => ANY_SECRET,
    });
    const seen = new Set<string>();
    const asked: string[] = [];
    let standing = rows;
    answer = (query) => {
      asked.push(query.toString());
      standing = rowsAt(asked.length, standing);
      const page = pageOf(list.rule, standing, query, cap);
      return list.write(says === undefined ? page : says(page, asked.length, query));
    };
    let request: PageRequest = firstPage(list.rule);
    for (let call = 1; call < 500; call += 1) {
      const { data } = await client.call(list.operation, {
        ...(list.path ? { path: list.path } : {}),
        query: request.query,
      });
      const { ids, received, total, cursor, more } = list.read(data);
      const repeated = ids.filter((id) => seen.has(id)).length;
      for (const id of ids) seen.add(id);
      const page = { received, repeated, total, cursor, ...(more === undefined ? {} : { more }) };
      // A run may be put down and taken up again: its state is plain data.
      const state = JSON.parse(JSON.stringify(request.state)) as PageRequest['state'];
      const step = nextPage(list.rule, state, page);
      if (step.kind !== 'next') {
        const end = step.kind === 'end' ? 'whole' : step.why;
        return { ids: [...seen].map(Number), calls: call, end, asked };
      }
      request = step.request;
    }
    throw new Error('the reading does not end');
  };

  return { read, close: server.close };
}
