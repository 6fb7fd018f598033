import type { TemplateSource } from '../template.ts';

/** Checklists for plant, hygiene, welfare and environment. */
export const siteTemplates: readonly TemplateSource[] = [
  {
    name: 'Plant pre-start, excavator',
    hint: null,
    windowDays: 1,
    tags: ['Plant'],
    places: ['EX-04', 'EX-07', 'EX-11', 'EX-12 zero swing'],
    scenes: ['machine', 'excavation'],
    text: `
# Walk round
- Tracks tensioned, pads complete | 2
- No oil or coolant under the machine | 2
~ Weep at the slew motor, a cup overnight. -> Replace slew motor seal
- Glass and mirrors clean, camera works | 2
~ Left mirror cracked. -> Replace left mirror
= Hour meter since service | 1 | 0..250 h
@ Meter: ####.#
# Attachments
! Quick hitch locked and safety pin in | 4
~ Pin in the cab, hitch held by pressure only. -> Stand machine down until hitch is pinned
- Bucket teeth and edge sound | 1
- Hoses free of chafe | 2
# Cab
- Seat belt latches | 2
- Horn, beacon and reversing alarm | 2
~ Reversing alarm silent. -> Repair reversing alarm
! Isolation lever stops every movement | 4
- Extinguisher charged and in date | 2
? Is it used for lifting?
  ! Burst valves and load chart for this arm | 4
  - Lifting eye rated and tagged | 2
# Sign-off
: Operator's ticket | checked; checked, renewal due; checked on phone
$ Fit for use | 1
`,
  },
  {
    name: 'Facilities hygiene, washrooms and kitchens',
    hint: 'Take temperatures before the lunch service.',
    windowDays: 1,
    tags: ['Hygiene', 'Welfare'],
    places: ['site canteen', 'gate 2 huts', 'levels 1 to 4', 'level 5 fit-out', 'visitor centre'],
    scenes: ['washroom'],
    text: `
# Washrooms
- Floors dry and clean, corners too | 2
- Basins run hot and cold | 2
~ No hot water in the gate 2 hut. -> Repair water heater, gate 2
- Soap, towels and paper stocked | 1
~ Two of five dispensers empty at 09:40. -> Add a mid-morning restock round
- Cleaning record signed in the last four hours | 1
# Kitchen
! Refrigerator at 5 °C or below | 4
~ 8.4 °C, door seal split. -> Replace refrigerator door seal
= Refrigerator temperature | 3 | 1.0..5.0 °C
@ Thermometer: T-##
= Hot holding temperature | 3 | 63..85 °C
- Food covered, dated, raw below cooked | 3
- Hand basin free and used only for hands | 2
~ Mop bucket stood in the hand basin. -> Move mop store out of the kitchen
- Boards and knives colour-coded | 1
# Pests and waste
! No droppings, gnawing or insects | 4
~ Droppings behind the dry store. -> Call pest controller and clear dry store
- Bins lidded and emptied daily | 1
? Are bait stations in place?
  - Numbered, locked, checked this month | 2
# Sign-off
$ Findings shown to the caterer | 1
`,
  },
  {
    name: 'Site welfare and housekeeping',
    hint: null,
    windowDays: 2,
    tags: ['Welfare', 'Safety'],
    places: ['whole site', 'gate 1 and compound', 'levels 1 to 4', 'levels 5 to 8'],
    scenes: ['washroom', 'switchboard', 'scaffold'],
    text: `
# Gate and compound
- Hoarding sound, signs current | 2
~ Hoarding panel loose beside the bus stop. -> Refix hoarding panel
- Everyone signed in and inducted | 3
@ People on site: ##
- Traffic plan followed, walkway clear | 3
~ Delivery truck across the walkway. -> Move unloading to bay 2
# Floors and stairs
! Escape routes clear to the street | 4
~ Plasterboard stacked in stair B, one door blocked. -> Clear stair B
- Leads and hoses off walkways | 1
- Waste cleared daily, chutes not blocked | 2
- Lighting on every stair | 2
# First aid and emergency
- First aider named on the board and present | 2
- Kit and eye wash in date | 1
~ Eye wash expired in August. -> Replace eye wash
! Evacuation alarm heard everywhere | 4
~ Not heard in the basement with saws running. -> Add repeater in the basement
- Drill held in the last three months | 2
# Substances
- Register and data sheets at hand | 1
- Flammables locked and bunded | 3
? Is silica dust produced?
  ! Wet cutting or extraction, every time | 4
  - Fit test records for masks | 2
$ Walked with the worker representative | 1
`,
  },
  {
    name: 'Erosion, sediment and dust',
    hint: 'Before forecast rain over 15 mm, and the morning after.',
    windowDays: 2,
    tags: ['Environment'],
    places: ['north catchment', 'wheel wash and gate', 'stockpiles', 'whole site'],
    scenes: ['excavation', 'machine'],
    text: `
# Perimeter
- Silt fence trenched in, no gaps | 2
~ Undercut for 3 m at the low corner. -> Re-trench silt fence, low corner
- Clean water diverted round the works | 2
- Stabilised entry, no mud on the road | 3
~ Track-out for 60 m along the road. -> Sweep the road and top up entry stone
# Treatment
! Nothing leaves the site untreated | 4
~ Pump discharging to the kerb. -> Stop discharge and report to the consent officer
= Turbidity at the outlet | 3 | 5..50 NTU
= pH at the outlet | 3 | 6.5..8.5 pH
@ Meter: WQ-##
- Tank half empty before rain | 2
- Flocculant dosing recorded | 1
# Ground
- Stockpiles covered or grassed after 14 days | 2
~ Topsoil bund bare since mid-month. -> Hydroseed topsoil bund
- Dust damped on haul roads | 2
? Did it rain over 15 mm since the last walk?
  - Devices inspected within 24 h | 2
  - Sediment removed and logged | 1
# Neighbours
- Complaints answered within a day | 1
$ Sent to the council's portal | 1
`,
  },
];
