import type { EventName, Events } from '../../shared/contract/events.ts';

type Listener = <Name extends EventName>(event: Name, data: Events[Name]) => void;

/** Where services announce what changed, after it was committed. Listening and telling know nothing of each other. */
export interface EventHub {
  readonly emit: Listener;
  /** Calls `listener` on every event until the returned function is called. */
  readonly listen: (listener: Listener) => () => void;
}

/** A hub without listeners. A listener that throws stops neither the others nor the work that told. */
export function createEventHub(onFailure: (thrown: unknown) => void): EventHub {
  const listeners = new Set<Listener>();
  return {
    emit: (event, data) => {
      for (const listener of listeners) {
        try {
          listener(event, data);
        } catch (thrown) {
          onFailure(thrown);
        }
      }
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
