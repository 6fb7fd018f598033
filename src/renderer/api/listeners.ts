import type { EventName, Events } from '../../shared/contract/events.ts';

/** Listeners by event. One that throws does not keep the others from hearing. */
export interface Listeners {
  readonly on: <Name extends EventName>(event: Name, listener: (data: Events[Name]) => void) => () => void;
  readonly emit: <Name extends EventName>(event: Name, data: Events[Name]) => void;
}

export function createListeners(): Listeners {
  const byEvent = new Map<EventName, Set<(data: never) => void>>();
  return {
    on: (event, listener) => {
      const set = byEvent.get(event) ?? new Set();
      byEvent.set(event, set);
      set.add(listener);
      return () => set.delete(listener);
    },
    emit: (event, data) => {
      for (const listener of byEvent.get(event) ?? []) {
        try {
          (listener as (data: unknown) => void)(data);
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}
