/** Roof, facade and waterproofing works, in the notation of `parseWorks`. */
export const envelopeWorks = `
# Curtain wall and facade panels | Facade | floor
- Brackets set out and fixed
~ Bracket bolt without locking washer -> Two bolts on the dead-load bracket can be turned by hand.
~ Embed plate not found -> Plate is behind the slab edge by 60 mm; bracket cannot reach it.
- Panels installed to line and level
~ Panel joint 9 mm instead of 15 -> Movement joint cannot take the storey drift. Reset the panel.
~ Scratched glass -> Scratch of 180 mm visible from 2 m, inside face. Replace or polish to the approved sample.
~ Facade panel dented -> Dent at hand height next to the hoist landing. Replace.
- Gaskets and seals continuous
~ Gasket shrunk at corner -> Gap of 12 mm at the mitre, daylight visible.
~ Sealant over dust -> Seal peels off by hand over 1.5 m. Clean, prime and seal again.
- Water test on site passed
~ Leak at transom in hose test -> Water inside after four minutes at the transom end. Strip, seal and test again.
- Fire barrier at slab edge
~ Slab edge fire barrier has a gap -> 20 mm open beside the bracket. Fill to the tested detail and photograph.

# Windows and doors, external | Facade | floor
- Opening prepared, flashing tape in place
~ Sill tape not lapped up the jamb -> Tape stops at the corner; 100 mm upstand required.
- Frames fixed and packed
~ Packers missing at hinge side -> Frame moves when the sash is opened.
~ Window operates stiffly -> Sash catches at the head over the last 100 mm.
- Air seal and head flashing complete
~ Head flashing falls back to the wall -> No fall to the outside, water stands at the end dam.

# Roofing and flashings | Envelope | roof
- Underlay and fixings checked
~ Fixing missed the purlin -> Four screws in a row without bite; holes to be sealed with the approved patch.
- Flashings and penetrations sealed
~ Boot flashing cut too large -> Sealant alone closes the gap around the pipe.
~ Gutter holds water -> 15 mm standing at the outlet end the day after rain.
- Cleaned and free of swarf
~ Swarf on new roof -> Rust spots along the saw cuts. Sweep and wash down at once.

# Waterproofing membrane | Envelope | roof floor
- Substrate dry, primed and filleted
~ Moisture reading over limit -> Hygrometer at 82 %; 75 % is the most the supplier allows.
~ No fillet at wall junction -> Membrane will bridge the corner.
- Membrane thickness and laps
~ Lap below 80 mm -> Laps of 50 to 60 mm along the parapet.
~ Pinholes in liquid membrane -> About ten pinholes in 1 m2 beside the outlet. Second coat after drying.
- Flood test for 24 hours
~ Flood test failed -> Level fell 22 mm overnight, damp patch on the soffit below.
~ Flood test not recorded -> Test seen by the foreman, no photographs and no start level on the sheet.
- Protection laid
~ Membrane walked on unprotected -> Boot marks and a cut of 40 mm beside the door. Patch and protect.
`;
