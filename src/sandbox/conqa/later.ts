/** Runs something after so many milliseconds; what is returned calls it off. */
export type Later = (milliseconds: number, run: () => void) => () => void;

/** The timer of this process; it keeps no process alive. */
export const realLater: Later = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};
