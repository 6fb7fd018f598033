import type { Identifiers } from './identifiers.ts';
import { bandOf, outcomesOf, passedThreshold, pointsOf, scoreOf, type Outcome, type Points } from './outcomes.ts';
import type { Person } from './people.ts';
import type { Site } from './sites.ts';
import type { Template } from './template.ts';
import type { AuditState, Moments, Timeline } from './timeline.ts';
import type { ZoneClock } from './zones.ts';
import { choose, unit } from '../random.ts';

/** One audit as a list shows it. Instants are milliseconds since 1970, UTC. */
export type Audit = Moments & {
  readonly slot: number;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** What the auditor is told; null for nothing. */
  readonly hint: string | null;
  readonly template: Template;
  readonly site: Site;
  readonly assignees: readonly Person[];
  readonly startedBy: Person | null;
  readonly completedBy: Person | null;
  /** The schedule that made it; null for a one-time audit. */
  readonly scheduleId: string | null;
  /** Score, its band and whether it passed; null until it is complete. */
  readonly result: AuditResult | null;
};

/** The result of a complete audit. */
type AuditResult = Points & {
  readonly score: number;
  readonly label: string;
  readonly color: string;
  readonly isFailed: boolean;
};

/** Computes audits of a data set one by one, as it makes them; what was written to them comes over that. */
export type MadeAudits = {
  /** Returns the audit of a slot of the window. */
  readonly at: (slot: number) => Audit;
  /** Returns where the audit of a slot stands, without computing the rest when its age tells. */
  readonly stateOf: (slot: number) => AuditState;
  /** Returns the answers given in the audit of a slot, by line index. */
  readonly outcomesAt: (slot: number) => readonly Outcome[];
};

/** What audits are made from. */
export type AuditSource = {
  readonly seed: number;
  readonly timeline: Timeline;
  readonly identifiers: Identifiers;
  readonly sites: readonly Site[];
  readonly people: readonly Person[];
  readonly templates: readonly Template[];
  readonly clockOf: (zone: string) => ZoneClock;
};

const channel = { site: 51, template: 52, place: 53, crew: 54, person: 55, oneTime: 57, doneBy: 58 } as const;

/** Returns the audits a data set makes; nothing is computed until it is asked for. */
export const createAudits = (source: AuditSource): MadeAudits => {
  const { seed, timeline, identifiers, sites, people, templates, clockOf } = source;
  const auditors = people.filter((person) => person.role.roleType === 1);
  const crews = new Map(
    (['nz', 'uk', 'us'] as const).map((region) => {
      const local = auditors.filter((person) => person.region === region);
      return [region, local.length > 0 ? local : auditors.length > 0 ? auditors : people] as const;
    }),
  );

  const siteOf = (slot: number): Site => choose(sites, unit(seed, slot, channel.site));
  const templateOf = (slot: number): Template => choose(templates, unit(seed, slot, channel.template));
  const momentsOf = (slot: number): Moments =>
    timeline.momentsOf(slot, { clock: clockOf(siteOf(slot).zone), windowDays: templateOf(slot).windowDays });

  const assigneesOf = (slot: number, site: Site): readonly Person[] => {
    const crew = crews.get(site.region) ?? people;
    const lot = unit(seed, slot, channel.crew);
    const size = lot < 0.06 ? 0 : lot < 0.8 ? 1 : lot < 0.97 ? 2 : 3;
    const chosen = Array.from({ length: size }, (_, index) => choose(crew, unit(seed, slot, channel.person, index)));
    return [...new Set(chosen)];
  };

  const outcomesAt = (slot: number): readonly Outcome[] => outcomesOf(seed, slot, siteOf(slot).index, templateOf(slot));

  const at = (slot: number): Audit => {
    const site = siteOf(slot);
    const template = templateOf(slot);
    const moments = momentsOf(slot);
    const assignees = assigneesOf(slot, site);
    const { year, place } = timeline.numberOf(slot);
    const crew = crews.get(site.region) ?? people;
    const lot = unit(seed, slot, channel.doneBy);
    // Nearly always one of the assignees; a colleague stands in now and then, and always when nobody is assigned.
    const doneBy = assignees.length === 0 || lot < 0.04 ? choose(crew, lot * 25) : choose(assignees, lot);
    const points = moments.state === 'complete' ? pointsOf(template.lines, outcomesAt(slot)) : null;
    const score = points === null ? null : scoreOf(points);
    return {
      ...moments,
      slot,
      id: identifiers.encode('audit', slot),
      number: `AUD-${year}-${String(place).padStart(4, '0')}`,
      name: `${template.name}: ${choose(template.places, unit(seed, slot, channel.place))}`,
      hint: template.hint,
      template,
      site,
      assignees,
      startedBy: moments.startedAt === null ? null : doneBy,
      completedBy: moments.completedAt === null ? null : doneBy,
      scheduleId:
        unit(seed, slot, channel.oneTime) < 0.25 ? null : identifiers.encode('schedule', site.index, template.index),
      result:
        points === null || score === null
          ? null
          : {
              ...points,
              score,
              label: bandOf(score).label,
              color: bandOf(score).color,
              isFailed: score < passedThreshold,
            },
    };
  };

  return { at, stateOf: (slot) => timeline.quickState(slot) ?? momentsOf(slot).state, outcomesAt };
};
