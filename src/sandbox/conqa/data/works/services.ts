/** Services and fire works, in the notation of `parseWorks`. */
export const servicesWorks = `
# Passive fire stopping | Fire | bare floor riser
- Penetrations registered and tagged
~ Penetration without a tag -> Sealed, but not in the register and without a label.
~ Register shows another product -> Tag says acrylic sealant, graphite was used.
- Collars and wraps to the tested system
~ Fire collar missing on PVC waste -> 100 mm waste passes the fire wall without a collar on the lower side.
~ Collar fixed with plastic anchors -> Tested system needs steel anchors at every tab.
- Sealant depth and backing checked
~ Fire sealant only skimmed -> Depth of 4 mm where 15 is tested. Rake out and seal again.
~ Cable tray opening not stopped -> 300 by 100 mm open around the tray after new cables were pulled.
- Inspected before ceilings close
~ Ceiling closed before fire inspection -> Twelve penetrations cannot be seen. Open three panels.

# Fire services and sprinklers | Fire | bare floor riser
- Pipework supported and braced
~ Seismic brace missing -> Range pipe runs 9 m without a lateral brace.
- Pressure test for two hours
~ Pressure test dropped 60 kPa -> Fell from 1,500 to 1,440 kPa in two hours. Find the leak and test again.
- Heads to drawing, clear of obstructions
~ Sprinkler head 80 mm from a duct -> Spray is blocked. Move the head or the duct.
~ Painted sprinkler head -> Overspray on the bulb. Replace, do not clean.
- Interface to the fire panel proved
~ Flow switch wired to the wrong zone -> Test at the end of range brings up the zone below.

# Ductwork and air conditioning | Mechanical | bare floor riser roof
- Ducts clean, sealed and supported
~ Duct open to site dust -> End caps removed for a day and not put back. Clean before commissioning.
~ Flexible duct kinked -> Run of 3.5 m with a sharp bend behind the light fitting.
- Fire dampers installed and accessible
~ Fire damper without access panel -> Ceiling is set, no way to reach the fusible link.
~ Damper set proud of the wall -> Blade line is 60 mm outside the barrier; breakaway joint missing.
- Insulation and vapour barrier complete
~ Chilled water insulation open at bracket -> Condensation is dripping on the ceiling tile.
- Balanced to design air flow
~ Supply air 22 % low -> Measured 94 l/s against 120 at the last grille of the branch.

# Plumbing and drainage | Hydraulic | bare floor riser
- Pipes clipped, sleeved and graded
~ Waste pipe with back fall -> 1.5 m of 65 mm waste falls to the wrong side.
~ Copper pipe touches steel stud -> No grommet; will rattle and corrode.
- Pressure test signed
~ Test gauge out of calibration -> Calibration ran out two months ago. Repeat with a valid gauge.
- Hot water temperatures recorded
~ Tempering valve at 52 °C -> Basin outlet must not be above 45 °C.

# Electrical rough-in and fit-off | Electrical | bare floor riser
- Cables supported and segregated
~ Data and power in one bundle -> Less than 50 mm apart over 8 m along the corridor.
~ Cable pulled tight around steel edge -> No bushing at the stud, sheath marked.
- Boards labelled and tested
~ Circuit chart does not match -> Ways 14 to 19 shifted by one after the variation.
~ RCD test sheet missing -> No trip times on file for the distribution board.
- Fittings complete
~ Emergency light not on its test circuit -> Stays dark in the simulated failure.
`;
