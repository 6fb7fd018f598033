import type { Severity } from '../records.ts';

/** Something that goes wrong: its name, how bad it is, and what is said when it is raised. */
type Trouble = readonly [name: string, severity: Severity, description: string];

/** A category of a company, counted from 1, with what goes wrong in it and what is said while it is put right. */
export type CategoryText = {
  readonly company: number;
  readonly name: string;
  readonly troubles: readonly Trouble[];
  readonly progress: readonly string[];
  readonly closing: readonly string[];
};

/** The categories with their issues, in the order they were made. */
export const categoryTexts: readonly CategoryText[] = [
  {
    company: 1,
    name: 'IT department',
    troubles: [
      [
        'Site office printers jam on A3',
        'info',
        'Both plotters stop after two sheets. Drawings are printed at head office until then.',
      ],
      [
        'Tablets cannot reach the drawing register',
        'critical',
        'All field tablets show yesterday’s revision. Do not build from them.',
      ],
      [
        'Slow internet in the site office',
        'important',
        '4G link below 1 Mbit/s since the crane went up beside the mast.',
      ],
      [
        'Sign-in to the time clock fails',
        'important',
        'Face reader refuses everybody after the weekend update. Paper sheets at the gate.',
      ],
      [
        'Shared mailbox full',
        'info',
        'Mails to the site address are refused since this morning. Write to the site manager directly.',
      ],
    ],
    progress: [
      'Supplier has taken the call; a technician comes tomorrow.',
      'Restarted and measured. Better, but not as it was.',
      'Spare unit has been sent with the afternoon van.',
    ],
    closing: ['Replaced and tested with the people on site.', 'Has run without fault for two days.'],
  },
  {
    company: 1,
    name: 'Site plant and equipment',
    troubles: [
      [
        'Tower crane out of service',
        'critical',
        'Slew brake alarm. No lifts until the service engineer has signed it off.',
      ],
      ['Hoist stops between floors', 'critical', 'Twice today. Nobody rides it; materials by crane.'],
      ['Telehandler due for inspection', 'info', 'Certificate ends on Friday. Booked for Thursday morning.'],
      ['Concrete pump late', 'important', 'Breakdown on the way. Pour put back by four hours at least.'],
      ['Scissor lift leaks hydraulic oil', 'important', 'Tagged out; spill kit used. Two others are free.'],
    ],
    progress: [
      'Engineer on site, part ordered.',
      'Hire company offers a replacement from Monday.',
      'Lift plan changed so that the work goes on without it.',
    ],
    closing: [
      'Signed off by the service engineer and back in use.',
      'Replacement delivered; the old unit has left site.',
    ],
  },
  {
    company: 1,
    name: 'Temporary power and lighting',
    troubles: [
      ['Power off on levels 3 to 5', 'critical', 'Distribution board tripped and will not hold. Electrician called.'],
      ['Stair lighting fails after dark', 'important', 'East stair is dark from 17:30. Use the west stair.'],
      ['Generator refuelling moved', 'info', 'Delivery comes at 06:00 this week. Keep the bay free.'],
      [
        'RCD trips with every start of the mixer',
        'important',
        'Leads tested and tagged; fault seems to be in the board.',
      ],
      [
        'Flood lights shine into the neighbours’ windows',
        'info',
        'Complaint from across the street. Turn off by 21:00.',
      ],
    ],
    progress: [
      'Circuit found and isolated; the other floors are back.',
      'Electrician has to come again with the right breaker.',
      'Battery lights put up meanwhile.',
    ],
    closing: ['Tested under load and switched on.', 'New board fitted, certificate on file.'],
  },
  {
    company: 1,
    name: 'Site access and deliveries',
    troubles: [
      [
        'Gate 1 closed for services',
        'important',
        'Trench across the drive. All deliveries through gate 2 with a banksman.',
      ],
      [
        'Delivery slots full this week',
        'info',
        'No slots between 7:00 and 9:00 before Monday. Book by noon of the day before.',
      ],
      ['Hoarding damaged by a truck', 'important', 'Two panels down on the street side. Fenced and lit for the night.'],
      [
        'Crane closes the lane on Saturday',
        'info',
        'Traffic management from 5:00 to 14:00. Parking in the side street only.',
      ],
      [
        'Public footpath flooded by wash-down',
        'critical',
        'Washing stopped. Silt in the kerb channel, council informed.',
      ],
    ],
    progress: [
      'Permit asked for at the council.',
      'Traffic plan revised and sent to all trades.',
      'Contractor promises to be done by the weekend.',
    ],
    closing: ['Open again in both directions.', 'Made good and inspected with the council.'],
  },
  {
    company: 1,
    name: 'Welfare cabins',
    troubles: [
      ['No hot water in the changing rooms', 'important', 'Boiler shows an ignition fault. Showers are cold.'],
      ['Lunch room too small for the second shift', 'info', 'Shift two eats at 12:45 until the extra cabin comes.'],
      [
        'First aid room locked',
        'critical',
        'Key has gone home with the night guard. Second kit is in the site office.',
      ],
      [
        'Drinking water tastes of plastic',
        'important',
        'New hose from the main. Bottled water until the sample is back.',
      ],
      ['Heating in the drying room off', 'info', 'Thermostat broken; fan heaters are not allowed there.'],
    ],
    progress: ['Plumber booked for the morning.', 'Sample taken to the laboratory.', 'Extra cabin is on its way.'],
    closing: ['Works again; thanks for waiting.', 'Laboratory says the water is fine.'],
  },
  {
    company: 2,
    name: 'Live hospital interfaces',
    troubles: [
      [
        'Dust beyond the screen',
        'critical',
        'Particle count doubled on the ward side. Cutting stopped, infection control informed.',
      ],
      ['Noise during ward round', 'important', 'Core drilling heard in the side rooms. Quiet hours are 9:00 to 11:00.'],
      ['Fire exit route changed', 'info', 'Route goes through the link corridor for three weeks. Signs are up.'],
      ['Vibration alarm at the MRI', 'critical', 'Limit passed twice this morning. No breaking within 30 m.'],
      ['Corridor handed back late', 'important', 'Beds could not pass until 7:40. Shift changed to end by 6:30.'],
    ],
    progress: [
      'Screens sealed again and counts are falling.',
      'Met the charge nurse; new hours agreed.',
      'Monitoring moved closer to the work.',
    ],
    closing: ['Counts normal for a week; screen signed off.', 'Agreed with the ward and closed.'],
  },
  {
    company: 2,
    name: 'Medical gases',
    troubles: [
      ['Oxygen zone valve relabelled', 'info', 'Valve 3-07 now serves bays 5 to 8 alone. Drawings follow.'],
      [
        'Medical air pressure low',
        'critical',
        'Plant alarm at 03:10, standby compressor took over. Do not open the riser.',
      ],
      ['Shutdown for tie-in on Sunday', 'important', 'Bays 1 to 4 on cylinders from 22:00 to 02:00.'],
      ['Outlet hisses behind the bed head', 'important', 'Probe seal worn. Bay closed until changed.'],
      ['Purge certificate missing', 'important', 'Branch C2 must not be used before it is on file.'],
    ],
    progress: [
      'Authorised person has isolated the branch.',
      'Tie-in tested, waiting for the laboratory.',
      'Cylinders in place and checked each hour.',
    ],
    closing: ['Tested and signed by the authorised person.', 'Certificate on file; branch released.'],
  },
  {
    company: 2,
    name: 'Lifts',
    troubles: [
      ['Bed lift 2 out of service', 'critical', 'Doors do not close. Theatre transfers by lift 4.'],
      ['Builders in the patient lift', 'important', 'Seen three times this week. Builders use the hoist.'],
      ['Lift lobby floor slippery', 'important', 'Protection boards lift at the edges when wet.'],
      ['Lift 5 reserved for furniture', 'info', 'Monday to Wednesday, 18:00 to 22:00.'],
      [
        'Lift alarm rings through to the wrong desk',
        'important',
        'Calls end at the old reception. Operator has been told.',
      ],
    ],
    progress: ['Lift company is on site.', 'Toolbox talk held with every trade.', 'Door operator ordered.'],
    closing: ['In service again after the test runs.', 'Not seen again for two weeks.'],
  },
  {
    company: 2,
    name: 'Nurse call and alarms',
    troubles: [
      [
        'Nurse call silent in bays 9 to 12',
        'critical',
        'Cable cut above the ceiling. Hand bells given out, two extra staff.',
      ],
      [
        'Fire panel shows a disabled zone',
        'important',
        'Zone 14 left off after the hot work. Fire watch until it is back.',
      ],
      ['Test of sounders on Tuesday', 'info', '10:00 to 10:30, no evacuation.'],
      ['Code blue button painted over', 'critical', 'Found in the ward handover walk. Cleaned and to be tested.'],
      ['Corridor displays show the wrong room', 'important', 'Rooms 301 and 302 are swapped since the changeover.'],
    ],
    progress: [
      'Cable joined for now; to be pulled new tonight.',
      'Programmer comes at 14:00.',
      'Ward has been told what to do meanwhile.',
    ],
    closing: ['Every call point tested with the ward.', 'Zone enabled and witnessed by the fire engineer.'],
  },
  {
    company: 3,
    name: 'Wharf cranes',
    troubles: [
      ['Rail clamp does not hold', 'critical', 'Crane parked at the pins. No work above 40 km/h wind.'],
      ['Crane 2 in maintenance', 'info', 'Planned, Monday to Thursday. Vessels worked by crane 1.'],
      ['Anemometer reads zero', 'important', 'Wind is read from the harbour control until changed.'],
      ['Cable reel drags on the rail', 'important', 'Sparks seen at night. Speed limited to half.'],
      ['Stop button missing at leg B', 'critical', 'Cover broken off by a lashing bar. Crane stopped.'],
    ],
    progress: [
      'Maker’s fitter arrives with the next flight.',
      'Temporary clamp certified for light wind.',
      'Part found in the Tauranga store.',
    ],
    closing: ['Load test passed.', 'Back in service with the full limits.'],
  },
  {
    company: 3,
    name: 'Port security',
    troubles: [
      ['Card readers offline at the east gate', 'critical', 'Guards check by list. Allow twenty minutes more.'],
      ['Induction needed from July', 'info', 'Cards without the new induction end on the first of the month.'],
      ['Camera 17 faces the wall', 'important', 'Turned by the storm. Patrol each hour until it is put right.'],
      ['Fence open behind shed 4', 'critical', 'Cut in the night. Police informed, watchman in place.'],
      ['Queue at the truck gate', 'important', 'Forty minutes at 6:30. Come after 8:00 if you can.'],
    ],
    progress: [
      'Network team has found the failed switch.',
      'Fence contractor comes this afternoon.',
      'Second lane opened for the morning.',
    ],
    closing: ['All readers are back.', 'Repaired and checked on the night round.'],
  },
  {
    company: 3,
    name: 'Stormwater and spill response',
    troubles: [
      ['Spill kit empty at berth 2', 'important', 'Used on Friday and not filled up.'],
      ['Interceptor full', 'critical', 'Alarm at the outlet. No washing and no refuelling on the apron.'],
      ['Oil film in the dock', 'critical', 'Boom laid out at 5:50. Source not yet known.'],
      ['Drain covers on for the coal vessel', 'info', 'Wednesday 4:00 to Thursday noon.'],
      ['Silt fence down at the laydown area', 'important', 'Wind took twenty metres. Rain is forecast for tonight.'],
    ],
    progress: ['Sucker truck ordered.', 'Samples sent to the laboratory.', 'Boom checked at each tide.'],
    closing: ['Emptied and the alarm reset.', 'Regional council has closed its file.'],
  },
];

/** Where it goes wrong in the second and the third company; in the first it is its building sites. */
export const placesOf: Readonly<Record<number, readonly string[]>> = {
  2: [
    'ward block C, level 2',
    'theatres',
    'link corridor',
    'ward block C, level 3',
    'plant room 4',
    'emergency department',
  ],
  3: ['berth 1', 'berth 2', 'east apron', 'container yard', 'shed 4', 'truck gate'],
};

/** The companies, counted from 1. */
export const companyNames = [
  'Kauri Construction Group',
  'Northgate District Health',
  'Port & Harbour Facilities',
] as const;
