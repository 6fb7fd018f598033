import type { TemplateSource } from '../template.ts';

/** Checklists for envelope, services and handover. */
export const finishesTemplates: readonly TemplateSource[] = [
  {
    name: 'Waterproofing, wet areas',
    hint: 'Hold point before tiling.',
    windowDays: 3,
    tags: ['Waterproofing', 'Hold point'],
    places: ['units 4.02 to 4.06', 'level 2 bathrooms', 'pods 101 to 112', 'plant room floor'],
    scenes: ['washroom', 'roof'],
    text: `
# Substrate
- Falls 1:80 or steeper to the waste | 3
~ Balcony falls measure 1:110 in units 4.02 to 4.06. -> Balcony falls under 1:80, units 4.02 to 4.06
= Moisture content | 2 | 2.0..5.5 %
- Fillets and bond breakers at every change of plane | 2
# Membrane
- Product and batch as approved | 2
@ Batch: WP-######
! Two coats, at right angles, second colour over first | 4
~ First coat shows through over about a third of the shower. -> Recoat shower bases
= Dry film thickness | 3 | 1.0..1.8 mm
! Upstand 100 mm above finished floor, 1800 mm in showers | 4
~ 70 mm at the door of unit 3.11. -> Waterproofing upstand below 100 mm at doors
- Waste flange clamped and sealed | 3
- Penetrations sleeved and sealed | 2
# Flood test
! Twenty-four hours without loss | 4
~ Stain on the ceiling below 4.05 after 16 h. -> Find and repair leak below 4.05
= Fall of water level | 2 | 0..2 mm
? Was anything fixed through the membrane afterwards?
  - Repaired and tested again | 3
$ Released for tiling | 1
`,
  },
  {
    name: 'Curtain wall and window installation',
    hint: null,
    windowDays: 4,
    tags: ['Facade'],
    places: ['level 2 north', 'level 4 west', 'atrium roof light', 'shopfront', 'stair glazing'],
    scenes: ['roof', 'scaffold', 'door'],
    text: `
# Openings
- Opening within tolerance, flashed to the detail | 2
- Sill tray ends turned up and sealed | 3
~ No end dams on W4.06 and W4.07. -> Fit end dams to sill trays
# Fixing
! Brackets torqued, shims locked | 4
~ Two brackets loose by hand at mullion M18. -> Torque and mark brackets, M17 to M19
- Packers at the setting-out of the shop drawing | 2
= Reveal out of flush, worst | 2 | 0..3 mm
~ W4.06 stands 6 mm proud at the head. -> Window W4.06 reveal not flush, tolerance exceeded
# Weathering
- Air seal continuous on the inside line | 3
- Gaskets not stretched, corners vulcanised | 2
! Hose test without entry | 4
~ Water at the transom joint after four minutes. -> Rework transom joint and repeat hose test
@ Test sheet: HT-###
# Glass
- Unit marks match the schedule, coating to the right face | 3
~ Coating on face 3 in two units. -> Swap reversed units
- No chips, scratches visible at 2 m | 1
? Are there opening lights?
  - Restrictors fitted and within 100 mm | 3
  - Open and shut freely | 1
$ Lift released from the scaffold | 1
`,
  },
  {
    name: 'Electrical temporary supply',
    hint: null,
    windowDays: 2,
    tags: ['Electrical', 'Safety'],
    places: ['main board', 'level 1 to 4 boards', 'crane supply', 'site huts'],
    scenes: ['switchboard', 'panel'],
    text: `
# Boards
- Locked, labelled, legend current | 2
~ Legend shows level 3 on two ways that feed the hoist. -> Correct board legend
- No open ways, covers in | 3
! Residual current devices trip within time | 4
~ Device on board 2 did not trip at rated current. -> Replace RCD on temporary board 2
= Trip time at rated current | 3 | 10..300 ms
@ Board: TB-##
# Leads and tools
- Tagged within three months | 2
~ Seven leads on level 3 without this quarter's tag. -> Test and tag leads, level 3
- Off the floor or covered | 2
- No domestic multi-boxes | 1
# Distribution
- Cables supported, clear of sharp edges | 2
~ Armoured cable rubbing on deck edge at grid C. -> Sleeve cable at deck edge
- Depth and cover over buried runs | 2
! Live work only with permit | 4
# Lighting
= Level on stairs | 2 | 50..150 lux
? Is there a generator?
  - Earthed and bunded | 2
  - Changeover interlocked | 3
$ Electrician's record signed | 1
`,
  },
  {
    name: 'Air handling unit commissioning',
    hint: 'Readings with calibrated instruments only; write the serial number.',
    windowDays: 5,
    tags: ['Mechanical', 'Commissioning'],
    places: ['AHU-1', 'AHU-2', 'AHU-3 theatre', 'AHU-4 data hall', 'ward supply fans'],
    scenes: ['machine', 'pipes', 'ceiling'],
    text: `
# Before start
- Filters in, protective film off | 2
- Belts, guards and isolators in place | 2
- Dampers stroke fully and read back | 2
~ Outside air damper stops at 70 per cent. -> Reset actuator on outside air damper
# Air side
= Supply air, share of design | 4 | 95..110 %
~ 88 per cent with clean filters; index run is grille 2.14. -> Rebalance supply, AHU branch 2
@ Balometer: BM-###
= Static pressure at the sensor | 3 | 180..320 Pa
- Final grilles within ten per cent | 3
! Duct smoke detector stops the fan | 4
~ Fan ran on. Signal reaches the panel, not the controller. -> Wire smoke detector to fan stop
# Water side
= Temperature difference over the coil | 3 | 5.0..8.0 K
- Strainers cleaned after flushing | 2
- No leak at unions and valves | 2
# Controls
- Points match the schedule | 2
~ Return sensor reads 31 °C in a 22 °C room. -> Replace return air sensor
? Does it serve a pressure-controlled room?
  ! Room keeps its pressure with the door cycle | 4
  = Room pressure | 3 | 10..25 Pa
- Alarms reach the building management system | 2
$ Witnessed by the client | 1
`,
  },
  {
    name: 'Unit handover and defects',
    hint: null,
    windowDays: 4,
    tags: ['Handover', 'Defects'],
    places: ['unit 2.04', 'unit 4.02', 'unit 5.11', 'block B level 3', 'pods 201 to 220'],
    scenes: ['door', 'washroom', 'ceiling'],
    text: `
# Entry and doors
- Leaf, frame and hardware undamaged | 1
~ Dent in the entry frame at handle height. -> Repair entry door frame
- Locks and keys match the schedule | 2
@ Key set: K-###
# Surfaces
- Paint even from 1.5 m in daylight | 1
~ Roller marks on the living room ceiling, lamp light from the window. -> Recoat living room ceiling
- Floor level, no hollow tiles | 2
~ Four hollow tiles beside the bath. -> Relay hollow tiles
= Worst floor deviation under a 2 m edge | 1 | 0..4 mm
- Skirtings and joints sealed | 1
# Kitchen and bath
- Water hot within 30 s, no hammer | 2
~ Hammer in the riser when the mixer shuts. -> Water hammer in level 2 bathrooms, fit arrestor
! Hot water at basin no more than 50 °C | 3
= Temperature at basin | 2 | 42..50 °C
- Wastes run free, traps dry outside | 2
- Extractor draws a sheet of paper | 1
# Electrical
- All outlets tested | 2
! Smoke alarm sounds and interlinks | 4
~ Alarm in bedroom 2 not linked. -> Link smoke alarms
? Is there a balcony?
  ! Balustrade 1000 mm, no climbable rail | 4
  - Falls to the outlet, no ponding | 2
  ~ Water stands 8 mm at the post. -> Correct falls on balcony
# Papers
- Manuals and warranties in the folder | 1
$ Accepted by the client's representative | 1
`,
  },
];
