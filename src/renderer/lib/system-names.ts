import { t } from './words.ts';

/** The keychain of this computer by the name its own system gives it. */
export function keychainName(platform: string = globalThis.navigator?.platform ?? ''): string {
  if (/^win/i.test(platform)) return t('system.keychain-windows');
  return /mac/i.test(platform) ? t('system.keychain-mac') : t('system.keychain-linux');
}
