import type { TemplateSource } from '../template.ts';

/** Checklists for concrete, steel, formwork and ground. */
export const structureTemplates: readonly TemplateSource[] = [
  {
    name: 'Concrete pre-pour, suspended slab',
    hint: 'Hold point: no concrete is ordered before the engineer has released this sheet.',
    windowDays: 3,
    tags: ['Concrete', 'Hold point'],
    places: ['level 2, pour 1', 'level 3, pour 2', 'level 4, pour 1', 'podium, pour 3', 'roof slab'],
    scenes: ['slab', 'scaffold'],
    text: `
# Formwork
- Levels and setdowns as drawn | 3
= Worst level against the drawing | 2 | -5..5 mm
! Propping as the temporary works design, signed off | 4
~ Back-props on level 2 struck a day early. -> Reinstate back-props before the pour
- Clean, oiled, no sawdust or tie wire | 2
~ Tie wire and foam offcuts in the beam soffits. -> Blow out formwork
# Reinforcement
! Bar size, spacing and laps to the latest drawing | 4
~ N16 at 250 where the drawing shows 200, grid 4 to 5. -> Add top bars, grid 4 to 5
@ Drawing: S-2## rev D
= Cover to top steel | 3 | 30..40 mm
- Chairs at 800 centres, none on the membrane | 2
- Bars clean, no form oil | 2
? Is the slab post-tensioned?
  ! Tendon profile within 5 mm at highs and lows | 4
  ~ High point at grid 3 is 14 mm low. -> Correct tendon profile at grid 3
  - Anchors square, grout tubes open | 2
# Cast-in items
- Conduits away from columns, none over a third of the depth | 2
~ Four conduits bundled through the column strip. -> Spread conduits at column B4
- Penetrations boxed and dimensioned | 2
- Cast-in plates and starter bars surveyed | 3
# Joints and edges
- Construction joint prepared, water stop continuous | 3
~ Hydrophilic strip lapped 20 mm instead of 50. -> Relap water stop at joint CJ-2
- Slab edge and hob formwork braced | 2
# Release
: Engineer's release | e-mail 07:12; site instruction SI-118; site instruction SI-124
$ Released for pour | 2
`,
  },
  {
    name: 'Concrete pour and cure',
    hint: null,
    windowDays: 2,
    tags: ['Concrete'],
    places: ['level 2, pour 1', 'level 3, pour 2', 'core walls lift 4', 'ground beams', 'hardstand bay 6'],
    scenes: ['slab', 'machine'],
    text: `
# Before the first truck
- Weather forecast reviewed, cover ready | 1
- Pump set up on pads, line restrained | 3
- Spare vibrator on site | 1
~ One vibrator, spare on hire but not collected. -> Bring spare vibrator before the next pour
# Deliveries
- Docket mix and strength match the order | 3
@ First docket: 40#####
= Slump at the chute | 3 | 90..130 mm
~ Truck 7 at 165 mm, sent back. -> Ask supplier to report on slump of truck 7
= Concrete temperature | 2 | 10..32 °C
! Nothing older than ninety minutes placed | 4
~ Truck 11 was 104 minutes old when discharge ended. -> Engineer to assess concrete of truck 11
- Cylinders taken, one set in fifty cubic metres | 2
# Placing
- Layers no deeper than 450 mm, vibrated to refusal | 3
- Joint kept live | 3
~ Cold joint about 2 m long at grid 6. -> Core and repair cold joint, grid 6
- Cover kept while walking and pumping | 2
# Finish and cure
- Finish to the class on the drawing | 2
! Curing started within an hour of finishing | 3
~ Compound not sprayed until next morning. -> Wet cure for seven days and record
? Was rain or frost due overnight?
  - Slab covered | 2
# Sign-off
$ Pour record complete | 1
`,
  },
  {
    name: 'Formwork, propping and temporary works',
    hint: null,
    windowDays: 3,
    tags: ['Temporary works'],
    places: ['transfer slab', 'level 6', 'retaining wall', 'facade retention'],
    scenes: ['slab', 'steel', 'scaffold'],
    text: `
# Control
! Design checked by somebody independent, certificate on file | 4
@ TW register: TW-###
- Permit to load issued | 3
~ Deck loaded with mesh before the permit. -> Issue permit to load and brief the crane crew
- Coordinator's weekly walk recorded | 1
# Props and frames
- Type, spacing and extension as drawn | 3
~ 4.1 m extension where the drawing allows 3.6. -> Change props in bay 9
- Plumb within 10 mm in a metre | 2
= Worst prop out of plumb | 2 | 0..10 mm/m
! Bracing in both directions | 4
- Pins are pins, no reinforcing bar | 2
~ Bent bar in six props along grid 2. -> Replace prop pins
# Bearers and ties
- Bearers centred in the heads | 2
- Wall ties at the drawing's centres, nuts full thread | 3
? Is it a retention frame?
  ! Movement readings within the trigger levels | 4
  - Kentledge as drawn | 3
# Striking
- Cylinder results before striking | 3
$ Strike permit signed | 2
`,
  },
  {
    name: 'Structural steel erection',
    hint: null,
    windowDays: 3,
    tags: ['Steel', 'Lifting'],
    places: ['grid 1 to 6', 'grid 7 to 12', 'roof trusses', 'stair stringers', 'plant platform'],
    scenes: ['steel', 'machine'],
    text: `
# Before the lift
- Erection sequence at the crane and at the laydown | 2
- Holding-down bolts surveyed | 3
= Worst bolt position | 2 | 0..3 mm
- Members marked, paint undamaged | 1
# Erection
! Column stable before release: guys or four bolts | 4
~ Column C9 released with two bolts snug. -> Stop work, complete base connection C9
- Plumb recorded before grouting | 2
- Exclusion zone kept, no work under the hook | 3
# Bolting
! Property class 8.8 marked, tensioned where TB is drawn | 4
~ Snug bolts in two TB connections, grid 4. -> Tension and mark bolts at grid 4
- Part-turn marks on every TB bolt | 2
~ No marks on the top flange splice. -> Retorque and mark splice at B22
@ Batch: HB-####
- No reamed or slotted holes without the engineer | 3
# Welding
- Welder qualification for the position | 2
- Preheat measured where called for | 2
? Were welds tested this week?
  - Test reports accepted | 3
  ~ Ultrasonic report rejects two of eight. -> Repair and retest butt welds at haunch H3
- Paint made good | 1
$ Bay handed to the deck crew | 1
`,
  },
  {
    name: 'Excavation and trench',
    hint: 'Check the utility drawings again when the dig line moves.',
    windowDays: 1,
    tags: ['Ground', 'Safety'],
    places: ['stormwater run 3', 'sewer connection', 'lift pit', 'HV trench', 'boundary wall footing'],
    scenes: ['excavation', 'machine'],
    text: `
# Services
! Located, potholed and marked before the bucket | 4
~ Locator's marks washed out at chainage 40. -> Re-mark services before digging on
- Permit to dig for this length and this day | 3
@ Permit: PTD-####
- Spotter within sight of the operator | 2
# Ground and support
! Shielded, shored or battered over 1.5 m | 4
~ 1.9 m deep beside the footpath, boxes still on the truck. -> Install trench boxes before entry
= Batter measured | 2 | 30..45 °
- Spoil and plant 1 m or more from the edge | 3
~ Spoil heaped at the lip. -> Move spoil back
- Dry, or pumped to the treatment tank | 2
# Access and edges
- Ladder within 9 m of anybody in the trench | 2
- Barriers and lights on the public side | 2
~ Two barrier feet in the carriageway, one lamp flat. -> Reset barriers and change lamp
# Backfill
? Was backfill placed today?
  - Layers and passes as specified | 2
  = Density ratio | 3 | 95..102 %
  ~ Two of three tests at 92. -> Rework and retest layer 3
$ Register signed | 1
`,
  },
];
