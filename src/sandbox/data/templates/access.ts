import type { TemplateSource } from '../template.ts';

/** Checklists for scaffolds, lifting and working at height. */
export const accessTemplates: readonly TemplateSource[] = [
  {
    name: 'Scaffold handover inspection',
    hint: 'Nobody else goes up before the tag is green.',
    windowDays: 2,
    tags: ['Scaffold', 'Handover'],
    places: ['north face', 'south face', 'lift shaft', 'stair tower 2', 'loading bay'],
    scenes: ['scaffold', 'steel'],
    text: `
# Design and papers
- Design or standard configuration identified | 2
@ Drawing: SC-#### rev B
- Duty rating stated: light, medium or heavy | 2
- Handover certificate complete and signed | 2
~ Certificate leaves the number of working lifts empty. -> Complete handover certificate
# Foundations
! Sole boards under every standard on made ground | 4
~ Two standards on bare fill beside the trench. -> Fit sole boards, bays 6 and 7
- Base plates centred, jacks within a third of their length | 2
- Ground drained, no undermining | 2
# Structure
! Ties at the centres of the drawing | 4
~ Four ties removed for window W4.06 and not replaced. -> Replace ties at levels 3 and 4
= Widest tie spacing measured | 3 | 3.2..4.0 m
- Bracing from the base to the top lift | 3
~ Facade brace missing in bays 2 to 3, top two lifts. -> Fit facade bracing
- Standards plumb, joints staggered | 2
# Platforms
- Boards full width, gap to the building under 225 mm | 3
~ 310 mm at the curved corner. -> Add inside board at the curved corner
! Guardrails, mid-rails and toe boards complete | 4
~ Toe board missing along the north run, level 4. -> Fit toe boards, north run, level 4
- Internal stair or ladder access with self-closing gate | 2
? Are loads landed on it?
  - Loading bay gate and load sign fitted | 3
  - Props under the bay as drawn | 2
# Sign-off
$ Green tag dated and fixed at every access point | 2
`,
  },
  {
    name: 'Scaffold weekly inspection',
    hint: null,
    windowDays: 2,
    tags: ['Scaffold'],
    places: ['north face', 'east face', 'atrium birdcage', 'roof edge'],
    scenes: ['scaffold', 'roof'],
    text: `
# Since the last inspection
- Tag within seven days | 2
~ Tag nine days old. -> Inspect and retag scaffold
- No change without the scaffolder's entry in the register | 3
? Was there wind over 80 km/h or an impact?
  ! Full re-inspection done before use | 4
  - Sheeting and ties checked again | 2
# Walk from base to top
- Base plates and sole boards undisturbed | 2
! Ties, braces and couplers in place | 4
~ Ledger brace unclipped at lift 2 to pass ductwork. -> Refit ledger brace, lift 2
- Boards sound, no traps over 25 mm | 2
~ One split board at the ladder head. -> Replace split board
! Edge protection complete on every lift | 4
- Debris netting laced and untorn | 1
- Ladders tied, five rungs above the landing | 2
- No materials stored beyond the duty rating | 3
~ Pallet of blocks on a light-duty lift. -> Unload blocks from light-duty lift
# Sign-off
: Next inspection due | Monday; Tuesday; Friday
$ Tag signed | 1
`,
  },
  {
    name: 'Working at height and edge protection',
    hint: null,
    windowDays: 2,
    tags: ['Height', 'Safety'],
    places: ['roof', 'level 5 slab edge', 'lift shaft 1', 'atrium void', 'facade boom lift'],
    scenes: ['roof', 'scaffold', 'slab'],
    text: `
# Planning
- Task analysis names the fall hazard and the control | 2
- Rescue plan at the work, with names | 3
~ Rescue plan lists a foreman who left in March. -> Update rescue plan with people on site
# Edges and openings
! Guardrails at every open edge over 2 m | 4
~ Two bays removed for a delivery and left open. -> Refit guardrail, level 5 grid D to E
= Guardrail height | 2 | 900..1100 mm
! Penetrations covered, fixed and marked | 4
~ Ply cover not fixed; slid with a boot. -> Fix and mark penetration covers
- Lift shafts gated full height | 3
# Personal systems
- Harness and lanyard inspected within six months | 2
@ Oldest harness: H-###
- Anchors rated and tagged | 3
~ Worker hooked to a conduit saddle. -> Install rated anchor and brief the crew
? Is a boom or scissor lift in use?
  - Operator ticket sighted | 2
  ! Harness clipped on in the boom | 3
  - Exclusion zone under the work | 2
# Tools and materials
- Tools tethered over public areas | 2
- Nothing stacked within 2 m of an edge | 2
$ Findings discussed at the next toolbox talk | 1
`,
  },
  {
    name: 'Tower crane, weekly',
    hint: 'With the crane owner and the dogman. Out of service first.',
    windowDays: 2,
    tags: ['Lifting', 'Plant'],
    places: ['TC1', 'TC2', 'TC1 and TC2'],
    scenes: ['machine', 'steel'],
    text: `
# Papers
- Daily pre-starts complete for the week | 2
- Lift plan covers every pick over 80 per cent of chart | 3
- Operator and dogman tickets current | 2
# Base and mast
- Base dry, bolts torque-marked | 3
~ Water over the base plate, pump off. -> Restart and alarm the crane base pump
! Mast pins and keepers in | 4
- Ties to the structure without movement | 3
# Machine
! Hoist, trolley and slew limits cut out | 4
~ Trolley-in limit let the trolley reach the stop. -> Reset trolley-in limit before next lift
- Anemometer reads and alarms | 2
= Wind alarm set point | 2 | 60..72 km/h
- Weathervaning free when left | 3
- Hook latch, sheaves and rope ends sound | 3
~ Six broken wires in one lay length near the becket. -> Replace hoist rope
# Lifting gear
- Chains and slings tagged in the quarter's colour | 2
~ Two slings with last quarter's tag in the container. -> Quarantine untagged slings
@ Register: LG-###
- Bins and cages rated and in date | 2
# Sign-off
$ Crane returned to service | 1
`,
  },
];
