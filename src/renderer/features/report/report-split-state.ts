import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface ReportSplitState {
  /** Width of the PDF pane in pixels. */
  readonly width: number;
  readonly setWidth: (width: number) => void;
}

/** How a person divides the window between items and PDF, kept by the browser of this computer. */
export const useReportSplit = create<ReportSplitState>()(
  persist((set) => ({ width: 590, setWidth: (width) => set({ width }) }), {
    name: 'plumbline.report-split',
    version: 1,
  }),
);
