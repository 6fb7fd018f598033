import type { SeenDrift } from '../../shared/model/drift.ts';
import { isoNow, type Clock } from '../platform/clock.ts';
import type { Ask, CacheWriterCalls, ReaderCalls } from '../store/worker-calls.ts';
import { createDriftWatch, type DriftWatch } from '../vendors/core/drift-watch.ts';

/** What a person looks at when something seems wrong. */
export interface DiagnosticsService {
  /** Where vendors' answers differ from their documents, as this version of Plumbline has seen it; the newest first. */
  readonly drift: () => Promise<readonly SeenDrift[]>;
  /** Takes note of the data of an answer. What a sync reads is looked at where it is stored. */
  readonly look: (...answer: Parameters<DriftWatch['look']>) => void;
}

interface DiagnosticsParts {
  readonly reader: Ask<ReaderCalls>;
  readonly cache: Ask<CacheWriterCalls>;
  readonly clock: Clock;
  /** Whether what is seen is kept: a command that only reads is not the folder's writer. */
  readonly keeps: boolean;
}

/** The diagnostics of one workspace. */
export function createDiagnostics({ reader, cache, clock, keeps }: DiagnosticsParts): DiagnosticsService {
  const watch = createDriftWatch(clock.now);
  return {
    drift: () => reader('listDrift', {}),
    look: (definition, operation, data) => {
      if (!keeps) return;
      const found = watch.look(definition, operation, data);
      if (found.length === 0) return;
      // What is not kept is seen again: no reason to fail.
      cache('saveDrift', { vendor: definition.vendor, operation, at: isoNow(clock), found }).catch(() => undefined);
    },
  };
}
