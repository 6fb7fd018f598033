import type { Action } from '../data/action.ts';
import { actionCounts } from '../data/actions.ts';
import type { Audit } from '../data/audit.ts';
import type { Dataset } from '../data/dataset.ts';
import { systemPersonId } from '../data/identifiers.ts';
import type { Person, Role } from '../data/people.ts';
import type { Report, ReportItem, Signature } from '../data/report.ts';
import type { Company } from './ledger.ts';

/** Returns an instant (milliseconds since 1970, UTC) as the one documented format. */
export const moment = (instant: number): string => new Date(instant).toISOString();
export const momentOrNull = (instant: number | null): string | null => (instant === null ? null : moment(instant));

/**
 * Returns what writes records of a data set as the document's examples show them: the same fields in the same order.
 */
export const createShapes = (dataset: Dataset) => {
  const { identifiers, present } = dataset;

  const person = (someone: Person) => {
    const { index, name } = present.personNow(someone);
    return { id: identifiers.encode('person', index), name };
  };
  const role = ({ index, name, roleType }: Role) => ({ id: identifiers.encode('role', index), name, roleType });
  const personOrNull = (someone: Person | null) => (someone === null ? null : person(someone));
  const personOrSystem = (someone: Person | null, name = 'System') =>
    someone === null ? { id: systemPersonId, name } : person(someone);
  const object = (audit: Audit) => ({ id: identifiers.encode('site', audit.site.index), name: audit.site.name });
  const template = (audit: Audit) => ({
    id: identifiers.encode('template', audit.template.index),
    name: audit.template.name,
  });

  /** The fields both lists share. */
  const row = (audit: Audit) => ({
    id: audit.id,
    name: audit.name,
    assignees: audit.assignees.map(person),
    auditObject: object(audit),
    endDate: moment(audit.due),
    number: audit.number,
    startDate: moment(audit.start),
    template: template(audit),
  });

  const pendingRow = (audit: Audit) => {
    const counts = actionCounts(dataset, audit);
    return {
      ...row(audit),
      isReopened: audit.isReopened,
      isStarted: audit.startedAt !== null,
      completedActionsCount: counts.completed,
      pendingActionsCount: counts.open,
    };
  };

  const completeRow = (audit: Audit) => ({
    ...row(audit),
    completeDate: momentOrNull(audit.completedAt),
    completedBy: personOrNull(audit.completedBy),
    score: audit.result?.score ?? null,
    scoreLabel: audit.result?.label ?? null,
  });

  const minutesTaken = ({ startedAt, completedAt }: Audit): number | null =>
    startedAt === null || completedAt === null ? null : Math.floor((completedAt - startedAt) / 60_000);

  const detail = (audit: Audit) => ({
    id: audit.id,
    auditorHint: audit.hint,
    companyId: dataset.company.id,
    number: audit.number,
    auditObject: { ...object(audit), notes: audit.site.notes },
    startedBy: personOrNull(audit.startedBy),
    templateId: template(audit).id,
    template: template(audit),
    assignees: audit.assignees.map(person),
    isStarted: audit.startedAt !== null,
    startedAt: momentOrNull(audit.startedAt),
    isCompleted: audit.state === 'complete',
    completeDate: momentOrNull(audit.completedAt),
    isFailed: audit.result?.isFailed ?? false,
    isExpired: audit.state === 'expired',
    isReopened: audit.isReopened,
    completedBy: personOrNull(audit.completedBy),
    startDate: moment(audit.start),
    endDate: moment(audit.due),
    score: audit.result?.score ?? null,
    scoreLabel: audit.result?.label ?? null,
    scoreColor: audit.result?.color ?? null,
    completionTime: minutesTaken(audit),
  });

  const signature = (signed: Signature | null) =>
    signed === null
      ? null
      : {
          photoId: signed.photoId,
          createdBy: signed.person === null ? { id: systemPersonId, name: signed.name } : person(signed.person),
        };

  const completeDetail = (audit: Audit, report: Report) => ({
    ...detail(audit),
    // The vendor's example names a route it does not document. Ours names a host that cannot exist, so that nobody
    // follows it by accident, and that is the same after every restart, whatever the port.
    reportUrl: `https://monitorqa.sample.invalid/reports/audit/${audit.id}`,
    auditeeSignature: signature(report.auditeeSignature),
    auditorSignature: signature(report.auditorSignature),
  });

  const action = (entry: Action) => ({
    id: entry.id,
    name: entry.name,
    number: entry.number,
    description: entry.description,
    assignees: entry.assignees.map(person),
    // The document shows only empty lists of comments, photos and tags. Tags are written as the page of a single
    // corrective action writes them, photos as the list of file ids that page calls photosIds, comments with the
    // fields every other entry by a person has.
    comments: entry.comments.map((comment) => ({
      id: comment.id,
      text: comment.text,
      createdBy: person(comment.createdBy),
      createdAt: moment(comment.createdAt),
    })),
    createdBy: personOrSystem(entry.createdBy),
    createdAt: moment(entry.createdAt),
    dueDate: moment(entry.dueAt),
    priority: entry.priority,
    // A report knows no expired ones: its document ends at 3.
    status: entry.reportStatus,
    photos: entry.photoIds,
    tags: entry.tags,
  });

  const item = (entry: ReportItem) => ({
    id: entry.id,
    text: entry.text,
    note: entry.note,
    notApplicable: entry.notApplicable,
    isCritical: entry.isCritical,
    isPassed: entry.isPassed,
    isFailed: entry.isFailed,
    childrenIds: entry.childrenIds,
    metafields: entry.metafields,
    actions: entry.actions.map(action),
    photos: entry.photoIds,
    itemsCount: entry.itemsCount,
    points: entry.points,
    signature: signature(entry.signature),
    failedInRowCount: entry.failedInRowCount,
    itemType: entry.type,
    data: entry.data,
  });

  return {
    person,
    personOrNull,
    personOrSystem,
    object,
    pendingRow,
    completeRow,
    detail,
    completeDetail,
    report: (report: Report) => ({ id: report.audit.id, items: report.items.map(item) }),
    company: ({ id, profile, images }: Company) => ({
      id,
      name: profile.name,
      logoFileId: images.logo?.id ?? null,
      iconFileId: images.icon?.id ?? null,
      usagePurpose: profile.usagePurpose,
      customAuditObjectName: profile.customAuditObjectName,
    }),
    user: (someone: Person) => ({ ...person(someone), email: someone.email }),
    userDetail: (someone: Person) => ({
      ...person(someone),
      email: someone.email,
      role: role(someone.role),
    }),
    role,
  };
};

/** What {@link createShapes} returns. */
export type Shapes = ReturnType<typeof createShapes>;

/**
 * Returns JSON in which points and readings carry four decimals (`0.0000`), as the vendor's decimals do in the
 * example of "Get audit report". Quotes inside texts are escaped, so the pattern meets field names only.
 */
export const withDecimals = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /"(points|number)":(-?\d+(?:\.\d+)?)/g,
    (_, name: string, digits: string) => `"${name}":${Number(digits).toFixed(4)}`,
  );
