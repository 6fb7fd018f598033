/** Interior works, in the notation of `parseWorks`. */
export const interiorWorks = `
# Partitions and plasterboard linings | Interior | floor
- Framing straight, nogs in place
~ Nog missing for grab rail -> Accessible bathroom, right-hand wall at 800 mm. Put in before lining.
~ Deflection head screwed fixed -> Studs screwed to the head track, no movement possible.
- Insulation fitted
~ Gap in acoustic insulation -> Batt slumped 150 mm below the head behind the bed head.
- Linings fixed and fire rated where drawn
~ Fire-rated wall lined with standard board -> Board stamp shows 13 mm standard; drawing asks for two layers of fire board.
~ Screws at 400 mm centres -> Tested system has 300 mm at the sheet edge.
- Stopping to the level of finish
~ Joint visible in side light -> Level 4 finish, joint shows over 2.4 m by the window.

# Tiling and wet area finishes | Interior | floor
- Membrane released before tiling
~ Tiles laid without membrane sign-off -> Producer statement for the membrane is not on file.
- Falls to waste
~ Shower falls away from waste -> Water stands 6 mm deep at the door side.
- Grout and silicone complete
~ Drummy tiles -> Seven of 64 tiles sound hollow in a tap test.
~ Silicone missing at wall and floor junction -> Grouted instead; will crack.

# Doors and hardware | Interior | floor
- Fire doors installed to the certificate
~ Fire door gap over 3 mm -> Gap of 6 mm at the lock side. Adjust the frame, no planing.
~ Fire door without its tag -> Label painted over or missing on the hinge edge.
- Hardware to the schedule
~ Closer does not latch the door -> Stops 100 mm open against the air pressure.
~ Wrong cylinder fitted -> Keyed for level 1 instead of the master suite.

# Painting and floor finishes | Finishes | floor
- Substrate accepted
~ Floor moisture above 75 % -> Two of three readings too high for the vinyl adhesive.
- Coats to the specification
~ Thin coat at ceiling edge -> Undercoat grins through over the whole corridor side.
~ Paint on aluminium joinery -> Overspray on four frames. Clean with the maker's cleaner only.
- Protected until handover
~ Vinyl cut by trolley -> Cut of 90 mm at the lift lobby. Weld a new piece in.
~ Skirting not glued -> Loose over 1.2 m behind the door.
`;
