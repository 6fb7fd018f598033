import { expectTypeOf } from 'vitest';
import type { EventName, EVENT_NAMES } from '../../src/shared/contract/events.ts';
import type { CommandName, Input, OperationName, Output, QueryName } from '../../src/shared/contract/index.ts';
import type { OPERATION_NAMES } from '../../src/shared/contract/names.ts';
import type { NetworkStatus } from '../../src/shared/contract/network.ts';
import type { RecordPage } from '../../src/shared/contract/records.ts';
import type { SignInOption } from '../../src/shared/contract/sign-in.ts';
import type { ERROR_CODES, ErrorCode } from '../../src/shared/errors/codes.ts';
import type { errorMessages } from '../../src/shared/messages/en/errors.ts';
import type { Connection, SecretStatus } from '../../src/shared/model/connection.ts';
import type { Handlers } from '../../src/main/rpc/handlers.ts';

// The list of names that the preload reads is the contract's, no more and no less.
expectTypeOf<(typeof OPERATION_NAMES)[number]>().toEqualTypeOf<OperationName>();
expectTypeOf<(typeof EVENT_NAMES)[number]>().toEqualTypeOf<EventName>();

// Every operation has a handler, and there is no handler without an operation.
expectTypeOf<keyof Handlers>().toEqualTypeOf<OperationName>();

// Queries and commands divide the operations.
expectTypeOf<QueryName | CommandName>().toEqualTypeOf<OperationName>();
expectTypeOf<'records.list'>().toExtend<QueryName>();
expectTypeOf<'sync.run'>().toExtend<CommandName>();

// Input is what a caller gives: defaults may be left out. Output is what comes back.
expectTypeOf<{ kind: 'audit' }>().toExtend<Input<'records.list'>>();
expectTypeOf<Output<'records.list'>>().toEqualTypeOf<RecordPage>();
// @ts-expect-error There is no such kind.
expectTypeOf<{ kind: 'spaceship' }>().toExtend<Input<'records.list'>>();

// Each error code has its three sentences.
expectTypeOf<`error.${ErrorCode}.${'what' | 'data' | 'do'}`>().toEqualTypeOf<keyof typeof errorMessages>();
expectTypeOf<(typeof ERROR_CODES)[number]>().toEqualTypeOf<ErrorCode>();

// No operation hands out a secret: those that speak of one answer what is no secret.
type OfSecrets = Extract<OperationName, `${string}${'secret' | 'Secret' | 'credential' | 'apiKey'}${string}`>;
expectTypeOf<OfSecrets>().toEqualTypeOf<'connections.setSecret' | 'connections.secrets' | 'network.setProxySecret'>();
expectTypeOf<Output<'connections.setSecret'>>().toEqualTypeOf<Connection>();
expectTypeOf<Output<'network.setProxySecret'>>().toEqualTypeOf<NetworkStatus>();
expectTypeOf<Output<'connections.secrets'>>().toEqualTypeOf<SecretStatus>();
expectTypeOf<Output<'connections.signIn' | 'connections.signOut'>>().toEqualTypeOf<Connection>();
expectTypeOf<Extract<keyof SignInOption, `${string}${'oken' | 'ecret'}${string}`>>().toBeNever();
expectTypeOf<SecretStatus['connections'][string]>().toEqualTypeOf<'keychain' | 'session' | 'given' | 'none'>();
expectTypeOf<keyof Connection & ('secret' | 'apiKey' | 'token' | 'password')>().toBeNever();
