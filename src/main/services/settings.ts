import { SETTINGS, type Setting, type SettingKey } from '../../shared/contract/settings.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Ask, ReaderCalls, WorkWriterCalls } from '../store/worker-calls.ts';

/** What a person set, with what is so before anybody set it. */
export interface SettingService {
  readonly list: () => Promise<readonly Setting[]>;
  readonly get: (key: SettingKey) => Promise<unknown>;
  /** Throws AppError `bad-input` for a value of another kind. */
  readonly set: (key: SettingKey, value: unknown) => Promise<Setting>;
}

interface SettingParts {
  readonly reader: Ask<ReaderCalls>;
  readonly work: Ask<WorkWriterCalls>;
  /** Told of each setting after it was kept. */
  readonly onSet?: (key: SettingKey) => void;
}

const KEYS = Object.keys(SETTINGS) as readonly SettingKey[];

/** The settings of one workspace. */
export function createSettings({ reader, work, onSet }: SettingParts): SettingService {
  /** A kept value of another kind than today's (an older Plumbline's) counts as not set. */
  const valueOf = (kept: Readonly<Record<string, unknown>>, key: SettingKey): unknown => {
    const parsed = SETTINGS[key].schema.safeParse(kept[key]);
    return parsed.success ? parsed.data : SETTINGS[key].initial;
  };

  return {
    list: async () => {
      const kept = await reader('listSettings', {});
      return KEYS.map((key) => ({ key, value: valueOf(kept, key) }));
    },
    get: async (key) => valueOf(await reader('listSettings', {}), key),
    set: async (key, value) => {
      const parsed = SETTINGS[key].schema.safeParse(value);
      if (!parsed.success) {
        throw new AppError('bad-input', `${key} cannot have this value.`, { data: { field: 'value' } });
      }
      await work('saveSetting', { key, value: parsed.data });
      onSet?.(key);
      return { key, value: parsed.data };
    },
  };
}
