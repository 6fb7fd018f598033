import { choose, unit } from '../random.ts';
import type { Action } from './action.ts';
import { actionsOf, filePart } from './actions.ts';
import type { Audit } from './audit.ts';
import type { Dataset } from './dataset.ts';
import { pointsOf, type Outcome } from './outcomes.ts';
import type { Person } from './people.ts';
import type { Line } from './template.ts';

/** Kinds of a report's item, with the vendor's numbers (MonitorQA document, "Get audit report"). */
export const itemType = { root: 0, section: 1, item: 2, conditionalItem: 3, condition: 4 } as const;

/** A number of {@link itemType}. */
type ItemType = (typeof itemType)[keyof typeof itemType];

/** What was answered. */
type AnswerData = {
  readonly name: string | null;
  readonly points: number;
  readonly text: string | null;
  readonly number: number | null;
  readonly isFailed: boolean;
};

/** A signature: the file with the drawing, and who signed (null: a guest without an account, by name). */
export type Signature = { readonly photoId: string; readonly person: Person | null; readonly name: string };

/** One node of a report. */
export type ReportItem = {
  readonly id: string;
  readonly type: ItemType;
  readonly text: string;
  readonly note: string | null;
  readonly notApplicable: boolean;
  readonly isCritical: boolean;
  readonly isPassed: boolean;
  readonly isFailed: boolean;
  readonly childrenIds: readonly string[];
  readonly metafields: readonly { readonly name: string; readonly text: string }[];
  readonly actions: readonly Action[];
  readonly photoIds: readonly string[];
  /** Items below a root, section or condition; null for an item. */
  readonly itemsCount: number | null;
  /** The most points to be won here, below included; null when nothing is scored. Points won are in `data`. */
  readonly points: number | null;
  readonly signature: Signature | null;
  readonly failedInRowCount: number;
  readonly data: AnswerData | null;
};

/** A complete audit's report: its nodes, root first, depth first, linked by `childrenIds`. */
export type Report = {
  readonly audit: Audit;
  readonly items: readonly ReportItem[];
  readonly auditeeSignature: Signature | null;
  readonly auditorSignature: Signature | null;
};

const channel = { note: 71, photos: 72, streak: 73, reading: 74, field: 75, quirk: 76, signed: 77, text: 78 } as const;

/** Parts of an audit's ids that are not lines: the root node, and the condition under a question's line. */
const rootPart = 0xffff;
const conditionPart = 0x8000;

const failNotes = [
  'Shown to the foreman on the spot.',
  'Same as last time, see photo.',
  'Work stopped here until it is put right.',
  'Agreed to be done before the end of the week.',
];
const passNotes = [
  'Checked with the foreman.',
  'Good standard, worth showing the other crews.',
  'Put right while I was there.',
  'Only half the area could be reached today.',
];

/** Returns how many photos the answer to a line has. */
const photoCount = (seed: number, slot: number, line: Line, outcome: Outcome | undefined): number => {
  const lot = unit(seed, slot, line.index, channel.photos);
  if (outcome === 'fail') return lot < 0.2 ? 0 : lot < 0.65 ? 1 : lot < 0.88 ? 2 : 3;
  return outcome === 'pass' && lot < 0.07 ? 1 : 0;
};

const readingOf = (seed: number, slot: number, line: Line, isFailed: boolean): number | null => {
  if (line.range === null) return null;
  const { low, high } = line.range;
  const lot = unit(seed, slot, line.index, channel.reading);
  const span = high - low;
  const value = isFailed
    ? lot < 0.5 && low > 0
      ? low - span * (0.1 + lot * 0.4)
      : high + span * (0.05 + lot * 0.3)
    : low + span * lot;
  const step = span < 10 ? 0.1 : 1;
  const rounded = Math.round(value / step) * step;
  return Math.max(Math.min(0, low), Number(rounded.toFixed(1)));
};

const answerOf = (seed: number, slot: number, line: Line, outcome: Outcome | undefined): AnswerData => {
  const isFailed = outcome === 'fail';
  const number = outcome === 'notApplicable' ? null : readingOf(seed, slot, line, isFailed);
  const words = { pass: 'Pass', fail: 'Fail', notApplicable: 'N/A', yes: 'Yes', no: 'No' } as const;
  const isWord = outcome !== undefined && outcome in words && number === null;
  return {
    name: isWord ? words[outcome as keyof typeof words] : null,
    points: outcome === 'pass' ? (line.points ?? 0) : 0,
    text:
      outcome === 'information'
        ? choose(line.answers, unit(seed, slot, line.index, channel.text))
        : number === null || line.range === null
          ? null
          : `${number} ${line.range.unit}`,
    number,
    isFailed,
  };
};

const metafieldsOf = (seed: number, audit: Audit, line: Line): ReportItem['metafields'] => {
  if (line.metafield === null) return [];
  const due = new Date(audit.start + (20 + unit(seed, audit.slot, line.index, channel.field) * 300) * 86_400_000);
  const month = `${String(due.getUTCMonth() + 1).padStart(2, '0')}/${due.getUTCFullYear()}`;
  let place = 0;
  const text = line.metafield.pattern.replace('MM/YYYY', month).replaceAll('#', () => {
    place += 1;
    return String(Math.floor(unit(seed, audit.slot, line.index * 32 + place, channel.field) * 10));
  });
  return [{ name: line.metafield.name, text }];
};

const noteOf = (seed: number, slot: number, line: Line, outcome: Outcome | undefined): string | null => {
  const lot = unit(seed, slot, line.index, channel.note);
  if (outcome === 'fail') return line.failNote ?? choose(failNotes, lot);
  if (outcome !== 'pass') return null;
  // Some clients of the vendor save an empty note.
  return lot < 0.06 ? choose(passNotes, lot / 0.06) : lot < 0.1 ? '' : null;
};

/** Signers of an item's own line: the auditor; `part` of the file is the line, after the two of the whole audit. */
const firstLineSignature = 2;

const streakOf = (seed: number, slot: number, line: Line): number => {
  const lot = unit(seed, slot, line.index, channel.streak);
  return lot < 0.6 ? 1 : lot < 0.85 ? 2 : lot < 0.95 ? 3 : 4;
};

/** Returns who signed the audit as a whole; either may be missing. */
const signaturesOf = (dataset: Dataset, audit: Audit): Pick<Report, 'auditeeSignature' | 'auditorSignature'> => {
  const lot = unit(dataset.seed, audit.slot, channel.signed);
  const sign = (part: number, person: Person | null, name: string): Signature => ({
    photoId: dataset.identifiers.encode('signature', audit.slot, part),
    person,
    name,
  });
  const auditor = audit.completedBy;
  return {
    auditeeSignature: lot < 0.12 ? null : sign(0, null, audit.site.clientName),
    auditorSignature: auditor === null || lot > 0.97 ? null : sign(1, auditor, auditor.name),
  };
};

/** Returns the report of a complete audit, or null when the audit is not complete. */
export const createReport = (dataset: Dataset, audit: Audit): Report | null => {
  if (audit.state !== 'complete') return null;
  const { seed, identifiers } = dataset;
  const { slot, template } = audit;
  const outcomes = dataset.audits.outcomesAt(slot);
  const actions = actionsOf(dataset, audit);
  const items: ReportItem[] = [];
  const childrenOf = (parent: number): readonly Line[] =>
    template.lines.filter((line) => line.parent === parent && outcomes[line.index] !== 'skipped');
  const below = (lines: readonly Line[]): readonly Line[] =>
    lines.flatMap((line) => [line, ...below(childrenOf(line.index))]);

  const blank = {
    note: null,
    notApplicable: false,
    isCritical: false,
    isPassed: false,
    isFailed: false,
    metafields: [],
    actions: [],
    photoIds: [],
    signature: null,
    failedInRowCount: 0,
    data: null,
  } as const;

  /** A root, section or condition over these lines. */
  const group = (id: string, type: ItemType, text: string, over: readonly Line[]): ReportItem => {
    const lines = below(over).filter((line) => line.kind !== 'section');
    const { most } = pointsOf(lines, outcomes);
    const childrenIds = over.map((line) => identifiers.encode('item', slot, line.index));
    return { ...blank, id, type, text, childrenIds, itemsCount: lines.length, points: most === 0 ? null : most };
  };

  const answered = (line: Line): ReportItem => {
    const outcome = outcomes[line.index];
    const action = actions.get(line.index);
    const person = audit.completedBy;
    const isFailed = outcome === 'fail';
    return {
      id: identifiers.encode('item', slot, line.index),
      type: line.kind === 'question' ? itemType.conditionalItem : itemType.item,
      text: line.text,
      note: noteOf(seed, slot, line, outcome),
      notApplicable: outcome === 'notApplicable',
      isCritical: line.critical,
      isPassed: outcome === 'pass',
      // As in the document's example, the item's own mark sometimes stays unset while its answer says failed.
      isFailed: isFailed && unit(seed, slot, line.index, channel.quirk) >= 0.06,
      childrenIds: line.kind === 'question' ? [identifiers.encode('item', slot, line.index | conditionPart)] : [],
      metafields: outcome === 'notApplicable' ? [] : metafieldsOf(seed, audit, line),
      actions: action === undefined ? [] : [action],
      photoIds: Array.from({ length: photoCount(seed, slot, line, outcome) }, (_, place) =>
        identifiers.encode('photo', slot, filePart(line.index, place)),
      ),
      itemsCount: null,
      points: line.points,
      signature:
        line.kind === 'signature' && outcome === 'pass' && person !== null
          ? {
              photoId: identifiers.encode('signature', slot, firstLineSignature + line.index),
              person,
              name: person.name,
            }
          : null,
      failedInRowCount: isFailed ? streakOf(seed, slot, line) : 0,
      data: answerOf(seed, slot, line, outcome),
    };
  };

  const visit = (line: Line): void => {
    const children = childrenOf(line.index);
    if (line.kind === 'section') {
      items.push(group(identifiers.encode('item', slot, line.index), itemType.section, line.text, children));
    } else items.push(answered(line));
    if (line.kind === 'question') {
      const id = identifiers.encode('item', slot, line.index | conditionPart);
      items.push(group(id, itemType.condition, outcomes[line.index] === 'yes' ? 'Yes' : 'No', children));
    }
    children.forEach(visit);
  };

  const sections = template.lines.filter((line) => line.kind === 'section');
  items.push(group(identifiers.encode('item', slot, rootPart), itemType.root, template.name, sections));
  sections.forEach(visit);
  return { audit, items, ...signaturesOf(dataset, audit) };
};
