import { ERROR_CODES } from '../../shared/errors/codes.ts';
import { codeWords } from '../api/error-words.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import type { ListStateFacts, ListStateKind } from '../ui/list-states/list-state-facts.ts';
import { LIST_STATE_KINDS } from '../ui/list-states/list-state-facts.ts';
import { ListState } from '../ui/list-states/list-state.tsx';
import { Specimen } from './specimen.tsx';

const nothing = (): void => undefined;
const name = 'MonitorQA';

/** One believable example of every state. */
export const LIST_STATE_EXAMPLES: {
  readonly [Kind in ListStateKind]: Extract<ListStateFacts, { kind: Kind }> | ListStateFacts;
} = {
  'first-run-empty': { kind: 'first-run-empty', onSync: nothing },
  'empty-by-filter': { kind: 'empty-by-filter', what: t('audits.one'), filters: 1, onClear: nothing },
  loading: { kind: 'loading' },
  refreshing: { kind: 'refreshing', name },
  offline: { kind: 'offline', name, since: '06:41', asOf: '06:12', onRetry: nothing },
  partial: {
    kind: 'partial',
    fresh: 3,
    all: 5,
    reasons: [codeWords('key-rejected', 'smartQ').what, codeWords('too-many-requests', 'Oracle Aconex').what],
    onRetry: nothing,
  },
  'permission-denied': {
    kind: 'permission-denied',
    name,
    right: t('gallery.right'),
    who: t('gallery.who'),
    code: 'not-permitted 409',
  },
  'unknown-value': { kind: 'unknown-value', name, value: 'paused-by-client' },
  'key-rejected': { kind: 'key-rejected', name, asOf: '06:12', onEnter: nothing },
  'key-missing': { kind: 'key-missing', name, asOf: '06:12', onEnter: nothing },
  'too-large': { kind: 'too-large', shown: 10_000, total: 48_210 },
  deleted: { kind: 'deleted', name: 'CONQA', when: '14 Nov' },
  conflict: { kind: 'conflict', name: 'smartQ', field: t('audits.field.due'), onCompare: nothing },
  'needs-checking': { kind: 'needs-checking', name, onCheck: nothing },
  'disk-low': { kind: 'disk-low', free: t('part.bytes-mb', { count: 212 }) },
  recovered: { kind: 'recovered', how: 'from-backup', when: '14 Nov 06:12', onDismiss: nothing },
  updated: { kind: 'updated', version: '0.2.0', onDismiss: nothing },
};

/** Every state a list can be in, then every error there is. */
export function ListStatesParts() {
  return (
    <>
      <Specimen name="gallery.states">
        {LIST_STATE_KINDS.map((kind) => (
          <div key={kind} className="specimen-state">
            <ListState state={LIST_STATE_EXAMPLES[kind]} />
          </div>
        ))}
      </Specimen>
      <Specimen name="gallery.notices">
        <Notice {...codeWords('offline', name)} actions={<Button onPress={nothing}>{t('notice.again')}</Button>} />
        <div className="specimen-columns">
          {ERROR_CODES.map((code) => (
            <Notice key={code} {...codeWords(code, name)} />
          ))}
        </div>
      </Specimen>
    </>
  );
}
