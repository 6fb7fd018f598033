import { createActionChanges, type ActionChanges } from './action-changes.ts';
import { createAudits } from './audit.ts';
import { createBeginnings } from './beginnings.ts';
import { createCurrentAudits, type Audits } from './current-audits.ts';
import { createIdentifiers, type Identifiers } from './identifiers.ts';
import { administrator, createPeople, createPersonGroups, roles, type Person, type PersonGroup } from './people.ts';
import { createPresent, type Present } from './present.ts';
import { createRecords, type Records } from './records.ts';
import { createSites, type Region, type Site } from './sites.ts';
import type { Template } from './template.ts';
import { createTemplates } from './templates.ts';
import { createTimeline } from './timeline.ts';
import { createZoneClock, type ZoneClock } from './zones.ts';

/** What a data set is made from; the same options always give the same data set. */
export type DatasetOptions = {
  readonly seed: number;
  /** The moment the data set shows, as ISO 8601 with zone. Fix it per day: every answer depends on it. */
  readonly now: string;
  /** How many audits (600), sites (12) and people (40) there are. */
  readonly audits?: number;
  readonly sites?: number;
  readonly people?: number;
};

/** A group of sites, one per region. */
type SiteGroup = { readonly index: number; readonly name: string; readonly region: Region };

/** Everything a sample company holds. */
export type Dataset = {
  readonly seed: number;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** The company as it was made; what was written to it since is kept elsewhere. */
  readonly company: { readonly id: string; readonly name: string };
  readonly identifiers: Identifiers;
  /** Sites, people and templates it began with; `records` has them as they are, `present` in this form. */
  readonly sites: readonly Site[];
  readonly siteGroups: readonly SiteGroup[];
  readonly people: readonly Person[];
  readonly personGroups: readonly PersonGroup[];
  readonly templates: readonly Template[];
  /** What was written since, over what there was: the part of a data set that changes, with `actionChanges`. */
  readonly records: Records;
  readonly present: Present;
  readonly audits: Audits;
  /** What was written to corrective actions. */
  readonly actionChanges: ActionChanges;
  /** A number that grows with everything written, for whoever keeps something computed. */
  readonly revision: () => number;
  /** First slot of the window and the number of slots in it. */
  readonly firstSlot: number;
  readonly auditCount: number;
  /** Returns the slots of the audits in a list: pending by start, earliest first; complete by start, latest first. */
  readonly slotsOf: (state: 'pending' | 'complete') => Uint32Array;
  /** Returns the slot an id of this data set names, or null when it names no audit of the window (any more). */
  readonly findSlot: (auditId: string) => number | null;
};

const siteGroups: readonly SiteGroup[] = [
  { index: 0, name: 'New Zealand', region: 'nz' },
  { index: 1, name: 'United Kingdom', region: 'uk' },
  { index: 2, name: 'United States', region: 'us' },
];

/** What differs between the sample's company and one created from it. */
type Parts = Pick<
  Dataset,
  'seed' | 'now' | 'auditCount' | 'sites' | 'siteGroups' | 'people' | 'personGroups' | 'templates'
> & {
  readonly company: { readonly id?: string; readonly name: string };
};

const assemble = (parts: Parts): Dataset => {
  const { seed, now, auditCount, company, sites, people, templates } = parts;
  const identifiers = createIdentifiers(seed);
  const timeline = createTimeline(seed, auditCount, now);
  const clocks = new Map<string, ZoneClock>();
  const clockOf = (zone: string): ZoneClock => {
    const known = clocks.get(zone) ?? createZoneClock(zone);
    clocks.set(zone, known);
    return known;
  };
  const made = createAudits({ seed, timeline, identifiers, sites, people, templates, clockOf });
  const records = createRecords(identifiers, createBeginnings({ ...parts, identifiers, roles }));
  const present = createPresent({ identifiers, people, sites, templates, records });
  const actionChanges = createActionChanges();

  let lists: Readonly<Record<'pending' | 'complete', Uint32Array>> | null = null;
  const listSlots = (): Readonly<Record<'pending' | 'complete', Uint32Array>> => {
    const pending = new Uint32Array(auditCount);
    const complete = new Uint32Array(auditCount);
    let pendingCount = 0;
    let completeCount = 0;
    for (let slot = timeline.first; slot < timeline.end; slot += 1) {
      const state = made.stateOf(slot);
      if (state === 'pending') pending[pendingCount++] = slot;
      else if (state === 'complete') complete[completeCount++] = slot;
    }
    return {
      pending: pending.slice(0, pendingCount),
      complete: complete.subarray(0, completeCount).toReversed(),
    };
  };
  const madeSlotsOf = (state: 'pending' | 'complete'): Uint32Array => (lists ??= listSlots())[state];
  const { first, end } = timeline;
  const audits = createCurrentAudits({ made, madeSlotsOf, identifiers, records, present, first, end });

  return {
    ...parts,
    company: { id: company.id ?? identifiers.encode('company', 0), name: company.name },
    identifiers,
    records,
    present,
    audits,
    actionChanges,
    revision: () => records.revision() + actionChanges.revision(),
    firstSlot: first,
    slotsOf: audits.slotsOf,
    findSlot: audits.findSlot,
  };
};

/**
 * Returns the data set of a seed. Only sites, people and templates are made here; audits, reports and files are
 * computed when asked for, so a million audits cost eight megabytes (their slots, at the first list).
 * @throws RangeError when `now` is not a date, or a count is not a whole number (audits from 0, the others from 1).
 */
export const createDataset = (options: DatasetOptions): Dataset => {
  const { seed, audits: auditCount = 600, sites: siteCount = 12, people: personCount = 40 } = options;
  const now = Date.parse(options.now);
  if (Number.isNaN(now)) throw new RangeError(`Not a date: ${options.now}`);
  if (!Number.isInteger(auditCount) || auditCount < 0) throw new RangeError(`Not a number of audits: ${auditCount}`);
  for (const count of [siteCount, personCount]) {
    if (!Number.isInteger(count) || count < 1) throw new RangeError(`Not a number of sites or people: ${count}`);
  }
  const people = createPeople(seed, personCount);
  return assemble({
    seed,
    now,
    auditCount,
    company: { name: 'Kauri Construction Group' },
    sites: createSites(seed, siteCount),
    siteGroups,
    people,
    personGroups: createPersonGroups(people),
    templates: createTemplates(),
  });
};

/** Who runs a company, as given when it was created. */
export type FirstUser = { readonly name: string; readonly email: string };

/**
 * Returns the data set of a company that was just created: one administrator, and nothing to audit yet. Its ids come
 * from a seed of its own, so that no company knows an id of another.
 */
export const createEmptyDataset = (
  source: { readonly seed: number; readonly now: number },
  company: { readonly id: string; readonly name: string },
  { name, email }: FirstUser,
): Dataset =>
  assemble({
    seed: source.seed,
    now: source.now,
    auditCount: 0,
    company,
    sites: [],
    siteGroups: [],
    people: [{ index: 0, name, email, role: administrator, region: 'nz' }],
    personGroups: [],
    templates: [],
  });
