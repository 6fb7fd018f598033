/** Ground, drainage and pavement works, in the notation of `parseWorks`. */
export const groundWorks = `
# Excavation, fill and subgrade preparation | Civil | ground
- Set-out and levels confirmed by the surveyor
~ Formation 40 mm high -> Survey pick-up shows the formation above the design level over about 60 m2. Trim and re-survey.
- Subgrade proof rolled and accepted by the geotechnical engineer
~ Soft spot under proof roll -> Visible deflection under the loaded truck. Undercut 300 mm and replace with GAP65 in two layers.
~ Proof roll not witnessed -> Engineer's notice was sent the evening before. Repeat with the engineer on site.
- Fill placed and compacted in layers
~ Layer thickness over 200 mm -> Loose lift measured at 320 mm. Take out and place again.
~ Nuclear densometer result below 95 % -> Two of five points at 92 and 93 %. Re-compact and test again, results to be uploaded.
- Laboratory test certificates received
~ Solid density certificate missing -> Densometer sheets refer to a source that has no certificate on file.

# Stormwater drainage | Civil | ground
- Trench bedding and gradient checked
~ Pipe laid flat between manholes -> Laser shows 0.2 % against 1.0 % on the drawing between the two manholes.
~ Bedding under the haunches not compacted -> Void under the pipe can be reached by hand on the north side.
- Joints, bends and connections inspected before backfill
~ Backfilled before inspection -> About 12 m covered without hold point release. Expose at two places for inspection.
- CCTV survey passed
~ Debris left in the line -> Camera stopped by concrete slurry at 14.6 m. Flush and survey again.
~ Displaced joint on CCTV -> Joint open about 25 mm at 7.2 m from the downstream manhole.
- As-built levels recorded
~ Lid level 35 mm above finished ground -> Trip edge at the footpath. Adjust the riser ring.

# Concrete pavement and hardstand | Civil | ground
- Basecourse surface tight and clean
~ Loose metal on the basecourse -> Surface ravelled by trucks after sign-off. Broom, wet and roll again.
- Dowels and joints to the joint plan
~ Dowels out of line -> Five dowels skewed more than 6 mm on the contraction joint. They will lock the slab.
~ Joint sawn late, crack beside it -> Random crack runs 300 to 400 mm beside the saw cut.
- Surface finish and levels
~ Ponding after rain -> About 12 mm deep over 3 m2 between the sumps.
~ Broom finish too smooth -> Skid resistance panel does not match the approved sample.

# Ground beams and foundations | Structure | bare floor
- Founding level and bearing confirmed
~ Water in the base of the excavation -> 100 mm standing water after overnight rain, base softened. Pump out and trim.
- Reinforcement and starters fixed
~ Starter bars short of lap length -> Projection 520 mm, drawing asks for 700. Engineer to advise on couplers.
~ Cover blocks missing at the side face -> Bars touch the ground on about 4 m of the north face.
- Hold-down bolts surveyed
~ Hold-down bolt group out of position -> Group is 18 mm east of the grid. Column base will not fit without slotting.
`;
