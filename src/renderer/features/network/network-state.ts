import { create } from 'zustand';

/** The parts of the network's settings that can be open to change. */
type NetworkPart = 'proxy' | 'proxy-sign-in' | 'certificate';

interface NetworkState {
  /** The part that is being changed. Never what is typed: a password lives in its field alone. */
  readonly editing: NetworkPart | undefined;
  /** The proxy whose sign-in is being changed; left out for the one that asks for it. */
  readonly proxy: string | undefined;
  /** How often somebody was led here from elsewhere: each time the part is brought into view. */
  readonly asked: number;
  readonly open: (part: NetworkPart, proxy?: string) => void;
  /** Opens a part from another place of the screen. */
  readonly lead: (part: NetworkPart) => void;
  readonly close: () => void;
}

/** What only the network's settings know. */
export const useNetworkPanel = create<NetworkState>((set) => ({
  editing: undefined,
  proxy: undefined,
  asked: 0,
  open: (editing, proxy) => set({ editing, proxy }),
  lead: (editing) => set(({ asked }) => ({ editing, proxy: undefined, asked: asked + 1 })),
  close: () => set({ editing: undefined, proxy: undefined }),
}));
