import type { ConnectionId } from '../../shared/model/ids.ts';
import { VENDOR_NAMES } from '../../shared/model/vendor.ts';
import { join } from 'node:path';
import type { CredentialStore } from '../credentials/credential-store.ts';
import { isoNow, type Clock } from '../platform/clock.ts';
import type { Ask, WorkWriterCalls } from '../store/worker-calls.ts';
import { startSampleVendors, type RunningSample } from './sample-vendors.ts';
import type { SampleVendors } from './workspaces.ts';
import type { Definitions } from './connections.ts';

/** The moment the sample's data ends, kept so that a restart finds the same records; `sample reset` begins anew. */
const MADE_AT = 'sample.madeAt';

export interface Sample extends SampleVendors {
  /** Starts the vendors and notes their addresses. Once; further calls wait for the first. */
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface SampleParts {
  /** The worker entry of the made-up vendors. */
  readonly entry: URL;
  readonly work: Ask<WorkWriterCalls>;
  readonly keeper: CredentialStore;
  /** The sample's folder: what is written to the vendors is journalled there. */
  readonly dataDir: string;
  readonly clock: Clock;
  /** The vendors this program can speak to: only these become connections. */
  readonly definitions: Definitions;
}

/** The made-up vendors of a sample workspace, started when they are first needed. */
export function createSample({ entry, work, keeper, dataDir, clock, definitions }: SampleParts): Sample {
  let running: RunningSample | undefined;
  let starting: Promise<void> | undefined;

  const madeAt = async (): Promise<string> => {
    const kept = (await work('listSettings', {}))[MADE_AT];
    if (typeof kept === 'string') return kept;
    const now = isoNow(clock);
    await work('saveSetting', { key: MADE_AT, value: now });
    return now;
  };

  const begin = async (): Promise<void> => {
    const vendors = await startSampleVendors(entry, {
      madeAt: await madeAt(),
      journalPath: join(dataDir, 'vendors.journal'),
    });
    running = vendors;
    for (const made of vendors.vendors.filter(({ vendor }) => definitions[vendor] !== undefined)) {
      const { vendor, path, secret } = made;
      const id = `sample-${vendor}` as ConnectionId;
      const url = `${vendors.url}${path}`;
      await keeper.set(id, { origin: new URL(url).origin, secret });
      await work('saveConnection', {
        connection: {
          id,
          vendor,
          name: VENDOR_NAMES[vendor],
          url,
          status: 'ready',
          label: null,
          color: null,
          allowsHttp: false,
          user: null,
        },
        at: isoNow(clock),
      });
    }
  };

  return {
    start: () => {
      starting ??= begin().catch((thrown: unknown) => {
        starting = undefined;
        throw thrown;
      });
      return starting;
    },
    isOnline: () => running?.isOnline() ?? true,
    setOnline: async (online) => {
      await running?.setOnline(online);
    },
    close: async () => {
      await running?.close();
    },
  };
}
