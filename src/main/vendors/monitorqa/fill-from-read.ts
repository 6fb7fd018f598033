import { AppError } from '../../../shared/errors/app-error.ts';
import type { CarriedField, FillRule } from '../core/fill-from-read.ts';
import { isFields, isNumber, isText, readersOf } from './detail-readers.ts';
import { unexpectedAnswer } from './map-common.ts';
import { readRepeat } from './schedule-repeat.ts';
import { closeLabelGaps, type ScoreLabel } from './score-labels.ts';

interface RuleParts {
  readonly read: string;
  /** The name of the id in the path of the change and in that of the read; null where the object needs none. */
  readonly id: readonly [change: string, read: string] | null;
  /** Fields that a detail has and no row of a list: without one of them it is not what was asked for. */
  readonly detailFields: readonly string[];
  readonly carried: FillRule['carried'];
  readonly unreadable?: readonly string[];
}

const isSameId = (left: unknown, right: unknown): boolean =>
  String(left).trim().toLowerCase() === String(right).trim().toLowerCase();

function ruleOf({ read, id, detailFields, carried, unreadable = [] }: RuleParts): FillRule {
  return {
    carried,
    unreadable,
    readCall: ({ path = {} }) => ({ operation: read, params: id === null ? {} : { path: { [id[1]]: path[id[0]] } } }),
    open: ({ path = {} }, answer) => {
      if (!isFields(answer)) throw unexpectedAnswer(read, 'the whole answer');
      if (id !== null && !isSameId(answer['id'], path[id[0]])) throw unexpectedAnswer(read, 'id');
      const isDetail = detailFields.some((name) => Object.hasOwn(answer, name));
      if (!isDetail) throw unexpectedAnswer(read, detailFields[0] ?? 'the whole answer');
      return answer;
    },
  };
}

const audit = readersOf('getAudit');
const schedule = readersOf('getSchedule');
const auditObject = readersOf('getAuditObject');
const user = readersOf('getUser');
const company = readersOf('getCompany');
const attribute = readersOf('getAttribute');
const role = readersOf('getRole');
const scoreSystem = readersOf('getScoreSystem');

/** An audit may have several assignees; this change can name one, and takes the audit from the others. */
const oneAssignee: CarriedField = {
  read: (fresh) => {
    const ids = audit.ids('assignees').read(fresh) as readonly string[];
    return ids.length > 1 ? ids : ids[0];
  },
  carry: (before) => {
    if (!Array.isArray(before)) return before;
    throw new AppError('bad-input', 'The audit has several assignees, and this change can keep one: say which.', {
      data: { field: 'body.assigneeId' },
    });
  },
};

/** What repeats in another way cannot keep the old way's fields: they are asked for. */
const repeat: CarriedField = {
  read: (fresh) => readRepeat(fresh['repeatPattern'], fresh['repeat']) ?? schedule.refuse('repeat'),
  carry: (before, { repeatPattern }, fresh) =>
    repeatPattern === undefined || repeatPattern === fresh['repeatPattern'] ? before : undefined,
};

const ADDRESS_FIELDS = ['lat', 'lng', 'name', 'address'] as const;

const geoAddress: CarriedField = {
  read: ({ geoAddress: address }) => {
    if (address === undefined || address === null) return address;
    if (!isFields(address)) return auditObject.refuse('geoAddress');
    return Object.fromEntries(
      ADDRESS_FIELDS.map((name) => [name, auditObject.needed(address, name, 'geoAddress', isText)]),
    );
  },
};

/** Labels without their ids, which no write takes. */
const labels: CarriedField = {
  read: (fresh) => {
    const read = scoreSystem.items('labels', (label, place) => ({
      min: scoreSystem.needed(label, 'min', place, isNumber),
      max: scoreSystem.needed(label, 'max', place, isNumber),
      label: scoreSystem.needed(label, 'label', place, isText),
      color: scoreSystem.needed(label, 'color', place, isText),
    }));
    return (read.read(fresh) as readonly ScoreLabel[]).toSorted((left, right) => left.min - right.min);
  },
  carry: (before) => closeLabelGaps(before as readonly ScoreLabel[]),
};

const options = attribute.items('options', (option, place) => ({
  id: attribute.needed(option, 'id', place, isText),
  name: attribute.needed(option, 'name', place, isText),
  isDefault: option['isDefault'] === true,
}));

const permissions: CarriedField = {
  read: ({ permissions: held }) =>
    Array.isArray(held) && held.every((item) => isText(item)) ? held : role.refuse('permissions'),
};

/** Only "Other" (6) has a name of its own. */
const objectName: CarriedField = {
  ...company.text('customAuditObjectName'),
  carry: (before, { usagePurpose }, fresh) => ((usagePurpose ?? fresh['usagePurpose']) === 6 ? before : undefined),
};

const roleId: CarriedField = {
  read: ({ role: held }) => (isFields(held) ? user.needed(held, 'id', 'role', isText) : undefined),
  kept: true,
};

/** MonitorQA's changes that wipe, or may wipe, what is left out. Corrective actions have their own: `changeAction`. */
export const fill: Readonly<Partial<Record<string, FillRule>>> = {
  updateOneTimeAudit: ruleOf({
    read: 'getAudit',
    id: ['id', 'auditId'],
    detailFields: ['auditorHint', 'templateId', 'companyId'],
    carried: {
      startDate: audit.moment('startDate'),
      endDate: audit.moment('endDate'),
      // The details are not documented to have one; then it must be given.
      name: audit.text('name'),
      auditorHint: audit.text('auditorHint'),
      assigneeId: oneAssignee,
    },
  }),
  updateSchedule: ruleOf({
    read: 'getSchedule',
    id: ['scheduleId', 'scheduleId'],
    detailFields: ['assignees', 'auditorHint'],
    carried: {
      auditObjectIds: schedule.ids('auditObjects'),
      auditObjectGroupIds: schedule.ids('auditObjectGroups'),
      name: schedule.text('name'),
      auditorHint: schedule.text('auditorHint'),
      assigneesIds: schedule.ids('assignees'),
      repeatPattern: schedule.number('repeatPattern'),
      repeat,
      active: schedule.flag('active'),
      startFromDate: schedule.moment('startFromDate'),
      stopByDate: schedule.moment('stopByDate'),
    },
  }),
  updateAuditObject: ruleOf({
    read: 'getAuditObject',
    id: ['id', 'id'],
    detailFields: ['notes', 'geoAddress', 'attributes', 'participantUsers'],
    carried: { name: auditObject.text('name'), notes: auditObject.text('notes'), geoAddress },
  }),
  updateUser: ruleOf({
    read: 'getUser',
    id: ['id', 'id'],
    detailFields: ['role'],
    carried: { fullName: user.text('name'), roleId },
    unreadable: ['phone'],
  }),
  updateCompany: ruleOf({
    read: 'getCompany',
    id: null,
    detailFields: ['usagePurpose', 'customAuditObjectName', 'logoFileId'],
    carried: {
      companyName: company.text('name'),
      usagePurpose: company.number('usagePurpose'),
      usagePurposeObjectName: objectName,
    },
    unreadable: ['ianaTimeZone'],
  }),
  updateAttribute: ruleOf({
    read: 'getAttribute',
    id: ['id', 'id'],
    detailFields: ['options'],
    carried: { name: attribute.text('name'), options },
  }),
  updateRole: ruleOf({
    read: 'getRole',
    id: ['id', 'id'],
    detailFields: ['permissions'],
    carried: {
      roleType: role.number('roleType'),
      name: role.text('name'),
      description: role.text('description'),
      permissions,
    },
  }),
  updateScoreSystem: ruleOf({
    read: 'getScoreSystem',
    id: ['id', 'id'],
    detailFields: ['labels'],
    carried: {
      name: scoreSystem.text('name'),
      description: scoreSystem.text('description'),
      passedThreshold: scoreSystem.number('passedThreshold'),
      labels,
    },
  }),
};
