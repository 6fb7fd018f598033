import { choose, unit } from '../random.ts';
import type { Identifiers } from './identifiers.ts';
import type { Person } from './people.ts';
import type { DayOfWeek, Pattern, ScheduleRecord } from './record-types.ts';
import type { Site } from './sites.ts';
import type { Template } from './template.ts';
import { day } from './zones.ts';

/** What schedules are made from. */
type ScheduleSource = {
  readonly seed: number;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  readonly identifiers: Identifiers;
  readonly sites: readonly Site[];
  readonly people: readonly Person[];
  readonly templates: readonly Template[];
};

const workingDays: readonly (readonly DayOfWeek[])[] = [[1], [1, 4], [2, 5], [1, 3, 5]];

/** Returns how often a checklist is done at a site: the short ones weekly or daily, the long ones by weeks or months. */
const patternOf = (template: Template, lot: number): Pattern => {
  if (template.name.includes('monthly')) {
    const startRule = lot < 0.5 ? ({ type: 0, day: 15 } as const) : ({ type: 1, cycleMonthStart: 1 } as const);
    const endRule = lot < 0.25 ? ({ type: 3 } as const) : ({ type: 1, days: template.windowDays } as const);
    return { repeatPattern: 3, repeat: { repeatEvery: lot < 0.8 ? 1 : 3, startRule, endRule } };
  }
  if (template.windowDays === 1 && lot < 0.3) return { repeatPattern: 1, repeat: { repeatEvery: 1 } };
  if (template.windowDays === 1 || template.name.includes('weekly')) {
    const daysOfWeek = template.name.includes('weekly') ? ([1] as const) : choose(workingDays, lot);
    return { repeatPattern: 4, repeat: { daysOfWeek, repeatEvery: 1 } };
  }
  const repeatEvery = 2 + Math.floor(lot * 3);
  return { repeatPattern: 2, repeat: { repeatEvery, startDay: 1, duration: template.windowDays } };
};

/**
 * Returns the schedules behind the data set's audits, one for each checklist at each site: the ids its audits name.
 * Those audits come with the data set, a few of each, and not by the patterns.
 */
export const schedulesOf = ({
  seed,
  now,
  identifiers,
  sites,
  people,
  templates,
}: ScheduleSource): readonly (readonly [id: string, record: ScheduleRecord])[] =>
  sites.flatMap((site) =>
    templates.map((template) => {
      const draw = (purpose: number): number => unit(seed, site.index * 64 + template.index, 17, purpose);
      const crew = people.filter((person) => person.role.roleType === 1 && person.region === site.region);
      const began = Math.floor((now - (100 + draw(0) * 450) * day) / day) * day;
      return [
        identifiers.encode('schedule', site.index, template.index),
        {
          ...patternOf(template, draw(1)),
          name: `${template.name}: ${site.name}`,
          active: true,
          templateId: identifiers.encode('template', template.index),
          objectIds: [identifiers.encode('site', site.index)],
          groupIds: [],
          assigneeIds: crew.length === 0 ? [] : [identifiers.encode('person', choose(crew, draw(2)).index)],
          auditorHint: template.hint,
          startFromDate: new Date(began).toISOString(),
          stopByDate: draw(3) < 0.2 ? new Date(began + 1000 * day - 1000).toISOString() : null,
          plannedAt: null,
          madeUntil: null,
        },
      ] as const;
    }),
  );
