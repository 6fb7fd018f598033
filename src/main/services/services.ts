import type { WorkspaceMode, WorkspaceStatus } from '../../shared/contract/workspace.ts';
import type { ActionService } from './actions.ts';
import type { ConnectionAdmin } from './connection-admin.ts';
import type { ConnectionService } from './connections.ts';
import type { DiagnosticsService } from './diagnostics.ts';
import type { EventHub } from './event-hub.ts';
import type { NetworkService } from './network.ts';
import type { OutboxService } from './outbox.ts';
import type { PermissionService } from './permissions.ts';
import type { RecordService } from './records.ts';
import type { ReportService } from './reports.ts';
import type { SettingService } from './settings.ts';
import type { SignInService } from './sign-in.ts';
import type { SyncService } from './sync.ts';
import type { SystemService } from './system.ts';
import type { UploadService } from './uploads.ts';
import type { VendorCallService } from './vendor-calls.ts';
import type { VendorFileService } from './vendor-files.ts';

/** The use cases of one open workspace. */
export interface Services {
  readonly connections: ConnectionService;
  readonly accounts: ConnectionAdmin;
  readonly signIn: SignInService;
  readonly permissions: PermissionService;
  readonly records: RecordService;
  readonly sync: SyncService;
  readonly reports: ReportService;
  readonly files: VendorFileService;
  readonly vendorCalls: VendorCallService;
  readonly outbox: OutboxService;
  readonly actions: ActionService;
  readonly uploads: UploadService;
  readonly settings: SettingService;
  readonly network: NetworkService;
  readonly system: SystemService;
  readonly diagnostics: DiagnosticsService;
}

/**
 * The workspaces of one data folder: the person's own and the sample. One is open at a time; a caller asks for
 * `current()` at each use, because another may have been opened meanwhile.
 */
export interface Workspaces {
  readonly events: EventHub;
  readonly current: () => Services;
  readonly status: () => Promise<WorkspaceStatus>;
  readonly open: (mode: WorkspaceMode) => Promise<void>;
  /** Deletes the sample workspace and makes it as new; opens it again when it was open. */
  readonly resetSample: () => Promise<void>;
  /** Throws AppError `not-offered-here` when the sample is not the open workspace. */
  readonly setSampleOnline: (online: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}
