import { boardOf, editableBoard, type Board } from './board.ts';
import type { SmartqLedger } from './ledger.ts';
import type { OperationName } from './operations.ts';
import { placed } from './order.ts';
import { readProperties } from './properties.ts';
import { stepSpec, type Step } from './records.ts';
import { notFound, refusal } from './refusal.ts';
import {
  answerList,
  answerWith,
  deleted,
  idIn,
  readForm,
  readQuery,
  recordsOf,
  type Answers,
  type Asked,
} from './request.ts';
import { stepShape } from './shapes.ts';

/** The operations on the steps of a project. */
type StepOperation = Extract<OperationName, `${string}Step` | `${string}Steps`>;

/** Returns the steps of a project in their order. */
const stepsOf = (ledger: SmartqLedger, projectId: number): readonly Step[] =>
  recordsOf(ledger.table('step'), (step) => step.projectId === projectId).toSorted(
    (a, b) => a.properties.pos - b.properties.pos,
  );

/** Returns how many tickets are in a step. */
export const ticketsIn = (ledger: SmartqLedger, stepId: number): number =>
  recordsOf(ledger.table('ticket'), ({ properties }) => properties.step_id === stepId).length;

/** Returns the operations on steps. Only who may edit a project changes them. */
export const stepAnswers = (ledger: SmartqLedger): Answers<StepOperation> => {
  const named = (asked: Asked, { project }: Board): Step => {
    const id = idIn(asked, 'stepId', 'step');
    const step = ledger.table('step').get(id);
    if (step === undefined || step.projectId !== project.id) throw notFound('step', id);
    return step;
  };

  const save = (asked: Asked, step: Step): Response => {
    const changed = placed(stepsOf(ledger, step.projectId), step);
    ledger.record(asked.caller.id, { changes: changed.map((record) => ({ kind: 'step', id: record.id, record })) });
    return answerWith(asked, stepShape(ledger.table('step').get(step.id) ?? step));
  };

  return {
    listSteps: (asked) => answerList(asked, stepsOf(ledger, boardOf(ledger, asked).project.id), stepShape),
    createStep: async (asked) => {
      readQuery(asked, []);
      const { project } = editableBoard(ledger, asked);
      const sent = readProperties(await readForm(asked), 'step', stepSpec, ['name']);
      const pos = stepsOf(ledger, project.id).length + 1;
      const properties = { name: '', description: '', limit: null, pos, ...sent };
      const [id, now] = [ledger.nextId('step'), ledger.now()];
      return save(asked, { id, projectId: project.id, properties, createdAt: now, updatedAt: now });
    },
    getStep: (asked) => {
      readQuery(asked, []);
      return answerWith(asked, stepShape(named(asked, boardOf(ledger, asked))));
    },
    // A limit below what is there already stands: it keeps further tickets out.
    updateStep: async (asked) => {
      readQuery(asked, []);
      const step = named(asked, editableBoard(ledger, asked));
      const sent = readProperties(await readForm(asked), 'step', stepSpec);
      return save(asked, { ...step, properties: { ...step.properties, ...sent }, updatedAt: ledger.now() });
    },
    deleteStep: (asked) => {
      readQuery(asked, []);
      const { id } = named(asked, editableBoard(ledger, asked));
      if (ticketsIn(ledger, id) > 0) throw refusal(400, 'The step has tickets');
      ledger.record(asked.caller.id, { changes: [{ kind: 'step', id, record: null }] });
      return deleted(asked);
    },
  };
};
