import { lazy, useState, type ComponentType } from 'react';

/** A screen whose code is loaded when it is first needed, or before. */
export interface LateScreen<Props> {
  readonly Screen: ComponentType<Props>;
  /** Loads the code. Rejects when it cannot be had. */
  readonly load: () => Promise<void>;
}

/** A screen that `fetch` brings. Once it is there it is drawn at once, like any other part. */
export function lateScreen<Props extends object>(fetch: () => Promise<ComponentType<Props>>): LateScreen<Props> {
  let known: ComponentType<Props> | undefined;
  const load = async (): Promise<ComponentType<Props>> => {
    known ??= await fetch();
    return known;
  };
  const Awaited = lazy(async () => ({ default: await load() }));

  function Screen(props: Props) {
    // What it began with it stays: another component in its place would begin anew, and forget what was typed.
    const [Shown] = useState<ComponentType<Props>>(() => known ?? (Awaited as ComponentType<Props>));
    return <Shown {...props} />;
  }
  return {
    Screen,
    load: async () => {
      await load();
    },
  };
}
