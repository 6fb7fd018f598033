/** Concrete and steel works, in the notation of `parseWorks`. */
export const structureWorks = `
# In-situ concrete, slabs and walls | Structure | bare floor roof
- Formwork, levels and setdowns checked
~ Setdown missing at wet area -> Bathroom setdown of 40 mm not boxed. Must be in before the pour.
~ Formwork joint open -> Gap of 8 mm at the wall kicker will leak grout. Seal from inside.
- Reinforcement inspected by the engineer
~ Cover below 30 mm -> Top steel measured at 18 to 22 mm cover along the edge beam.
~ Trimmer bars missing at penetration -> Two N16 each side shown on the detail; none placed.
- Penetrations and cast-in items confirmed
~ Penetration clashes with column strip -> Four conduits bundled through the column strip. Spread or get the engineer's consent.
- Placed, vibrated and cured
~ Honeycombing at wall base -> Exposed aggregate over 400 by 250 mm, depth to be probed. Submit a repair method first.
~ Cold joint in the slab -> Line visible across the bay where the pump was moved. Engineer to inspect.
~ Curing compound not applied -> Surface dry and dusting the next morning, no record on the pour sheet.
- Cylinder results at 28 days
~ 28-day result below specified strength -> Set of three averages 37.5 MPa against 40. Await 56-day set, engineer informed.

# Precast panels and stairs | Structure | bare floor
- Delivered panels inspected
~ Spall at lifting eye -> Corner broken away to the depth of the bar. Repair to the approved method before lifting.
~ Panel cast without electrical box -> Box at 1,200 above floor is missing; chasing needs the engineer's approval.
- Erected, plumb and braced
~ Panel 14 mm out of plumb -> Tolerance is 8 mm over the height. Re-adjust before grouting.
- Grouted connections
~ Duct not filled -> Grout did not come out at the upper vent. Probe and regrout.
~ Grout cube record missing -> No cubes on the sheet for the batch used on this level.

# Structural steel and connections | Structure | bare floor roof
- Members to the shop drawings
~ Beam fabricated with wrong end plate -> Plate is 16 mm, drawing has 20. Return or calculation by the engineer.
- Bolting complete and tension recorded
~ Snug-tight bolts where tensioned specified -> Load indicating washers not squashed on six of eight bolts.
~ Bolt missing in splice -> Hole does not line up; do not ream without consent.
- Site welds inspected
~ Undercut in site weld -> Visible undercut about 1.5 mm over 80 mm. Grind and reweld, magnetic particle test after.
- Protective coating made good
~ Coating damaged at lifting point -> Bare steel the size of a hand on the top flange. Clean and touch up with the full system.
~ Intumescent coating below specified thickness -> Average of ten readings 480 microns, 620 specified.

# Post-tensioning | Structure | floor
- Tendon profile and anchors set
~ High point 15 mm low -> Tendon profile at the column line is below the drawing by 15 mm.
- Stressing records approved
~ Extension outside 7 % -> Tendon 14 shows minus 9 % against the calculated extension. No cutting of tails before approval.
- Ducts grouted
~ Grout vent left open -> Vent pipe not capped, water can enter the duct.
`;
