/** What each state of a list needs to say. Names and moments come ready to read; vendors' words as they came. */
export type ListStateFacts =
  | { readonly kind: 'first-run-empty'; readonly onSync: () => void }
  | {
      readonly kind: 'empty-by-filter';
      /** What the list holds, as in "No audit matches". */
      readonly what: string;
      readonly filters: number;
      readonly onClear: () => void;
    }
  | { readonly kind: 'loading' }
  | { readonly kind: 'refreshing'; readonly name: string }
  | {
      readonly kind: 'offline';
      readonly name: string;
      /** Since when; undefined when nothing was asked since it went. */
      readonly since: string | undefined;
      /** How old what is shown is; undefined when nothing was ever read. */
      readonly asOf: string | undefined;
      readonly onRetry: () => void;
    }
  | {
      readonly kind: 'partial';
      readonly fresh: number;
      readonly all: number;
      /** One sentence for each connection that was not refreshed. */
      readonly reasons: readonly string[];
      readonly onRetry: () => void;
    }
  | {
      readonly kind: 'permission-denied';
      readonly name: string;
      readonly right: string;
      /** Who can give it. */
      readonly who: string;
      readonly code: string;
    }
  | { readonly kind: 'unknown-value'; readonly name: string; readonly value: string }
  | {
      readonly kind: 'key-rejected' | 'key-missing';
      readonly name: string;
      /** How old what is shown is; undefined when nothing was ever read. */
      readonly asOf: string | undefined;
      /** Left out while a key cannot be entered. */
      readonly onEnter?: () => void;
    }
  | { readonly kind: 'too-large'; readonly shown: number; readonly total: number }
  | { readonly kind: 'deleted'; readonly name: string; readonly when: string }
  | { readonly kind: 'conflict'; readonly name: string; readonly field: string; readonly onCompare: () => void }
  | { readonly kind: 'needs-checking'; readonly name: string; readonly onCheck: () => void }
  | { readonly kind: 'disk-low'; readonly free: string }
  | {
      readonly kind: 'recovered';
      readonly how: 'rebuilt' | 'from-backup';
      readonly when: string;
      readonly onDismiss: () => void;
    }
  | { readonly kind: 'updated'; readonly version: string; readonly onDismiss: () => void };

export type ListStateKind = ListStateFacts['kind'];

/** Every kind, for the gallery and the test that shows each. */
export const LIST_STATE_KINDS = [
  'first-run-empty',
  'empty-by-filter',
  'loading',
  'refreshing',
  'offline',
  'partial',
  'permission-denied',
  'unknown-value',
  'key-rejected',
  'key-missing',
  'too-large',
  'deleted',
  'conflict',
  'needs-checking',
  'disk-low',
  'recovered',
  'updated',
] as const satisfies readonly ListStateKind[];
