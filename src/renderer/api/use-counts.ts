import { useEffect, useState } from 'react';
import type { RecordCounts } from '../../shared/contract/records.ts';
import type { Kind } from '../../shared/model/record.ts';
import { whenIdle } from '../lib/when-idle.ts';
import { useOperation } from './use-operation.ts';

/**
 * How many records of a kind there are, by status; undefined until they were counted. Counting reads every record of
 * the kind, so it is asked for when what the screen begins with was asked for and drawn, and not at all while not
 * `isWanted`.
 */
export function useCounts(kind: Kind, isWanted = true): RecordCounts | undefined {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => whenIdle(() => setIsIdle(true)), []);
  return useOperation('records.counts', { kind }, { enabled: isIdle && isWanted }).data;
}
