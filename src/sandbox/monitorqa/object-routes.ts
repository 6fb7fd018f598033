import type { Dataset } from '../data/dataset.ts';
import type { GeoAddress, ObjectRecord } from '../data/record-types.ts';
import type { RecordChange } from '../data/records.ts';
import { checkWrite } from './access.ts';
import { object, optional, readBody, readFields, required, string } from './body.ts';
import { objectOperationsOfAttributes } from './choice-routes.ts';
import { readQuery } from './query.ts';
import { checkReferences, isBlank, readIds, recordAt, refuseWhere } from './references.ts';
import { closingOf, deletedAudits, pendingAudits } from './removal.ts';
import { done, json, writeRecords, type Asked, type Operation } from './routes.ts';

/** "Notes visible to auditor during audit (max 800 characters)". */
const longestNotes = 800;

const fields = { name: required(string), notes: optional(string), geoAddress: optional(object) };
const addressFields = {
  lat: required(string),
  lng: required(string),
  name: required(string),
  address: required(string),
};

/** What both writes of an object say about it. */
type Values = Pick<ObjectRecord, 'name' | 'notes' | 'geoAddress'>;

/**
 * Returns what a body says of an object; what is left out is nothing, because the document does not say that it stays.
 * @throws HTTPException 400 on an address that lacks a field, 422 on a blank name or notes of more than 800 characters.
 */
const readObject = async ({ c }: Asked): Promise<Values> => {
  const { name, notes = null, geoAddress } = await readBody(c, fields);
  const address: GeoAddress | null =
    geoAddress === undefined ? null : readFields(geoAddress, addressFields, 'geoAddress.');
  refuseWhere(
    ['name', isBlank(name), 'is blank'],
    ['notes', (notes?.length ?? 0) > longestNotes, `is longer than ${longestNotes} characters`],
  );
  return { name, notes, geoAddress: address };
};

const create = async (asked: Asked): Promise<Response> => {
  const { c, account, write } = asked;
  checkWrite(account, 'can-manage-audit-objects');
  const values = await readObject(asked);
  const [id = ''] = account.tenant.dataset.records.newIds('object', 1);
  const value = { ...values, groupIds: [], participantUserIds: [], participantGroupIds: [], choices: [] };
  writeRecords(write, [{ kind: 'object', id, value }]);
  return json(c, { id });
};

const update = async (asked: Asked): Promise<Response> => {
  const { c, account, id, write } = asked;
  checkWrite(account, 'can-manage-audit-objects');
  const values = await readObject(asked);
  const before = recordAt(account.tenant.dataset, 'object', id, 'The audit object');
  writeRecords(write, [{ kind: 'object', id, value: { ...before, ...values } }]);
  return done(c);
};

/** Returns the schedules without these objects; one that has nothing left to audit is inactive. */
const schedulesWithout = ({ records }: Dataset, gone: ReadonlySet<string>): readonly RecordChange[] =>
  records.schedule
    .all()
    .filter(([, schedule]) => schedule.objectIds.some((id) => gone.has(id)))
    .map(([id, schedule]) => {
      const objectIds = schedule.objectIds.filter((one) => !gone.has(one));
      const active = schedule.active && (objectIds.length > 0 || schedule.groupIds.length > 0);
      return { kind: 'schedule', id, value: { ...schedule, objectIds, active } };
    });

/**
 * The document says what goes with a schedule, its unstarted audits, and not what goes with an object. The same goes
 * here: nobody can begin an audit of what is not there. Those begun and done keep its name.
 */
const remove = async ({ c, account, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-audit-objects');
  const ids = await readIds(c);
  const { dataset } = account.tenant;
  checkReferences(dataset, 'object', ids);
  const gone = new Set(ids);
  const isOfOne = (index: number): boolean => gone.has(dataset.identifiers.encode('site', index));
  const unstarted = pendingAudits(dataset).filter(({ site, isUnstarted }) => isUnstarted && isOfOne(site.index));
  const { changes, events } = deletedAudits(unstarted);
  writeRecords(
    write,
    [
      ...ids.map((id) => ({ kind: 'object', id, value: null }) as const),
      ...ids.map((id) => closingOf(dataset, id)),
      ...schedulesWithout(dataset, gone),
      ...changes,
    ],
    events,
  );
  return done(c);
};

const detailOf = (dataset: Dataset, id: string, record: ObjectRecord) => {
  const { records, identifiers, personGroups } = dataset;
  return {
    id,
    name: record.name,
    notes: record.notes,
    participantUserGroups: personGroups
      .map(({ index, name }) => ({ id: identifiers.encode('personGroup', index), name }))
      .filter((group) => record.participantGroupIds.includes(group.id)),
    participantUsers: record.participantUserIds.flatMap((userId) => {
      const user = records.user.get(userId);
      return user === null ? [] : [{ id: userId, name: user.name }];
    }),
    auditObjectGroupIds: record.groupIds,
    attributes: record.choices.flatMap(({ attributeId, optionId }) => {
      const attribute = records.attribute.get(attributeId);
      const option = attribute?.options.find((candidate) => candidate.id === optionId);
      if (attribute === null || option === undefined) return [];
      return [{ attributeId, attributeName: attribute.name, optionId, optionName: option.name }];
    }),
    geoAddress: record.geoAddress,
  };
};

/** The operations of "Audit objects". */
export const objectOperations: readonly Operation[] = [
  {
    name: 'listAuditObjects',
    method: 'GET',
    path: '/audit/objects',
    answer: ({ c, account: { tenant } }) => {
      readQuery(c.req.url, {});
      return json(
        c,
        tenant.dataset.records.object.all().map(([id, { name }]) => ({ id, name })),
      );
    },
  },
  { name: 'createAuditObject', method: 'POST', path: '/audit/objects', answer: create },
  { name: 'deleteAuditObjects', method: 'DELETE', path: '/audit/objects', answer: remove },
  {
    // The only path in the singular; the vendor's own file has it so (M1).
    name: 'getAuditObject',
    method: 'GET',
    path: '/audit/object/{id}',
    answer: ({ c, account: { tenant }, id }) => {
      readQuery(c.req.url, {});
      return json(c, detailOf(tenant.dataset, id, recordAt(tenant.dataset, 'object', id, 'The audit object')));
    },
  },
  { name: 'updateAuditObject', method: 'PUT', path: '/audit/objects/{id}', answer: update },
  ...objectOperationsOfAttributes,
];
