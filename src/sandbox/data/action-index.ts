import type { Action, ActionStatus } from './action.ts';
import { actionsOf, raisedActionsOf } from './actions.ts';
import type { Audit } from './audit.ts';
import type { Dataset } from './dataset.ts';

/** The three lists the vendor keeps corrective actions in. */
export type ActionList = 'pending' | 'completed' | 'expired';

/** A corrective action with the audit that raised it. */
export type RaisedAction = { readonly audit: Audit; readonly action: Action };

/** Finds corrective actions across audits. An action is pointed at by its place: slot of the audit and line. */
export type ActionIndex = {
  /**
   * Returns the places of a list, latest audit first, of those that pass `test`; `key` names the test, so that the
   * next page of the same filter costs no second look at every action.
   */
  readonly select: (list: ActionList, key: string, test: ((found: RaisedAction) => boolean) | null) => Float64Array;
  /** Returns the action of a place that {@link select} gave. @throws RangeError when it is gone. */
  readonly at: (place: number) => RaisedAction;
  /** Returns the action with this id, or null when there is none (any more). */
  readonly find: (id: string) => RaisedAction | null;
};

const linesPerSlot = 256;
const keptSelections = 8;

/** Returns the list that shows actions of a status. */
const listOf = (status: ActionStatus): ActionList =>
  status === 1 ? 'completed' : status === 4 ? 'expired' : 'pending';

/** Returns the index over a data set. The first list looks at every complete audit once; nothing else does. */
export const createActionIndex = (dataset: Dataset): ActionIndex => {
  let places: Float64Array | null = null;
  let statuses = new Uint8Array();
  let known = new Map<string, Float64Array>();
  let knownRevision = -1;
  let latest: { slot: number; revision: number; audit: Audit; actions: ReadonlyMap<number, Action> } | null = null;

  const build = (): Float64Array => {
    const found: number[] = [];
    const stands: number[] = [];
    for (const slot of dataset.audits.made.slotsOf('complete')) {
      for (const [line, action] of raisedActionsOf(dataset, dataset.audits.at(slot))) {
        found.push(slot * linesPerSlot + line);
        stands.push(action.status);
      }
    }
    statuses = Uint8Array.from(stands);
    return Float64Array.from(found);
  };

  const placeOf = (id: string): number | null => {
    const found = dataset.identifiers.decode(id);
    if (found?.kind !== 'action') return null;
    const { record, part } = found;
    const isInWindow = record >= dataset.firstSlot && record < dataset.firstSlot + dataset.auditCount;
    return isInWindow && part < linesPerSlot ? record * linesPerSlot + part : null;
  };

  const lookUp = (place: number): RaisedAction | null => {
    const slot = Math.floor(place / linesPerSlot);
    if (dataset.audits.isGone(slot)) return null;
    const revision = dataset.revision();
    if (latest?.slot !== slot || latest.revision !== revision) {
      const audit = dataset.audits.at(slot);
      latest = { slot, revision, audit, actions: actionsOf(dataset, audit) };
    }
    const action = latest.actions.get(place % linesPerSlot);
    return action === undefined ? null : { audit: latest.audit, action };
  };

  const at = (place: number): RaisedAction => {
    const found = lookUp(place);
    if (found === null) throw new RangeError(`No action at ${place}`);
    return found;
  };

  /** Returns the places of a list: by the status each action was made with, unless it was changed since. */
  const standing = (list: ActionList): Float64Array => {
    const all = (places ??= build());
    const changed = new Map<number, ActionList | null>();
    for (const [id, change] of dataset.actionChanges.all()) {
      const place = placeOf(id);
      if (place !== null) changed.set(place, change === null ? null : listOf(change.status));
    }
    return all.filter((place, index) => {
      if (dataset.audits.isGone(Math.floor(place / linesPerSlot))) return false;
      const now = changed.get(place);
      return (now === undefined ? listOf((statuses[index] ?? 0) as ActionStatus) : now) === list;
    });
  };

  return {
    select: (list, key, test) => {
      const revision = dataset.revision();
      if (revision !== knownRevision) known = new Map();
      knownRevision = revision;
      const name = `${list} ${key}`;
      const before = known.get(name);
      if (before !== undefined) return before;
      const all = standing(list);
      const chosen = test === null ? all : all.filter((place) => test(at(place)));
      known.set(name, chosen);
      const [oldest] = known.keys();
      if (known.size > keptSelections && oldest !== undefined) known.delete(oldest);
      return chosen;
    },
    at,
    find: (id) => {
      const place = placeOf(id);
      return place === null ? null : lookUp(place);
    },
  };
};
