import { CircleAlert, Flag, FolderKanban, SquareKanban, type LucideIcon } from 'lucide-react';
import type { WorkKind } from '../api/work-kinds.ts';

/** The sign of each kind of work, in the sidebar and beside its command. */
export const WORK_ICONS: Readonly<Record<WorkKind, LucideIcon>> = {
  issue: CircleAlert,
  ticket: SquareKanban,
  milestone: Flag,
  project: FolderKanban,
};
