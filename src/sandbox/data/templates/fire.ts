import type { TemplateSource } from '../template.ts';

/** Checklists of the fire protection trades. */
export const fireTemplates: readonly TemplateSource[] = [
  {
    name: 'Fire services, monthly',
    hint: 'Tell the monitoring centre before you touch the panel, and again when you leave.',
    windowDays: 5,
    tags: ['Fire', 'Sprinkler', 'Handover'],
    places: ['riser rooms 1 to 6', 'levels 1 to 3', 'levels 4 to 8', 'basement and plant', 'whole building'],
    scenes: ['pipes', 'panel', 'ceiling', 'door'],
    text: `
# Documents and access
- Log book signed for the month | 2
- As-built zone drawings at the panel | 2
~ Drawings at the panel are revision C; rooms 2.11 to 2.16 have been built since. -> Replace zone drawings with as-built revision
- Plant rooms and riser cupboards unlocked or keys held | 2
# Fire panel and zones
! Panel shows normal, no isolations without a permit | 3
~ Zones 4 and 9 isolated, permit expired on Friday. -> Lift expired isolations on zones 4 and 9
- Zone chart at the panel matches the as-built | 1
~ Chart still shows the old ward layout. -> Reprint zone chart
- Brigade key and panel book present | 2
= Standby battery voltage under load | 3 | 25.2..28.4 V
@ Battery set: B-####
# Emergency lighting
- Every exit sign lit | 2
~ Exit sign over door 3.07 dark, lamp and charger both dead. -> Replace exit sign at door 3.07
! Ninety-minute discharge test passed | 4
~ EL-27 and EL-31 went out after 52 minutes. -> Emergency lights EL-27 and EL-31 fail 90-minute test
- Test results entered in the log book | 2
= Lowest level measured on the escape route | 2 | 1.0..4.5 lux
# Hose reels and extinguishers
- Extinguishers in place, pin and seal intact | 2
- Service tag within twelve months | 2
~ Three CO2 extinguishers on level 2 last serviced 14 months ago. -> Service overdue extinguishers on level 2
@ Earliest date due: MM/YYYY
- Hose reels run out and flow freely | 3
# Sprinklers
! Control valves locked open and labelled | 3
- Pre-action system charged | 2
! Flow switch signals panel within 60 s | 4
~ Riser 3: two tests, no signal on zone 14. Riser 4: 22 s, good. -> Flow switch on riser 3 does not signal the fire panel
= Residual pressure at the test valve | 3 | 620..900 kPa
~ Below the design curve with the drain fully open. -> Find pressure loss on the sprinkler supply
- Spare heads and spanner in cabinet | 1
~ Cabinet holds two pendent heads and no spanner. -> Restock spare head cabinet
? Has a head been replaced since the last audit?
  ! Replacement head has the same K factor and rating | 4
  ~ K80 fitted where K115 is on the drawing. Office 2.14. -> Replace wrong sprinkler head in office 2.14
  - Work order attached | 1
- No head painted, loaded or blocked | 2
~ Two concealed heads painted over in the corridor outside theatre 4. -> Sprinkler heads painted over, level 2 corridor
# Doors and compartments
- Self-closers shut the door from any angle | 3
- Gap at latch side 4 mm or less | 2
~ FD-3.12 measures 7 mm at mid height. -> Fire door FD-3.12: gap at latch side over 4 mm
- Smoke seals continuous | 2
- Vision panels intact, wired or rated glass | 2
~ Ward 3 lobby, one panel cracked. -> Replace cracked wired-glass panel, ward 3 lobby
- Penetrations sealed and labelled on both sides | 2
# Sign-off
: Monitoring centre reference on leaving | restored 15:42, operator 118; restored 14:05, operator 204; restored 16:20, operator 97
$ Building warden told of every failure above | 2
`,
  },
  {
    name: 'Fire doors and compartments',
    hint: null,
    windowDays: 4,
    tags: ['Fire', 'Doors'],
    places: ['stair A', 'stair B', 'level 2 corridor', 'plant level', 'basement car park'],
    scenes: ['door', 'ceiling', 'panel'],
    text: `
# Door sets
! Certification plug or label on leaf and frame | 4
~ No label on the frame of D-2.04, painted over or missing. -> Trace certification of door set D-2.04
- Three hinges, all screws in | 2
- Gaps 2 to 4 mm at head and sides | 3
~ 6 mm at the head, leaf has dropped on the top hinge. -> Rehang leaf and refit top hinge
= Threshold gap | 2 | 3..10 mm
- Intumescent and smoke seals undamaged | 3
@ Door numbers checked: D-#.##
- Closer latches the door against the seal | 3
~ Stops 40 mm short; carpet drags at the threshold. -> Ease threshold and reset closer
? Is the door held open in normal use?
  ! Hold-open releases on alarm | 4
  ~ Magnet stays on with zone 6 in alarm. -> Rewire hold-open of cross-corridor door to zone 6
  - No wedge, hook or extinguisher holding it | 2
# Penetrations
! Every service through the wall sealed with the tested system | 4
~ New cable tray through the riser wall packed with mineral wool only. -> Seal cable tray penetration, riser 2
- Label on both sides with product, date and installer | 2
~ Label on the corridor side only. -> Label seals on the riser side
@ Seal register no.: PS-####
- Collars on plastic pipes over 40 mm | 3
# Ceilings and cavities
- Cavity barriers at the lines on the drawing | 3
~ Barrier stops at the slab edge, 300 mm short of the facade. -> Cavity barrier missing at slab edge, level 4, grid C
- Access hatches shut and rated | 2
- No storage above ceilings | 1
# Sign-off
$ Findings walked with the passive fire installer | 2
`,
  },
  {
    name: 'Hot work permit check',
    hint: 'Stop the work first, then ask for the permit.',
    windowDays: 1,
    tags: ['Fire', 'Permits'],
    places: ['roof plant deck', 'basement pipe welding', 'stair core steel', 'loading dock'],
    scenes: ['steel', 'pipes', 'machine'],
    text: `
# Permit
! Permit signed today for this place and this work | 4
~ Permit on the board is for level 5; the work is on level 6. -> Stop and reissue hot work permit for level 6
- Detection isolated for this zone only | 2
- Permit copy displayed at the work | 1
# Place
! Combustibles cleared or covered within 10 m | 4
~ Insulation offcuts and a timber pallet 3 m from the grinder. -> Clear combustibles before hot work restarts
- Openings in floor and wall covered | 2
- Floor below checked and cordoned | 2
~ Sparks fell through the slab opening, nobody posted below. -> Cover slab opening and post a second watch
# Equipment
- Two extinguishers of the right type within reach | 3
- Hoses, regulators and flashback arrestors in date | 3
@ Arrestors due: MM/YYYY
- Bottles upright and chained | 2
# Watch
! Fire watch named and doing nothing else | 3
~ The watch was also feeding the cable. -> Appoint a fire watch without other duties
= Watch kept after the last spark | 3 | 60..120 min
$ Permit closed and place handed back | 1
`,
  },
];
