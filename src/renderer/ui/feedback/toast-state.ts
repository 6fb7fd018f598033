import { create } from 'zustand';
import type { MessageKey } from '../../lib/words.ts';

/** One thing that can still be done about it: Undo. */
interface ToastAction {
  readonly label: MessageKey;
  readonly keys?: string;
  readonly run: () => void;
}

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action: ToastAction | undefined;
}

interface ToastState {
  readonly toast: Toast | undefined;
  readonly show: (text: string, action?: ToastAction) => void;
  readonly hide: () => void;
}

/** The one short message at the bottom: something was done. A newer one takes the place of the older. */
export const useToast = create<ToastState>((set) => ({
  toast: undefined,
  show: (text, action) => set(({ toast }) => ({ toast: { id: (toast?.id ?? 0) + 1, text, action } })),
  hide: () => set({ toast: undefined }),
}));
