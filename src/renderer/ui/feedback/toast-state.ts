import { create } from 'zustand';

interface Toast {
  readonly id: number;
  readonly text: string;
}

interface ToastState {
  readonly toast: Toast | undefined;
  readonly show: (text: string) => void;
  readonly hide: () => void;
}

/** The one short message at the bottom: something was done. A newer one takes the place of the older. */
export const useToast = create<ToastState>((set) => ({
  toast: undefined,
  show: (text) => set(({ toast }) => ({ toast: { id: (toast?.id ?? 0) + 1, text } })),
  hide: () => set({ toast: undefined }),
}));
