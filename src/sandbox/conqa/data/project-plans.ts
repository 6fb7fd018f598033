import type { PlaceKind } from './work.ts';

/** A part of a building site. */
export type Place = {
  /** Short form in a milestone's external id. */
  readonly code: string;
  /** As it is written in a sentence: "level 3 east". */
  readonly name: string;
  readonly area: string;
  readonly level: string;
  readonly kind: PlaceKind;
};

/** How one project is set up, before its records are made. The site at the same index gives it its name and zone. */
export type ProjectPlan = {
  /** First letters of every external id. */
  readonly code: string;
  readonly issueCount: number;
  readonly milestoneCount: number;
  readonly places: readonly Place[];
  /** Numbers of the plans (ITPs) in use, in the order of the works. */
  readonly works: readonly number[];
  /** How many fewer issues the summary states than there are: real summaries do not add up either. */
  readonly leftOutOfTotal: number;
};

const place = (code: string, name: string, area: string, level: string, kind: PlaceKind = 'floor'): Place => ({
  code,
  name,
  area,
  level,
  kind,
});

const hospitalPlaces: readonly Place[] = [
  place('B1', 'basement plant', 'Plant', 'Basement', 'bare'),
  place('L1W', 'level 1 west', 'Emergency', 'Level 1'),
  place('L1E', 'level 1 east', 'Imaging', 'Level 1'),
  place('L2W', 'level 2 west', 'Theatres 1 to 4', 'Level 2'),
  place('L2E', 'level 2 east', 'Theatres 5 to 8', 'Level 2'),
  place('L3W', 'level 3 west', 'Intensive care', 'Level 3'),
  place('L3E', 'level 3 east', 'High dependency', 'Level 3'),
  place('L4W', 'level 4 west', 'Ward 4A', 'Level 4'),
  place('L4E', 'level 4 east', 'Ward 4B', 'Level 4'),
  place('L5', 'level 5', 'Ward 5', 'Level 5'),
  place('R2', 'riser 2', 'Risers', 'All levels', 'riser'),
  place('RF', 'roof', 'Plant', 'Roof', 'roof'),
];

const apartmentPlaces: readonly Place[] = [
  place('CP', 'car park', 'Common', 'Ground', 'bare'),
  place('L1', 'level 1', 'Units 101 to 112', 'Level 1'),
  place('L2', 'level 2', 'Units 201 to 212', 'Level 2'),
  place('L3', 'level 3', 'Units 301 to 312', 'Level 3'),
  place('L4', 'level 4', 'Units 401 to 412', 'Level 4'),
  place('L5', 'level 5', 'Units 501 to 512', 'Level 5'),
  place('L6', 'level 6', 'Units 601 to 612', 'Level 6'),
  place('L7', 'level 7', 'Units 701 to 712', 'Level 7'),
  place('L8', 'level 8', 'Units 801 to 812', 'Level 8'),
  place('RT', 'roof terrace', 'Common', 'Roof', 'roof'),
];

const wharfPlaces: readonly Place[] = [
  place('A1', 'hardstand area 1', 'Area 1', 'Ground', 'ground'),
  place('A2', 'hardstand area 2', 'Area 2', 'Ground', 'ground'),
  place('A3', 'truck apron', 'Area 3', 'Ground', 'ground'),
  place('WN', 'warehouse north', 'Warehouse', 'Ground', 'bare'),
  place('WS', 'warehouse south', 'Warehouse', 'Ground', 'bare'),
  place('WR', 'warehouse roof', 'Warehouse', 'Roof', 'roof'),
  place('CS', 'cold store', 'Cold store', 'Ground', 'bare'),
  place('OF', 'office block', 'Office', 'Levels 1 and 2'),
  place('GH', 'gatehouse', 'Gate', 'Ground'),
];

/** The projects, in the order they are listed: 700 issues and 400 milestones together. */
export const projectPlans: readonly ProjectPlan[] = [
  {
    code: 'NGH',
    issueCount: 340,
    milestoneCount: 180,
    places: hospitalPlaces,
    works: [5, 7, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21],
    leftOutOfTotal: 0,
  },
  {
    code: 'KSA',
    issueCount: 240,
    milestoneCount: 140,
    places: apartmentPlaces,
    works: [5, 6, 8, 10, 11, 12, 13, 14, 16, 17, 18, 19, 21],
    leftOutOfTotal: 0,
  },
  {
    code: 'W7H',
    issueCount: 120,
    milestoneCount: 80,
    places: wharfPlaces,
    works: [1, 2, 3, 4, 5, 7, 11, 14, 16, 17],
    leftOutOfTotal: 23,
  },
];
