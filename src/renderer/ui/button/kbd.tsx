import { useAppearance } from '../../lib/appearance-state.ts';
import { capsOf, isSingleKey } from '../../lib/keys.ts';
import './button.css';

interface KeysProps {
  /** Keys as commands name them: `Mod+K`. */
  readonly keys: string;
  /** Inside a filled button keys stand without a cap. */
  readonly bare?: boolean;
}

/** The key that runs a command, printed next to it. Single letters are not shown while they are switched off. */
export function Keys({ keys, bare = false }: KeysProps) {
  const letters = useAppearance((state) => state.letters);
  if (!letters && isSingleKey(keys)) return null;
  return (
    <span className={bare ? 'keys is-bare' : 'keys'} aria-hidden="true">
      {capsOf(keys).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
