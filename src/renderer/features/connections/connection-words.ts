import type { Connection } from '../../../shared/model/connection.ts';
import type { ConnectionHealth } from '../../api/connection-health.ts';
import { t } from '../../lib/words.ts';
import type { StatusShape } from '../../ui/marks/status-chip.tsx';

/** Glyph and word of how an account stands. */
export function connectionLook({ connection, problem }: ConnectionHealth): { shape: StatusShape; text: string } {
  if (connection.status === 'paused') return { shape: 'half', text: t('connections.status-paused') };
  if (problem === 'key-rejected') return { shape: 'failed', text: t('connections.status-key-rejected') };
  if (problem === 'key-missing') return { shape: 'disputed', text: t('connections.status-no-secret') };
  if (problem === 'unreachable') return { shape: 'disputed', text: t('connections.status-unreachable') };
  if (problem === 'other') return { shape: 'failed', text: t('connections.status-problem') };
  return { shape: 'tick', text: t('connections.status-ready') };
}

/** True where the person let this account's key travel unprotected. */
export const isUnprotected = ({ url, allowsHttp }: Connection): boolean => allowsHttp && url.startsWith('http:');
