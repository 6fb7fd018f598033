import { boardOf, editableBoard, type Board } from './board.ts';
import { fieldNamed } from './field-routes.ts';
import type { SmartqLedger } from './ledger.ts';
import type { OperationName } from './operations.ts';
import { placed } from './order.ts';
import { readProperties } from './properties.ts';
import { valueSpec, type Change, type Field, type FieldValue } from './records.ts';
import { notFound, refusal } from './refusal.ts';
import { answerList, answerWith, deleted, idIn, readForm, readQuery, type Answers, type Asked } from './request.ts';
import { valueShape } from './shapes.ts';
import { isMultiple, valuesOf } from './ticket-fields.ts';

/** The operations on the values of fields of type choice. */
type ValueOperation = Extract<OperationName, `${string}CustomFieldValue` | `${string}CustomFieldValues`>;

/** Returns the operations on values. Only who may edit a project changes them. */
export const valueAnswers = (ledger: SmartqLedger): Answers<ValueOperation> => {
  const choiceNamed = (asked: Asked, board: Board): Field => {
    const field = fieldNamed(ledger, asked, board);
    if (field.properties.type !== 'choice') throw refusal(400, `Custom field "${field.name}" has no values`);
    return field;
  };
  const named = (asked: Asked, field: Field): FieldValue => {
    const id = idIn(asked, 'valueId', 'value');
    const value = ledger.table('value').get(id);
    if (value === undefined || value.fieldId !== field.id) throw notFound('value', id);
    return value;
  };

  const save = (asked: Asked, field: Field, value: FieldValue): Response => {
    const others = valuesOf(ledger, field).filter(({ id }) => id !== value.id);
    // Where one value can be chosen, only one is the default.
    const isAlone = value.properties.is_default && !isMultiple(field);
    const dethroned = others
      .filter(({ properties }) => isAlone && properties.is_default)
      .map((other) => ({ ...other, properties: { ...other.properties, is_default: false } }));
    const now = others.map((other) => dethroned.find(({ id }) => id === other.id) ?? other);
    const moved = placed(now, value);
    const changed = [...dethroned.filter(({ id }) => !moved.some((one) => one.id === id)), ...moved];
    const changes = changed.map((record): Change => ({ kind: 'value', id: record.id, record }));
    ledger.record(asked.caller.id, { changes });
    return answerWith(asked, valueShape(ledger.table('value').get(value.id) ?? value));
  };

  return {
    listCustomFieldValues: (asked) =>
      answerList(asked, valuesOf(ledger, choiceNamed(asked, boardOf(ledger, asked))), valueShape),
    getCustomFieldValue: (asked) => {
      readQuery(asked, []);
      return answerWith(asked, valueShape(named(asked, choiceNamed(asked, boardOf(ledger, asked)))));
    },
    createCustomFieldValue: async (asked) => {
      readQuery(asked, []);
      const field = choiceNamed(asked, editableBoard(ledger, asked));
      const sent = readProperties(await readForm(asked), 'value', valueSpec, ['title']);
      const [id, now] = [ledger.nextId('value'), ledger.now()];
      const pos = valuesOf(ledger, field).length + 1;
      const properties = { title: '', is_default: false, pos, ...sent };
      return save(asked, field, { id, fieldId: field.id, properties, createdAt: now, updatedAt: now });
    },
    updateCustomFieldValue: async (asked) => {
      readQuery(asked, []);
      const field = choiceNamed(asked, editableBoard(ledger, asked));
      const value = named(asked, field);
      const sent = readProperties(await readForm(asked), 'value', valueSpec);
      const properties = { ...value.properties, ...sent };
      return save(asked, field, { ...value, properties, updatedAt: ledger.now() });
    },
    deleteCustomFieldValue: (asked) => {
      readQuery(asked, []);
      const { id } = named(asked, choiceNamed(asked, editableBoard(ledger, asked)));
      ledger.record(asked.caller.id, { changes: [{ kind: 'value', id, record: null }] });
      return deleted(asked);
    },
  };
};
