import { z } from 'zod';
import { diskErrors } from './error-groups.ts';
import { command, query } from './operation.ts';

/** Which workspace is open: the person's own, or the sample with five made-up vendors. */
export type WorkspaceMode = 'own' | 'sample';

export interface WorkspaceStatus {
  readonly mode: WorkspaceMode;
  readonly version: string;
  readonly dataDir: string;
  readonly connections: number;
  readonly records: number;
  /** This computer's IANA time zone, in which days are judged where nothing nearer is known. */
  readonly zone: string;
  /** Which host shows this workspace: decides what the frame draws. */
  readonly host: 'desktop' | 'serve' | 'cli';
  /** Set when a database had to be rebuilt or restored at this start, until the app closes. */
  readonly recovered: {
    readonly database: 'cache' | 'work';
    readonly how: 'rebuilt' | 'from-backup';
    readonly at: string;
  } | null;
  /** In the sample: whether the made-up vendors answer. Null in one's own workspace. */
  readonly sampleOnline: boolean | null;
}

const opening = ['database-newer', 'workspace-busy', 'port-in-use', ...diskErrors] as const;

export const workspaceOperations = {
  'workspace.status': query<WorkspaceStatus>()({ input: z.strictObject({}) }),
  'workspace.open': command<WorkspaceStatus>()({
    input: z.strictObject({ mode: z.enum(['own', 'sample']) }),
    errors: opening,
  }),
  'workspace.resetSample': command<{ readonly ok: true }>()({ input: z.strictObject({}), errors: opening }),
  /** Takes the sample's made-up vendors off line and back, so that a person can see what works without a network. */
  'workspace.setSampleOnline': command<WorkspaceStatus>()({
    input: z.strictObject({ online: z.boolean() }),
    errors: ['not-offered-here'],
  }),
} as const;
