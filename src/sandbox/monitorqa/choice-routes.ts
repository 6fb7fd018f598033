import type { AttributeChoice, ObjectRecord } from '../data/record-types.ts';
import { checkWrite } from './access.ts';
import { readBody, readFields, required, string } from './body.ts';
import { objects } from './body-kinds.ts';
import { recordAt } from './references.ts';
import { done, writeRecords, type Asked, type Operation } from './routes.ts';

const fields = { attributes: required(objects) };
const choiceFields = { attributeId: required(string), optionId: required(string) };

const isSame = (one: AttributeChoice, other: AttributeChoice): boolean =>
  one.attributeId === other.attributeId && one.optionId === other.optionId;

/** Returns what answers a change of an object's attributes: `change` gets those before and those of the body. */
const answerWith =
  (
    change: (
      asked: Asked,
      before: readonly AttributeChoice[],
      given: readonly AttributeChoice[],
    ) => readonly AttributeChoice[],
  ) =>
  async (asked: Asked): Promise<Response> => {
    const { c, account, id, write } = asked;
    checkWrite(account, 'can-manage-audit-objects');
    const { attributes } = await readBody(c, fields);
    const given = attributes.map((entry, index) => readFields(entry, choiceFields, `attributes[${index}].`));
    const before = recordAt(account.tenant.dataset, 'object', id, 'The audit object');
    const value: ObjectRecord = { ...before, choices: change(asked, before.choices, given) };
    writeRecords(write, [{ kind: 'object', id, value }]);
    return done(c);
  };

/** "Duplicate assignments are ignored, and invalid options will not be assigned." */
const assign = answerWith(({ account }, before, given) => {
  const { attribute } = account.tenant.dataset.records;
  const added: AttributeChoice[] = [];
  for (const choice of given) {
    const isValid = attribute.get(choice.attributeId)?.options.some(({ id }) => id === choice.optionId) ?? false;
    if (isValid && ![...before, ...added].some((one) => isSame(one, choice))) added.push(choice);
  }
  return [...before, ...added];
});

/** "Invalid attribute or option IDs are silently ignored." */
const unassign = answerWith((_, before, given) => before.filter((choice) => !given.some((one) => isSame(one, choice))));

/** The two operations of "Audit objects" that sort one under attributes. */
export const objectOperationsOfAttributes: readonly Operation[] = [
  { name: 'assignAuditObjectAttributes', method: 'POST', path: '/audit/objects/{id}/attributes', answer: assign },
  { name: 'unassignAuditObjectAttributes', method: 'DELETE', path: '/audit/objects/{id}/attributes', answer: unassign },
];
