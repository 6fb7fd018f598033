import { createdFrom, type IdentifierKind, type Identifiers } from './identifiers.ts';
import type {
  AttributeRecord,
  AuditRecord,
  ClosingRecord,
  ObjectRecord,
  RoleRecord,
  ScheduleRecord,
  ScoreSystemRecord,
  TemplateRecord,
  UserRecord,
} from './record-types.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** The kinds of records of a company and what each holds. */
export type RecordOf = {
  readonly user: UserRecord;
  readonly role: RoleRecord;
  readonly object: ObjectRecord;
  readonly attribute: AttributeRecord;
  readonly template: TemplateRecord;
  readonly scoreSystem: ScoreSystemRecord;
  readonly schedule: ScheduleRecord;
  readonly audit: AuditRecord;
  readonly closing: ClosingRecord;
};

type RecordKind = keyof RecordOf;

/** One record as it is from now on; null deletes it. */
export type RecordChange<Kind extends RecordKind = RecordKind> = {
  readonly [K in Kind]: { readonly kind: K; readonly id: string; readonly value: RecordOf[K] | null };
}[Kind];

/** A shelf for each kind. */
export type Shelves = { readonly [K in RecordKind]: Shelf<RecordOf[K]> };

/** Everything a company holds beside what only the data set makes. */
export type Records = Shelves & {
  readonly apply: (change: RecordChange) => void;
  /** Returns ids nothing has or had, without taking them: a change that uses them does. */
  readonly newIds: (kind: Exclude<RecordKind, 'closing'>, count: number) => readonly string[];
  /** A number that grows with every change. */
  readonly revision: () => number;
};

/** What a company begins with; a kind left out begins empty. */
export type Beginnings = {
  readonly [K in RecordKind]?: () => Iterable<readonly [id: string, record: RecordOf[K]]>;
};

const identifierKindOf: Readonly<Record<Exclude<RecordKind, 'closing'>, IdentifierKind>> = {
  user: 'person',
  role: 'role',
  object: 'site',
  attribute: 'attribute',
  template: 'template',
  scoreSystem: 'scoreSystem',
  schedule: 'schedule',
  audit: 'audit',
};

/** Returns the records of a company. */
export const createRecords = (identifiers: Identifiers, begin: Beginnings): Records => {
  const shelves: Shelves = {
    user: createShelf(begin.user),
    role: createShelf(begin.role),
    object: createShelf(begin.object),
    attribute: createShelf(begin.attribute),
    template: createShelf(begin.template),
    scoreSystem: createShelf(begin.scoreSystem),
    schedule: createShelf(begin.schedule),
    audit: createShelf(begin.audit),
    closing: createShelf(begin.closing),
  };
  const created = new Map<IdentifierKind, number>();
  let revision = 0;

  const put = <K extends RecordKind>(change: RecordChange<K>): void =>
    shelves[change.kind].set(change.id, change.value);

  return {
    ...shelves,
    apply: (change) => {
      put(change);
      revision += 1;
      const found = identifiers.decode(change.id);
      if (found === null || found.record < createdFrom) return;
      created.set(found.kind, Math.max(created.get(found.kind) ?? 0, found.record - createdFrom + 1));
    },
    newIds: (kind, count) => {
      const identifierKind = identifierKindOf[kind];
      const next = createdFrom + (created.get(identifierKind) ?? 0);
      return Array.from({ length: count }, (_, index) => identifiers.encode(identifierKind, next + index));
    },
    revision: () => revision,
  };
};
