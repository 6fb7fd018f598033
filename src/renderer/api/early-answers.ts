import type { QueryClient } from '@tanstack/react-query';
import { EVENT_NAMES } from '../../shared/contract/events.ts';
import type { Input, QueryName } from '../../shared/contract/index.ts';
import type { Bridge } from './bridge.ts';
import { queryKey } from './query-keys.ts';

/** A query of the contract with its input. */
export type Question = {
  readonly [Name in QueryName]: { readonly operation: Name; readonly input: Input<Name> };
}[QueryName];

/** Answers that are there, or on their way, before anybody can show them. */
export interface EarlyAnswers {
  /** Puts them where the screens look. Nothing is put there after an event, which may have made any of them old. */
  readonly giveTo: (cache: QueryClient) => void;
}

/** Asks at once. What fails is left for the screens to ask again. */
export function askEarly(bridge: Bridge, questions: readonly Question[]): EarlyAnswers {
  let isOld = false;
  const stops = EVENT_NAMES.map((event) =>
    bridge.on(event, () => {
      isOld = true;
    }),
  );
  const asked = questions.map(({ operation, input }) => {
    const answer = bridge.call(operation, input);
    const settled: { value?: unknown } = {};
    void answer.then(
      (value) => {
        settled.value = value;
      },
      () => undefined,
    );
    return { key: queryKey(operation, input), answer, settled };
  });
  return {
    giveTo: (cache) => {
      for (const stop of stops) stop();
      if (isOld) return;
      for (const { key, answer, settled } of asked) {
        if (settled.value === undefined) void cache.prefetchQuery({ queryKey: key, queryFn: () => answer });
        else cache.setQueryData(key, settled.value);
      }
    },
  };
}
