import { z } from 'zod';
import { diskErrors } from './error-groups.ts';
import { command, query } from './operation.ts';

/** What the Settings screen keeps, with what each is before anybody changed it. */
export const SETTINGS = {
  /** Unlocks the deletion of a whole company (tier T4). */
  'danger.deleteCompany': { schema: z.boolean(), initial: false },
} as const;

export type SettingKey = keyof typeof SETTINGS;

export interface Setting {
  readonly key: SettingKey;
  readonly value: unknown;
}

const keys = Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]];

export const settingOperations = {
  'settings.list': query<readonly Setting[]>()({ input: z.strictObject({}) }),
  'settings.set': command<Setting>()({
    input: z.strictObject({ key: z.enum(keys), value: z.json() }),
    errors: diskErrors,
  }),
} as const;
