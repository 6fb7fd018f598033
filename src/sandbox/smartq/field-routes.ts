import { boardOf, editableBoard, type Board } from './board.ts';
import type { SmartqLedger } from './ledger.ts';
import type { OperationName } from './operations.ts';
import { readProperties } from './properties.ts';
import { fieldSpec, type Field } from './records.ts';
import { notFound, refusal } from './refusal.ts';
import { answerList, answerWith, deleted, readForm, readQuery, type Answers, type Asked } from './request.ts';
import { fieldShape } from './shapes.ts';
import { fieldsOf } from './ticket-fields.ts';

/** The operations on the custom fields of a project. */
type FieldOperation = Extract<OperationName, `${string}CustomField` | `${string}CustomFields`>;

/** Returns the custom field of the path. @throws HTTPException 404 in the envelope. */
export const fieldNamed = (ledger: SmartqLedger, asked: Asked, { project }: Board): Field => {
  const name = asked.path('fieldName');
  const field = fieldsOf(ledger, project.id).find((candidate) => candidate.name === name);
  if (field === undefined) throw notFound('custom field', name);
  return field;
};

/** @throws HTTPException 400 in the envelope on options that fit neither the type nor each other. */
const checkOptions = ({ type, options }: Field['properties']): void => {
  const given = Object.entries(options).flatMap(([name, value]) => (value === null ? [] : [name]));
  const allowed: Readonly<Record<Field['properties']['type'], readonly string[]>> = {
    float: ['min', 'max'],
    choice: ['choiceType', 'fieldLayout'],
    string: [],
    text: [],
  };
  const stray = given.find((name) => !allowed[type].includes(name));
  if (stray !== undefined) throw refusal(400, `field[options][${stray}] is not for fields of type ${type}`);
  const { min, max } = options;
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    throw refusal(400, 'field[options][min] must not be greater than field[options][max]');
  }
};

/** Returns a name no field of the project has, after the highest there is. */
const nextName = (fields: readonly Field[]): string =>
  `f${Math.max(0, ...fields.map(({ name }) => Number(name.slice(1)))) + 1}`;

/** Returns the operations on custom fields. Only who may edit a project changes them. */
export const fieldAnswers = (ledger: SmartqLedger): Answers<FieldOperation> => {
  const save = (asked: Asked, before: Field, sent: Partial<Field['properties']>): Response => {
    const options = { ...before.properties.options, ...sent.options };
    const properties = { ...before.properties, ...sent, options };
    checkOptions(properties);
    const record = { ...before, properties, updatedAt: ledger.now() };
    ledger.record(asked.caller.id, { changes: [{ kind: 'field', id: record.id, record }] });
    return answerWith(asked, fieldShape(ledger, record));
  };

  return {
    listCustomFields: (asked) =>
      answerList(asked, fieldsOf(ledger, boardOf(ledger, asked).project.id), (field) => fieldShape(ledger, field)),
    getCustomField: (asked) => {
      readQuery(asked, []);
      return answerWith(asked, fieldShape(ledger, fieldNamed(ledger, asked, boardOf(ledger, asked))));
    },
    createCustomField: async (asked) => {
      readQuery(asked, []);
      const { project } = editableBoard(ledger, asked);
      const { type = 'string', ...sent } = readProperties(await readForm(asked), 'field', fieldSpec, ['type', 'label']);
      const [id, now] = [ledger.nextId('field'), ledger.now()];
      const options = type === 'choice' ? ({ choiceType: 'select' } as const) : {};
      const properties = { type, label: '', hint: '', required: false, pos_type: 'single', options } as const;
      const name = nextName(fieldsOf(ledger, project.id));
      return save(asked, { id, projectId: project.id, name, properties, createdAt: now, updatedAt: now }, sent);
    },
    updateCustomField: async (asked) => {
      readQuery(asked, []);
      const field = fieldNamed(ledger, asked, editableBoard(ledger, asked));
      const sent = readProperties(await readForm(asked), 'field', fieldSpec);
      if (sent.type !== undefined && sent.type !== field.properties.type) {
        throw refusal(400, 'field[type] cannot be changed');
      }
      return save(asked, field, sent);
    },
    deleteCustomField: (asked) => {
      readQuery(asked, []);
      const { id } = fieldNamed(ledger, asked, editableBoard(ledger, asked));
      ledger.record(asked.caller.id, { changes: [{ kind: 'field', id, record: null }] });
      return deleted(asked);
    },
  };
};
