import { z } from 'zod';
import { diskErrors } from './error-groups.ts';
import { certificatesSetting, proxySetting } from './network.ts';
import { command, query } from './operation.ts';

/** What the Settings screen keeps, with what each is before anybody changed it. */
export const SETTINGS = {
  /** Unlocks the deletion of a whole company (tier T4). */
  'danger.deleteCompany': { schema: z.boolean(), initial: false },
  /** What a sign-in at Aconex is made with unless it is told otherwise; a sign-in that worked remembers its own here. */
  'signIn.aconex.clientId': { schema: z.string().trim().min(1).max(200).nullable(), initial: null },
  'signIn.aconex.lobby': {
    schema: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable(),
    initial: null,
  },
  /** The port of 127.0.0.1 that the browser comes back to; 0 for any free one. */
  'signIn.aconex.redirectPort': { schema: z.int().min(0).max(65_535), initial: 0 },
  /** `system`, `none`, or one proxy for everything; see `network.set`. */
  'network.proxy': { schema: proxySetting, initial: 'system' },
  /** Fingerprints of the organisation's own authorities that are trusted; see `network.addCertificate`. */
  'network.certificates': { schema: certificatesSetting, initial: [] },
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
