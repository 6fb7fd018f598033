import { SETTINGS, type SettingKey } from '../../shared/contract/settings.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import type { SettingService } from './settings.ts';

/** What a sign-in at a vendor was made with: the person enters it once. */
interface UsedSignIn {
  readonly clientId: string | null;
  readonly lobby: string | null;
  /** 0: any free port. */
  readonly redirectPort: number;
}

/** What sign-ins were made with, by vendor. */
export interface SignInSettings {
  readonly used: (vendor: Vendor) => Promise<UsedSignIn>;
  readonly remember: (vendor: Vendor, used: UsedSignIn) => Promise<void>;
}

const FIELDS = ['clientId', 'lobby', 'redirectPort'] as const;

const isKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key);

const keyOf = (vendor: Vendor, field: (typeof FIELDS)[number]): SettingKey | undefined => {
  const key = `signIn.${vendor}.${field}`;
  return isKey(key) ? key : undefined;
};

/** Keeps them among the settings, where the Settings screen and the command line show and change them too. */
export function createSignInSettings(settings: Pick<SettingService, 'get' | 'set'>): SignInSettings {
  const valueOf = async (vendor: Vendor, field: (typeof FIELDS)[number]): Promise<unknown> => {
    const key = keyOf(vendor, field);
    return key === undefined ? undefined : settings.get(key);
  };
  return {
    used: async (vendor) => {
      const [clientId, lobby, redirectPort] = await Promise.all(FIELDS.map((field) => valueOf(vendor, field)));
      return {
        clientId: typeof clientId === 'string' ? clientId : null,
        lobby: typeof lobby === 'string' ? lobby : null,
        redirectPort: typeof redirectPort === 'number' ? redirectPort : 0,
      };
    },
    remember: async (vendor, used) => {
      const before = await Promise.all(FIELDS.map((field) => valueOf(vendor, field)));
      for (const [index, field] of FIELDS.entries()) {
        const key = keyOf(vendor, field);
        if (key !== undefined && before[index] !== used[field]) await settings.set(key, used[field]);
      }
    },
  };
}
