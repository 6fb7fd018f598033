import { createContext, useContext, useEffect, useState } from 'react';

/** Where screens read the time. Tests and the gallery give their own, so that "9 days late" stays 9 days. */
export const ClockContext = createContext<() => number>(() => Date.now());

const MINUTE_MS = 60_000;

/** The present moment, renewed every minute: fine enough for everything a screen says about age. */
export function useNow(): Date {
  const clock = useContext(ClockContext);
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), MINUTE_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return new Date(now);
}
