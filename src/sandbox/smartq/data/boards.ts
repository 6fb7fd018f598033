/** A step before it is made: its name, its limit, its share of the tickets, and whether work ends there. */
type StepPlan = {
  readonly name: string;
  readonly description: string;
  readonly limit: number | null;
  readonly share: number;
};

/** How one board is set up, before its records are made. The site at the same index gives it its name and notes. */
export type BoardPlan = {
  readonly ticketCount: number;
  readonly steps: readonly StepPlan[];
  readonly places: readonly string[];
  /** Which set of custom fields it has. */
  readonly fields: 'full' | 'reordered' | 'short';
  /** What somebody without a role on the board may do. */
  readonly defaultLevel: number;
};

const step = (name: string, share: number, limit: number | null = null, description = ''): StepPlan => ({
  name,
  description,
  limit,
  share,
});

/** The id of the first project; the others follow. */
export const firstProjectId = 4101;

/** The board whose server knows the change of a default role only by the address the document writes. */
export const boardWithOldServer = firstProjectId + 3;

/** The boards, in the order they are listed: 500 tickets together. */
export const boardPlans: readonly BoardPlan[] = [
  {
    ticketCount: 140,
    steps: [
      step('Raised', 0.14, null, 'Nobody has looked at it yet.'),
      step('With designer', 0.12, 30, 'Waiting for an answer of the design team.'),
      step('Approved to proceed', 0.1),
      step('On site', 0.12, 24),
      step('Ready to inspect', 0.1, 9, 'No more than the inspectors can walk in a day.'),
      step('Closed', 0.42),
    ],
    places: ['theatre 3', 'theatre 5', 'level 2 west', 'ward 4A', 'ward 4B', 'imaging', 'basement plant', 'riser 2'],
    fields: 'full',
    defaultLevel: 0,
  },
  {
    ticketCount: 120,
    steps: [step('New', 0.16), step('Doing', 0.2, 30), step('Check', 0.14, 20), step('Done', 0.5)],
    places: [
      'unit 104',
      'unit 207',
      'unit 305',
      'unit 512',
      'unit 608',
      'unit 803',
      'car park',
      'lobby',
      'roof terrace',
    ],
    fields: 'full',
    defaultLevel: 0,
  },
  {
    ticketCount: 90,
    steps: [
      step('Question asked', 0.2),
      step('With engineer', 0.2, 25),
      step('Answered', 0.15),
      step('Built & checked <final>', 0.45, null, 'Angle brackets as somebody typed them.'),
    ],
    places: ['hardstand area 1', 'hardstand area 2', 'truck apron', 'warehouse north', 'warehouse south', 'cold store'],
    fields: 'reordered',
    defaultLevel: 0,
  },
  {
    ticketCount: 70,
    steps: [step('Tāpiri mai / Raised', 0.2), step('Kei te mahi / In progress', 0.3, 28), step('Kua oti / Done', 0.5)],
    places: ['Block A classrooms', 'Block B classrooms', 'hall', 'staff room', 'covered walkway'],
    fields: 'reordered',
    defaultLevel: 0,
  },
  {
    ticketCount: 55,
    steps: [step('Open', 0.3), step('Heritage consent', 0.2, 15), step('Work', 0.2), step('Closed', 0.3)],
    places: ['reading room', 'east stair', 'stack level 1', 'heritage frontage', 'loading dock'],
    fields: 'full',
    defaultLevel: 1,
  },
  {
    ticketCount: 25,
    steps: [step('To do', 0.4), step('On the ship', 0.2), step('Done', 0.4)],
    places: ['gallery', 'landing', 'plant enclosure'],
    fields: 'short',
    defaultLevel: 0,
  },
];
