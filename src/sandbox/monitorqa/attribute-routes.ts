import type { Dataset } from '../data/dataset.ts';
import type { AttributeOption, AttributeRecord } from '../data/record-types.ts';
import { checkWrite } from './access.ts';
import { optional, readBody, readFields, required, string } from './body.ts';
import { flag, objects } from './body-kinds.ts';
import { readQuery } from './query.ts';
import { checkReferences, isBlank, readIds, recordAt, refuseWhere } from './references.ts';
import { conflict } from './refusal.ts';
import { done, json, writeRecords, type Asked, type Operation } from './routes.ts';

const fields = { name: required(string), options: required(objects) };
const newOptionFields = { name: required(string), isDefault: optional(flag) };
const optionFields = { ...newOptionFields, id: optional(string) };

/** An option as a body has it; without an id it is new. */
type GivenOption = {
  readonly name: string;
  readonly isDefault: boolean | undefined;
  readonly id?: string | undefined;
};

/** @throws HTTPException 422 on a blank name, and without an option. */
const checkAttribute = (name: string, options: readonly GivenOption[]): void =>
  refuseWhere(
    ['name', isBlank(name), 'is blank'],
    ['options', options.length === 0, 'at least one is required'],
    ['options', options.some((option) => isBlank(option.name)), 'an option has a blank name'],
  );

/**
 * Returns an attribute with these options: those with an id are updated, those without are new, and those before that
 * are not among them are gone. Only the first that is marked as default is it.
 */
const attributeOf = (
  { identifiers }: Dataset,
  id: string,
  name: string,
  given: readonly GivenOption[],
  before: AttributeRecord | null,
): AttributeRecord => {
  const record = identifiers.decode(id)?.record ?? 0;
  let optionCount = before?.optionCount ?? 0;
  const options = given.map((option): AttributeOption => {
    const kept = before?.options.find((candidate) => candidate.id === option.id);
    const isDefault = option.isDefault ?? kept?.isDefault ?? false;
    if (kept !== undefined) return { id: kept.id, name: option.name, isDefault };
    optionCount += 1;
    return { id: identifiers.encode('option', record, optionCount - 1), name: option.name, isDefault };
  });
  const chosen = options.findIndex(({ isDefault }) => isDefault);
  return { name, options: options.map((option, index) => ({ ...option, isDefault: index === chosen })), optionCount };
};

const shapeOf = (id: string, { name, options }: AttributeRecord) => ({
  options: options.map((option) => ({ isDefault: option.isDefault, name: option.name, id: option.id })),
  name,
  id,
});

const create = async ({ c, account, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-audit-objects');
  const { name, options } = await readBody(c, fields);
  const given = options.map((option, index) => readFields(option, newOptionFields, `options[${index}].`));
  checkAttribute(name, given);
  const { dataset } = account.tenant;
  const [id = ''] = dataset.records.newIds('attribute', 1);
  writeRecords(write, [{ kind: 'attribute', id, value: attributeOf(dataset, id, name, given, null) }]);
  return json(c, { id });
};

const update = async ({ c, account, id, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-audit-objects');
  const { name, options } = await readBody(c, fields);
  const given = options.map((option, index) => readFields(option, optionFields, `options[${index}].`));
  const { dataset } = account.tenant;
  const before = recordAt(dataset, 'attribute', id, 'The attribute');
  checkAttribute(name, given);
  const ids = given.flatMap((option) => option.id ?? []);
  refuseWhere(['options', new Set(ids).size < ids.length, 'an id occurs twice']);
  if (!ids.every((one) => before.options.some((option) => option.id === one))) {
    throw conflict('attribute-option/not-found');
  }
  // Assignments of options that are gone go with them: an object shows only those its attributes still have.
  writeRecords(write, [{ kind: 'attribute', id, value: attributeOf(dataset, id, name, given, before) }]);
  return done(c);
};

const remove = async ({ c, account, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-audit-objects');
  const ids = await readIds(c);
  checkReferences(account.tenant.dataset, 'attribute', ids);
  writeRecords(
    write,
    ids.map((id) => ({ kind: 'attribute', id, value: null })),
  );
  return done(c);
};

/** The operations of "Audit object attributes". */
export const attributeOperations: readonly Operation[] = [
  {
    name: 'listAttributes',
    method: 'GET',
    path: '/audit/objects/attributes/all',
    answer: ({ c, account: { tenant } }) => {
      readQuery(c.req.url, {});
      return json(
        c,
        tenant.dataset.records.attribute.all().map(([id, attribute]) => shapeOf(id, attribute)),
      );
    },
  },
  { name: 'createAttribute', method: 'POST', path: '/audit/objects/attributes', answer: create },
  { name: 'deleteAttributes', method: 'DELETE', path: '/audit/objects/attributes', answer: remove },
  {
    name: 'getAttribute',
    method: 'GET',
    path: '/audit/objects/attributes/{id}',
    answer: ({ c, account: { tenant }, id }) => {
      readQuery(c.req.url, {});
      return json(c, shapeOf(id, recordAt(tenant.dataset, 'attribute', id, 'The attribute')));
    },
  },
  { name: 'updateAttribute', method: 'PUT', path: '/audit/objects/attributes/{id}', answer: update },
];
