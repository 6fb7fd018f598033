import { connectionOperations } from './connections.ts';
import { diagnosticOperations } from './diagnostics.ts';
import { fileOperations } from './files.ts';
import type { InputOf, OutputOf, ParsedInputOf } from './operation.ts';
import { outboxOperations } from './outbox.ts';
import { networkOperations } from './network.ts';
import { recordOperations } from './records.ts';
import { settingOperations } from './settings.ts';
import { signInOperations } from './sign-in.ts';
import { syncOperations } from './sync.ts';
import { systemOperations } from './system.ts';
import { vendorOperations } from './vendors.ts';
import { workspaceOperations } from './workspace.ts';

/** Every operation that a screen or a script may ask of the workspace. */
export const contract = {
  ...workspaceOperations,
  ...connectionOperations,
  ...signInOperations,
  ...recordOperations,
  ...syncOperations,
  ...fileOperations,
  ...outboxOperations,
  ...settingOperations,
  ...networkOperations,
  ...vendorOperations,
  ...diagnosticOperations,
  ...systemOperations,
} as const;

type Contract = typeof contract;
export type OperationName = keyof Contract;
export type Input<Name extends OperationName> = InputOf<Contract[Name]>;
export type ParsedInput<Name extends OperationName> = ParsedInputOf<Contract[Name]>;
export type Output<Name extends OperationName> = OutputOf<Contract[Name]>;

/** Names of the operations that only read: the ones a screen may ask again at will. */
export type QueryName = {
  [Name in OperationName]: Contract[Name]['type'] extends 'query' ? Name : never;
}[OperationName];
export type CommandName = Exclude<OperationName, QueryName>;
