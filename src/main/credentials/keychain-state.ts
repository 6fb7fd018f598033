import { AppError } from '../../shared/errors/app-error.ts';

/**
 * How the keychain of this computer stands. `locked`: it is there and waits for the person (or hangs); `missing`: there
 * is none to talk to; `denied`: it answered, and refused.
 */
export type KeychainState = 'available' | 'locked' | 'missing' | 'denied';

/**
 * Why, as a key for words. `not-loaded`: the system's library for it is not installed. `no-session`: started outside a
 * desktop session (over ssh, from a timer), so there is nothing to ask. `no-service`: a session without a keychain.
 * `no-answer`: it did not answer in time; often its own question stands open behind another window. `locked`: it was
 * not unlocked. `refused`: anything else.
 */
export type KeychainReason = 'not-loaded' | 'no-session' | 'no-service' | 'no-answer' | 'locked' | 'refused';

/** State and reason of the keychain; the reason is null exactly where it is available. */
export interface KeychainReport {
  readonly state: KeychainState;
  readonly reason: KeychainReason | null;
}

/**
 * How the secret of one connection stands. `kept`: in the keychain. `session-only`: in memory until Plumbline ends,
 * `reason` says why. `given`: handed over at the start, for this run. `entry-gone`: the keychain works and has none
 * for it, or one that cannot be read. The others: the keychain could not be asked.
 */
export interface CredentialStatus {
  readonly state: 'kept' | 'session-only' | 'given' | 'entry-gone' | Exclude<KeychainState, 'available'>;
  readonly reason: KeychainReason | 'entry-missing' | 'entry-unreadable' | null;
}

/** What can be asked about credentials without getting any. */
export interface CredentialHealth {
  /** Tries the keychain with an entry of its own, which it takes away again. It may ask the person to unlock it. */
  readonly probe: () => Promise<KeychainReport>;
  /** The same without asking again: what the newest answer showed. Probes when nothing was asked yet. */
  readonly report: () => Promise<KeychainReport>;
  /** How the secret of a connection stands. Never rejects because of the keychain. */
  readonly statusOf: (connectionId: string) => Promise<CredentialStatus>;
  /** Probes again and, where the keychain is there now, moves into it what was kept for this run only. */
  readonly retry: () => Promise<KeychainReport>;
}

const STATES: Readonly<Record<KeychainReason, Exclude<KeychainState, 'available'>>> = {
  'not-loaded': 'missing',
  'no-session': 'missing',
  'no-service': 'missing',
  'no-answer': 'locked',
  locked: 'locked',
  refused: 'denied',
};

const SENTENCES: Readonly<Record<KeychainReason, string>> = {
  'not-loaded': "The keychain's library is not installed on this computer.",
  'no-session': 'There is no desktop session here, and so no keychain.',
  'no-service': 'No keychain is running in this session.',
  'no-answer': 'The keychain did not answer in time.',
  locked: 'The keychain is locked.',
  refused: 'The keychain refused.',
};

export const AVAILABLE: KeychainReport = { state: 'available', reason: null };

/** A call that the keychain did not do. It holds a sentence of ours and nothing that the keychain said. */
export class KeychainError extends AppError {
  readonly report: { readonly state: Exclude<KeychainState, 'available'>; readonly reason: KeychainReason };

  constructor(reason: KeychainReason) {
    const state = STATES[reason];
    super('no-secret', SENTENCES[reason], { data: { keychain: state, reason } });
    this.report = { state, reason };
  }
}

/**
 * The reason behind a keychain's own error, as well as it can be told. Errors carry no code, and systems translate some
 * texts, so this looks for names (which nobody translates) where there are any and else takes it for a refusal.
 */
export function reasonOf(thrown: unknown): KeychainReason {
  if (thrown instanceof KeychainError) return thrown.report.reason;
  const text = thrown instanceof Error ? thrown.message : '';
  // The path of a collection that is not there: the keyring of this session was never unlocked.
  if (text.includes('/org/freedesktop/secrets/')) return 'locked';
  // The second is macOS's, where nobody is at the screen.
  if (/\blocked\b|interaction is not allowed/i.test(text)) return 'locked';
  if (text.includes('org.freedesktop.secrets')) return 'no-service';
  if (/\bD-?Bus\b.*\bX11\b|\$DISPLAY|^Could not connect: /.test(text)) return 'no-session';
  return 'refused';
}
