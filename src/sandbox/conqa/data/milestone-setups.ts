import { choose } from '../../random.ts';
import type { Place } from './project-plans.ts';
import type { Work } from './work.ts';

/** A value the vendor stores, and how it is shown. Which kinds of value there are is not documented. */
export type Shown<Value = string | number | boolean> = { readonly value: Value; readonly display: string };

/** What a configured field is filled from; `draw` gives a fraction that belongs to the milestone and a number. */
type FieldSource = {
  readonly work: Work;
  readonly place: Place;
  readonly lot: number;
  /** When the work is to be inspected, as a day of the project's own calendar (`2026-11-23`). */
  readonly plannedDay: string;
  readonly draw: (purpose: number) => number;
};

/** How a project has configured its milestones: every project its own statuses, fields and measures. */
export type MilestoneSetup = {
  /** From the first to the last a milestone goes through. */
  readonly statuses: readonly Shown<string>[];
  readonly fieldsOf: (source: FieldSource) => Readonly<Record<string, Shown>>;
  /** Measures in days, each from the milestone's opening until this status is reached. */
  readonly measures: readonly { readonly name: string; readonly until: string; readonly dueDays: number }[];
};

const same = (text: string): Shown => ({ value: text, display: text });

const contractors: Readonly<Record<string, string>> = {
  Civil: 'Marsden Civil',
  Structure: 'Ridgeline Concrete',
  Facade: 'Tūī Facades',
  Envelope: 'Southern Cross Roofing & Membranes',
  Fire: 'Halden Fire Protection',
  Mechanical: 'Aoraki Air',
  Hydraulic: 'Brightwater Plumbing',
  Electrical: 'Castle Rock Electrical',
  Interior: 'Kōwhai Interiors',
  Finishes: 'Palette & Sons',
};

const hospital: MilestoneSetup = {
  statuses: [
    { value: 'open', display: 'Open' },
    { value: 'submitted', display: 'Submitted' },
    { value: 'under-review', display: 'Under review by engineer' },
    { value: 'approved', display: 'Approved' },
    { value: 'closed', display: 'Closed' },
  ],
  fieldsOf: ({ work, place, draw }) => ({
    area: same(place.area),
    level: { value: place.level.toLowerCase().replaceAll(' ', '-'), display: place.level },
    discipline: same(work.discipline),
    holdPoint: draw(1) < 0.3 ? { value: true, display: 'Yes' } : { value: false, display: 'No' },
  }),
  measures: [
    { name: 'timeToSubmitted', until: 'submitted', dueDays: 14 },
    { name: 'timeToApproved', until: 'approved', dueDays: 28 },
  ],
};

const apartments: MilestoneSetup = {
  statuses: [
    { value: 'not-started', display: 'Not started' },
    { value: 'in-progress', display: 'In progress' },
    { value: 'ready-for-review', display: 'Ready for review' },
    { value: 'signed-off', display: 'Signed off' },
  ],
  fieldsOf: ({ work, place, draw }) => ({
    units: same(place.area),
    subcontractor: same(contractors[work.discipline] ?? work.discipline),
    ...(draw(1) < 0.7 ? { costCode: { value: 4000 + work.number * 10, display: `${4000 + work.number * 10}` } } : {}),
    // A field that nobody filled in keeps its name.
    remarks: draw(2) < 0.15 ? same(choose(['Client to attend', 'Photos to owner', 'After 16:00'], draw(3))) : same(''),
  }),
  measures: [{ name: 'daysToReview', until: 'ready-for-review', dueDays: 10 }],
};

const wharf: MilestoneSetup = {
  statuses: [
    { value: 'open', display: 'Open' },
    { value: 'submitted', display: 'Submitted' },
    { value: 'conforms', display: 'Conforms' },
  ],
  fieldsOf: ({ place, lot, plannedDay, draw }) => {
    const volume = Math.round(200 + draw(1) * 1400) / 10;
    return {
      area: same(place.area),
      lot: { value: lot, display: `Lot ${lot}` },
      plannedInspection: { value: plannedDay, display: plannedDay.split('-').toReversed().join('/') },
      volume: { value: volume, display: `${volume} m³` },
    };
  },
  measures: [{ name: 'timeToSubmitted', until: 'submitted', dueDays: 21 }],
};

/** The configuration of each project's milestones, in the order of the projects. */
export const milestoneSetups: readonly MilestoneSetup[] = [hospital, apartments, wharf];
